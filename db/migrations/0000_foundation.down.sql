DROP TABLE ai_turn_events, ai_turns, ai_messages, session_facts, session_suggested_fixes, draft_templates,
	script_generations, script_templates, ai_sessions, ai_calls, idempotency_keys, account_settings, psa_connections,
	invitations, members, sign_in_attempts, verifications, credentials, logins, users, accounts;
