DROP INDEX write_backs_account_id_session_id_created_at_index;
--> statement-breakpoint
ALTER TABLE ai_messages DROP COLUMN sent_items;
--> statement-breakpoint
ALTER TABLE session_suggested_fixes DROP COLUMN cause, DROP COLUMN created_by;
--> statement-breakpoint
-- An UPDATE would find no row: row-level security holds for the owner too.
ALTER TABLE session_suggested_fixes ALTER COLUMN confidence TYPE integer USING coalesce(confidence, 0);
--> statement-breakpoint
ALTER TABLE session_suggested_fixes ALTER COLUMN confidence SET NOT NULL;
