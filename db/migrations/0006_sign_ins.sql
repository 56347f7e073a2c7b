CREATE INDEX "sign_in_attempts_created_at_index" ON "sign_in_attempts" USING btree ("created_at");--> statement-breakpoint
CREATE POLICY "sign_in_told" ON "audit_events" AS PERMISSIVE FOR INSERT TO "flowpilot_auth" WITH CHECK (true);--> statement-breakpoint
GRANT INSERT ON "audit_events" TO flowpilot_auth;
--> statement-breakpoint
-- Who follows a stream looks at once whether he still may: his sign-ins or his place in an account changed.
CREATE FUNCTION tell_sign_in_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_catalog.pg_notify('flowpilot_changes', OLD.user_id::text);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER login_ended AFTER DELETE ON logins FOR EACH ROW EXECUTE FUNCTION tell_sign_in_changed();
--> statement-breakpoint
CREATE TRIGGER member_changed AFTER DELETE OR UPDATE OF role ON members
	FOR EACH ROW EXECUTE FUNCTION tell_sign_in_changed();
