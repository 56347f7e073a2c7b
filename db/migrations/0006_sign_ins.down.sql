DROP TRIGGER member_changed ON members;
--> statement-breakpoint
DROP TRIGGER login_ended ON logins;
--> statement-breakpoint
DROP FUNCTION tell_sign_in_changed;
--> statement-breakpoint
REVOKE INSERT ON audit_events FROM flowpilot_auth;
--> statement-breakpoint
DROP POLICY sign_in_told ON audit_events;
--> statement-breakpoint
DROP INDEX sign_in_attempts_created_at_index;
