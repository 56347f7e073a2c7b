DROP FUNCTION interrupted_write_backs;
--> statement-breakpoint
DROP TABLE audit_events, ticket_sightings, write_backs, ticket_notes, tickets;
