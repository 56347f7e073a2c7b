REVOKE SELECT ON schema_migrations FROM flowpilot_api;
--> statement-breakpoint
ALTER FUNCTION tell_sign_in_changed() RESET search_path;
--> statement-breakpoint
ALTER FUNCTION tell_turn_logged() RESET search_path;
--> statement-breakpoint
ALTER FUNCTION tell_session_changed() RESET search_path;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION interrupted_write_backs() RETURNS TABLE (account_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
	SELECT write_backs.account_id, write_backs.id FROM write_backs
	WHERE closed_at IS NULL AND failure IS NULL AND coalesce(lease_expires_at <= now(), true)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION enter_account(in_login_id uuid, in_user_id uuid, in_account_id uuid, in_roles text[]) RETURNS uuid
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
