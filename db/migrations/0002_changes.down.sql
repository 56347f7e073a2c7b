DROP TRIGGER turn_logged ON ai_turn_events;
--> statement-breakpoint
DROP FUNCTION tell_turn_logged;
--> statement-breakpoint
DROP TRIGGER session_changed ON ai_sessions;
--> statement-breakpoint
DROP FUNCTION tell_session_changed;
