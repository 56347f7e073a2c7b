DROP TRIGGER session_added ON ai_sessions;
--> statement-breakpoint
DROP TRIGGER session_reworded ON ai_sessions;
--> statement-breakpoint
DROP TRIGGER ticket_added ON tickets;
--> statement-breakpoint
DROP TRIGGER ticket_reworded ON tickets;
--> statement-breakpoint
DROP TABLE session_terms, ticket_terms;
--> statement-breakpoint
DROP FUNCTION keep_session_terms, keep_ticket_terms, search_terms;
--> statement-breakpoint
DROP INDEX ai_sessions_account_id_updated_at_id_index,
	ai_sessions_account_id_status_updated_at_id_index, ai_sessions_account_id_session_type_updated_at_id_index,
	ai_sessions_account_id_user_id_updated_at_id_index, tickets_account_id_status_id_number_index,
	audit_events_account_id_created_at_id_index, draft_templates_account_id_status_created_at_index,
	script_templates_account_id_created_at_index;
--> statement-breakpoint
CREATE INDEX "ai_sessions_account_id_created_at_id_index" ON "ai_sessions" USING btree ("account_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "ai_sessions_account_id_status_created_at_index" ON "ai_sessions" USING btree ("account_id","status","created_at" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "draft_templates_account_id_status_created_at_index" ON "draft_templates" USING btree ("account_id","status","created_at" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "script_templates_account_id_created_at_index" ON "script_templates" USING btree ("account_id","created_at" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "audit_events_account_id_created_at_id_index" ON "audit_events" USING btree ("account_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "tickets_account_id_created_at_index" ON "tickets" USING btree ("account_id","created_at" DESC NULLS LAST);
