-- Tells listeners that something changed, and no more than its id: a session, or the log of a turn. Whoever reads then
-- asks under its own account. Told by the tables themselves, so that no writer can forget it.
CREATE FUNCTION tell_session_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('flowpilot_changes', NEW.id::text);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_changed AFTER UPDATE ON ai_sessions FOR EACH ROW EXECUTE FUNCTION tell_session_changed();
--> statement-breakpoint
CREATE FUNCTION tell_turn_logged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('flowpilot_changes', turn_id::text) FROM (SELECT DISTINCT turn_id FROM logged) AS turns;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER turn_logged AFTER INSERT ON ai_turn_events
	REFERENCING NEW TABLE AS logged FOR EACH STATEMENT EXECUTE FUNCTION tell_turn_logged();
