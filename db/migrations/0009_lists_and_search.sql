CREATE TABLE "session_terms" (
	"account_id" uuid NOT NULL,
	"term" text NOT NULL,
	"session_id" uuid NOT NULL,
	CONSTRAINT "session_terms_account_id_term_session_id_pk" PRIMARY KEY("account_id","term","session_id")
);
--> statement-breakpoint
ALTER TABLE "session_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ticket_terms" (
	"account_id" uuid NOT NULL,
	"term" text NOT NULL,
	"ticket_id" uuid NOT NULL,
	CONSTRAINT "ticket_terms_account_id_term_ticket_id_pk" PRIMARY KEY("account_id","term","ticket_id")
);
--> statement-breakpoint
ALTER TABLE "ticket_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "ai_sessions_account_id_created_at_id_index";--> statement-breakpoint
DROP INDEX "ai_sessions_account_id_status_created_at_index";--> statement-breakpoint
DROP INDEX "tickets_account_id_created_at_index";--> statement-breakpoint
DROP INDEX "audit_events_account_id_created_at_id_index";--> statement-breakpoint
DROP INDEX "draft_templates_account_id_status_created_at_index";--> statement-breakpoint
DROP INDEX "script_templates_account_id_created_at_index";--> statement-breakpoint
ALTER TABLE "session_terms" ADD CONSTRAINT "session_terms_account_id_session_id_ai_sessions_account_id_id_fk" FOREIGN KEY ("account_id","session_id") REFERENCES "public"."ai_sessions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_terms" ADD CONSTRAINT "ticket_terms_account_id_ticket_id_tickets_account_id_id_fk" FOREIGN KEY ("account_id","ticket_id") REFERENCES "public"."tickets"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_terms_account_id_session_id_index" ON "session_terms" USING btree ("account_id","session_id");--> statement-breakpoint
CREATE INDEX "ticket_terms_account_id_ticket_id_index" ON "ticket_terms" USING btree ("account_id","ticket_id");--> statement-breakpoint
CREATE INDEX "ai_sessions_account_id_updated_at_id_index" ON "ai_sessions" USING btree ("account_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "ai_sessions_account_id_status_updated_at_id_index" ON "ai_sessions" USING btree ("account_id","status","updated_at","id");--> statement-breakpoint
CREATE INDEX "ai_sessions_account_id_session_type_updated_at_id_index" ON "ai_sessions" USING btree ("account_id","session_type","updated_at","id");--> statement-breakpoint
CREATE INDEX "ai_sessions_account_id_user_id_updated_at_id_index" ON "ai_sessions" USING btree ("account_id","user_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "tickets_account_id_status_id_number_index" ON "tickets" USING btree ("account_id","status_id","number");--> statement-breakpoint
CREATE INDEX "audit_events_account_id_created_at_id_index" ON "audit_events" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "draft_templates_account_id_status_created_at_index" ON "draft_templates" USING btree ("account_id","status","created_at");--> statement-breakpoint
CREATE INDEX "script_templates_account_id_created_at_index" ON "script_templates" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "session_terms" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "ticket_terms" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
-- Every three letters that stand behind one another in a word, in small letters, each once. A long word (a blob in
-- base64) is taken in pieces that overlap: substr counts letters from the beginning.
CREATE FUNCTION search_terms(in_text text) RETURNS TABLE (term text)
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
	SELECT DISTINCT substr(piece, place, 3)
	FROM regexp_split_to_table(lower(in_text), '\s+') AS word, generate_series(1, length(word), 98) AS start,
		substr(word, start, 100) AS piece, generate_series(1, length(piece) - 2) AS place
$$;
--> statement-breakpoint
-- Of a long problem (a pasted log) the first 20,000 letters are found by. The account's own row, under its own rights.
CREATE FUNCTION keep_session_terms() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	DELETE FROM public.session_terms WHERE account_id = NEW.account_id AND session_id = NEW.id;
	INSERT INTO public.session_terms (account_id, term, session_id)
	SELECT NEW.account_id, term, NEW.id FROM public.search_terms(left(concat_ws(' ', NEW.title, NEW.ticket ->> 'ref',
		NEW.ticket ->> 'summary', NEW.ticket ->> 'company', NEW.problem), 20000));
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_ticket_terms() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	DELETE FROM public.ticket_terms WHERE account_id = NEW.account_id AND ticket_id = NEW.id;
	INSERT INTO public.ticket_terms (account_id, term, ticket_id)
	SELECT NEW.account_id, term, NEW.id FROM public.search_terms(NEW.summary);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_added AFTER INSERT ON ai_sessions FOR EACH ROW EXECUTE FUNCTION keep_session_terms();
--> statement-breakpoint
CREATE TRIGGER session_reworded AFTER UPDATE OF title, problem, ticket ON ai_sessions FOR EACH ROW
	WHEN ((OLD.title, OLD.problem, OLD.ticket) IS DISTINCT FROM (NEW.title, NEW.problem, NEW.ticket))
	EXECUTE FUNCTION keep_session_terms();
--> statement-breakpoint
CREATE TRIGGER ticket_added AFTER INSERT ON tickets FOR EACH ROW EXECUTE FUNCTION keep_ticket_terms();
--> statement-breakpoint
CREATE TRIGGER ticket_reworded AFTER UPDATE OF summary ON tickets FOR EACH ROW
	WHEN (OLD.summary IS DISTINCT FROM NEW.summary) EXECUTE FUNCTION keep_ticket_terms();
--> statement-breakpoint
-- What was there before is found, too. The owner sees no account's rows, but for this one statement of its own.
ALTER TABLE ai_sessions NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO session_terms (account_id, term, session_id)
SELECT account_id, term, id FROM ai_sessions, search_terms(left(concat_ws(' ', title, ticket ->> 'ref', ticket ->> 'summary',
	ticket ->> 'company', problem), 20000));
--> statement-breakpoint
ALTER TABLE ai_sessions FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE tickets NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO ticket_terms (account_id, term, ticket_id) SELECT account_id, term, id FROM tickets, search_terms(summary);
--> statement-breakpoint
ALTER TABLE tickets FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE session_terms FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE ticket_terms FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON session_terms, ticket_terms TO flowpilot_app;
