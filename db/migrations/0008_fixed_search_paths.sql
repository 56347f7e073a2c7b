-- A function that runs as its owner finds what it names where its search_path says, and temporary tables and views come
-- first in one that does not put them last: whoever could make one put his own in front of `logins`, and his code ran as
-- flowpilot_owner. So each function has its own search_path, with pg_temp at its end, and names tables by their schema.
-- Roles that are NULL, or none, open nothing.
CREATE OR REPLACE FUNCTION enter_account(in_login_id uuid, in_user_id uuid, in_account_id uuid, in_roles text[]) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE found_role text;
BEGIN
	SELECT members.role INTO found_role
	FROM public.logins JOIN public.members ON members.user_id = logins.user_id AND members.account_id = in_account_id
	WHERE logins.id = in_login_id AND logins.user_id = in_user_id AND logins.expires_at > now();
	IF found_role IS NULL THEN
		RAISE EXCEPTION 'the sign-in is over' USING ERRCODE = 'FP401';
	END IF;
	IF found_role <> '' AND found_role = ANY (in_roles) THEN
		RETURN in_account_id;
	END IF;
	RAISE EXCEPTION 'the role does not allow this' USING ERRCODE = 'FP403';
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION interrupted_write_backs() RETURNS TABLE (account_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT write_backs.account_id, write_backs.id FROM public.write_backs
	WHERE closed_at IS NULL AND failure IS NULL AND coalesce(lease_expires_at <= now(), true)
$$;
--> statement-breakpoint
ALTER FUNCTION tell_session_changed() SET search_path = pg_catalog, pg_temp;
--> statement-breakpoint
ALTER FUNCTION tell_turn_logged() SET search_path = pg_catalog, pg_temp;
--> statement-breakpoint
ALTER FUNCTION tell_sign_in_changed() SET search_path = pg_catalog, pg_temp;
--> statement-breakpoint
-- A server is ready when this names the newest version that it knows.
GRANT SELECT ON schema_migrations TO flowpilot_api;
