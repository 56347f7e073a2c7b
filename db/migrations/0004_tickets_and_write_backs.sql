CREATE TABLE "audit_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"user_id" uuid,
	"action" text NOT NULL,
	"session_id" uuid,
	"ticket_ref" text,
	"detail" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ticket_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"text" text NOT NULL,
	"kinds" jsonb NOT NULL,
	"author" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ticket_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ticket_sightings" (
	"account_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"ticket" jsonb NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ticket_sightings_account_id_session_id_user_id_kind_pk" PRIMARY KEY("account_id","session_id","user_id","kind")
);
--> statement-breakpoint
ALTER TABLE "ticket_sightings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"summary" text NOT NULL,
	"description" text,
	"company" text,
	"contact" text,
	"status_id" text DEFAULT 'new' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tickets_account_id_id_unique" UNIQUE("account_id","id"),
	CONSTRAINT "tickets_account_id_number_unique" UNIQUE("account_id","number")
);
--> statement-breakpoint
ALTER TABLE "tickets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "write_backs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"user_id" uuid,
	"kind" text NOT NULL,
	"reference" text NOT NULL,
	"provider" text NOT NULL,
	"ticket_ref" text NOT NULL,
	"markdown" text NOT NULL,
	"parts" jsonb NOT NULL,
	"note_kinds" jsonb NOT NULL,
	"note_ids" jsonb DEFAULT '[]' NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"target_status" jsonb,
	"status_skipped_reason" text,
	"status_set_at" timestamp (3) with time zone,
	"actual_status" jsonb,
	"failure" jsonb,
	"steps" jsonb DEFAULT '[]' NOT NULL,
	"lease_id" uuid,
	"lease_expires_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "write_backs_account_id_reference_unique" UNIQUE("account_id","reference")
);
--> statement-breakpoint
ALTER TABLE "write_backs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_notes" ADD CONSTRAINT "ticket_notes_account_id_ticket_id_tickets_account_id_id_fk" FOREIGN KEY ("account_id","ticket_id") REFERENCES "public"."tickets"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_sightings" ADD CONSTRAINT "ticket_sightings_account_id_session_id_ai_sessions_account_id_id_fk" FOREIGN KEY ("account_id","session_id") REFERENCES "public"."ai_sessions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_backs" ADD CONSTRAINT "write_backs_account_id_session_id_ai_sessions_account_id_id_fk" FOREIGN KEY ("account_id","session_id") REFERENCES "public"."ai_sessions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_account_id_created_at_id_index" ON "audit_events" USING btree ("account_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "ticket_notes_account_id_ticket_id_created_at_index" ON "ticket_notes" USING btree ("account_id","ticket_id","created_at");--> statement-breakpoint
CREATE INDEX "tickets_account_id_created_at_index" ON "tickets" USING btree ("account_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_write_back" ON "write_backs" USING btree ("account_id","session_id") WHERE closed_at is null;--> statement-breakpoint
CREATE POLICY "tenant" ON "audit_events" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "ticket_notes" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "ticket_sightings" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "tickets" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "write_backs" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "take_up" ON "write_backs" AS PERMISSIVE FOR SELECT TO "flowpilot_owner" USING (closed_at is null);
--> statement-breakpoint
ALTER TABLE "audit_events" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "ticket_notes" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "ticket_sightings" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tickets" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "write_backs" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "ticket_notes", "ticket_sightings", "tickets", "write_backs" TO flowpilot_app;
--> statement-breakpoint
-- What was done stays as it was told.
GRANT SELECT, INSERT ON "audit_events" TO flowpilot_app;
--> statement-breakpoint
-- Attempts that nobody works on and that did not stop with a failure: their server went away. Of all accounts, since a
-- server that starts is in none; it tells ids, and whoever takes one up does so in its account.
CREATE FUNCTION interrupted_write_backs() RETURNS TABLE (account_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
	SELECT write_backs.account_id, write_backs.id FROM write_backs
	WHERE closed_at IS NULL AND failure IS NULL AND coalesce(lease_expires_at <= now(), true)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION interrupted_write_backs FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION interrupted_write_backs TO flowpilot_api;
