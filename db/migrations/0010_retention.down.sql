DROP TABLE ai_usage_days;
--> statement-breakpoint
DROP INDEX turns_with_events, ticket_sightings_account_id_seen_at_index;
--> statement-breakpoint
ALTER TABLE ai_turns DROP COLUMN events_pruned_at;
