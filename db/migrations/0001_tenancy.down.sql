DROP FUNCTION enter_account;
--> statement-breakpoint
DO $$
DECLARE each_table regclass;
BEGIN
	FOR each_table IN
		SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relforcerowsecurity
	LOOP
		EXECUTE format('REVOKE ALL ON %s FROM flowpilot_app, flowpilot_auth', each_table);
		EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', each_table);
	END LOOP;
END $$;
--> statement-breakpoint
REVOKE UPDATE (name) ON accounts FROM flowpilot_app;
--> statement-breakpoint
REVOKE SELECT (id, name, email) ON users FROM flowpilot_app;
