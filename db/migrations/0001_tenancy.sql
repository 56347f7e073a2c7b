-- What drizzle-kit does not write: row-level security for the owner of the tables too, the grants, and the check that
-- lets a request into an account.
DO $$
DECLARE each_table regclass;
BEGIN
	FOR each_table IN
		SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity
	LOOP
		EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', each_table);
	END LOOP;
	FOR each_table IN
		SELECT attrelid FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
		WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attname = 'account_id' AND NOT attisdropped
	LOOP
		EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO flowpilot_app', each_table);
	END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, UPDATE (name) ON accounts TO flowpilot_app;
--> statement-breakpoint
GRANT SELECT (id, name, email) ON users TO flowpilot_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE
	ON accounts, users, logins, credentials, verifications, sign_in_attempts, members, invitations TO flowpilot_auth;
--> statement-breakpoint
-- Answers the account's id when this sign-in stands and its user has one of the roles in that account; raises FP401 or
-- FP403 otherwise. As a function of the owner it may look where flowpilot_app may not.
CREATE FUNCTION enter_account(in_login_id uuid, in_user_id uuid, in_account_id uuid, in_roles text[]) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE found_role text;
BEGIN
	SELECT members.role INTO found_role
	FROM logins JOIN members ON members.user_id = logins.user_id AND members.account_id = in_account_id
	WHERE logins.id = in_login_id AND logins.user_id = in_user_id AND logins.expires_at > now();
	IF found_role IS NULL THEN
		RAISE EXCEPTION 'the sign-in is over' USING ERRCODE = 'FP401';
	END IF;
	IF NOT found_role = ANY (in_roles) THEN
		RAISE EXCEPTION 'the role does not allow this' USING ERRCODE = 'FP403';
	END IF;
	RETURN in_account_id;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION enter_account FROM PUBLIC;
--> statement-breakpoint
-- PostgreSQL checks EXECUTE before the statement's own set_config has made the role flowpilot_app.
GRANT EXECUTE ON FUNCTION enter_account TO flowpilot_api, flowpilot_app;
