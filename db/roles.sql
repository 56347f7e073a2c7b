-- Run by a superuser (or a role that may create roles), in the database that FlowPilot will live in: before its first
-- start, and again after an update of FlowPilot, which changes nothing where all is as it should be.
-- Give flowpilot_owner and flowpilot_api their passwords afterwards: alter role flowpilot_api password '…'.
do $$
begin
  -- Owns the tables and migrates.
  if not exists (select from pg_roles where rolname = 'flowpilot_owner') then create role flowpilot_owner login; end if;
  -- Logs in for the product, owns nothing and inherits nothing.
  if not exists (select from pg_roles where rolname = 'flowpilot_api') then create role flowpilot_api login noinherit; end if;
  -- What flowpilot_api becomes for one transaction at a time: tenant tables under row-level security, or sign-in.
  if not exists (select from pg_roles where rolname = 'flowpilot_app') then create role flowpilot_app nologin noinherit; end if;
  if not exists (select from pg_roles where rolname = 'flowpilot_auth') then create role flowpilot_auth nologin noinherit; end if;
end $$;

grant flowpilot_app, flowpilot_auth to flowpilot_api;
-- No request waits for ever, nor holds up others; the last ends what runs for a client that has gone.
alter role flowpilot_api set statement_timeout = '10s';
alter role flowpilot_api set lock_timeout = '3s';
alter role flowpilot_api set idle_in_transaction_session_timeout = '10s';
alter role flowpilot_api set client_connection_check_interval = '1s';
grant usage, create on schema public to flowpilot_owner;
grant usage on schema public to flowpilot_api, flowpilot_app, flowpilot_auth;
do $$
begin
  execute format('grant connect, create on database %I to flowpilot_owner', current_database());
  execute format('grant connect on database %I to flowpilot_api', current_database());
  -- A temporary table or view may stand in front of a real one of the same name.
  execute format('revoke temporary on database %I from public', current_database());
end $$;
-- Until PostgreSQL 15 everyone might create tables and functions there.
revoke create on schema public from public;
