CREATE TABLE "account_settings" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"preferences" jsonb DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"logo" text,
	"metadata" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ai_calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"session_id" uuid,
	"purpose" text NOT NULL,
	"model" text NOT NULL,
	"input_tokens" integer,
	"output_tokens" integer,
	"cache_creation_input_tokens" integer,
	"cache_read_input_tokens" integer,
	"duration_ms" integer NOT NULL,
	"cost_cents" double precision,
	"stop_reason" text,
	"error_code" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ai_calls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ai_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ai_messages_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"role" text NOT NULL,
	"content" text NOT NULL,
	"reply" text,
	"status" text NOT NULL,
	"effects" jsonb DEFAULT '[]' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ai_messages_account_id_id_unique" UNIQUE("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "ai_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ai_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"user_id" uuid,
	"title" text NOT NULL,
	"problem" text,
	"session_type" text DEFAULT 'chat' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"ticket" jsonb,
	"pending_task_lane" jsonb DEFAULT '{"questions": [], "checks": []}' NOT NULL,
	"resolution_note_markdown" text,
	"resolution_note_posted_at" timestamp (3) with time zone,
	"resolution_note_external_id" text,
	"escalation_package_markdown" text,
	"escalation_package_posted_at" timestamp (3) with time zone,
	"escalation_package_external_id" text,
	"state_version" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	CONSTRAINT "ai_sessions_account_id_id_unique" UNIQUE("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "ai_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ai_turn_events" (
	"account_id" uuid NOT NULL,
	"turn_id" uuid NOT NULL,
	"id" integer NOT NULL,
	"event" text NOT NULL,
	"data" jsonb NOT NULL,
	CONSTRAINT "ai_turn_events_account_id_turn_id_id_pk" PRIMARY KEY("account_id","turn_id","id")
);
--> statement-breakpoint
ALTER TABLE "ai_turn_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ai_turns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"user_message_id" uuid NOT NULL,
	"assistant_message_id" uuid NOT NULL,
	"status" text DEFAULT 'streaming' NOT NULL,
	"failure" jsonb,
	"stop_requested_at" timestamp (3) with time zone,
	"lease_expires_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "ai_turns_account_id_id_unique" UNIQUE("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "ai_turns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"provider_user_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credentials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "draft_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"suggested_fix_id" uuid,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"category" text NOT NULL,
	"language" text NOT NULL,
	"body" text NOT NULL,
	"parameters_schema" jsonb DEFAULT '{"parameters": []}' NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"script_template_id" uuid,
	"created_by" uuid,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "draft_templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"account_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"status" integer,
	"response" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_account_id_scope_key_pk" PRIMARY KEY("account_id","scope","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"inviter_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "logins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"active_account_id" uuid,
	"active_role" text,
	"ip_address" text,
	"user_agent" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "logins_token_unique" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "logins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "psa_connections" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"site" text,
	"company_id" text,
	"public_key" text,
	"private_key_encrypted" text,
	"client_id_encrypted" text,
	"statuses" jsonb DEFAULT '{"resolved": {}, "escalated": {}}' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "psa_connections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "script_generations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"ai_session_id" uuid,
	"script_template_id" uuid NOT NULL,
	"parameters" jsonb NOT NULL,
	"language" text NOT NULL,
	"script" text NOT NULL,
	"checks" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "script_generations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "script_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"category" text NOT NULL,
	"language" text NOT NULL,
	"body" text NOT NULL,
	"parameters_schema" jsonb DEFAULT '{"parameters": []}' NOT NULL,
	"use_count" integer DEFAULT 0 NOT NULL,
	"source_session_id" uuid,
	"source_user_id" uuid,
	"source_ticket_ref" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "script_templates_account_id_id_unique" UNIQUE("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "script_templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_facts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"text" text NOT NULL,
	"source_type" text NOT NULL,
	"source_ref" text,
	"status" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "session_facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_suggested_fixes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"confidence" integer NOT NULL,
	"facts" jsonb DEFAULT '[]' NOT NULL,
	"script" jsonb,
	"script_template_id" uuid,
	"parameters" jsonb DEFAULT '{}' NOT NULL,
	"user_decision" text,
	"status" text DEFAULT 'proposed' NOT NULL,
	"outcome_note" text,
	"outcome_proposal" jsonb,
	"applied_at" timestamp (3) with time zone,
	"superseded_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session_suggested_fixes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"address_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sign_in_attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "verifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account_settings" ADD CONSTRAINT "account_settings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ai_calls" ADD CONSTRAINT "ai_calls_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ai_messages" ADD CONSTRAINT "ai_messages_account_id_session_id_ai_sessions_account_id_id_fk" FOREIGN KEY ("account_id","session_id") REFERENCES "public"."ai_sessions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ai_sessions" ADD CONSTRAINT "ai_sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ai_sessions" ADD CONSTRAINT "ai_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ai_turn_events" ADD CONSTRAINT "ai_turn_events_account_id_turn_id_ai_turns_account_id_id_fk" FOREIGN KEY ("account_id","turn_id") REFERENCES "public"."ai_turns"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ai_turns" ADD CONSTRAINT "ai_turns_account_id_session_id_ai_sessions_account_id_id_fk" FOREIGN KEY ("account_id","session_id") REFERENCES "public"."ai_sessions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ai_turns" ADD CONSTRAINT "ai_turns_account_id_user_message_id_ai_messages_account_id_id_fk" FOREIGN KEY ("account_id","user_message_id") REFERENCES "public"."ai_messages"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ai_turns" ADD CONSTRAINT "ai_turns_account_id_assistant_message_id_ai_messages_account_id_id_fk" FOREIGN KEY ("account_id","assistant_message_id") REFERENCES "public"."ai_messages"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_templates" ADD CONSTRAINT "draft_templates_account_id_session_id_ai_sessions_account_id_id_fk" FOREIGN KEY ("account_id","session_id") REFERENCES "public"."ai_sessions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_inviter_id_users_id_fk" FOREIGN KEY ("inviter_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logins" ADD CONSTRAINT "logins_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logins" ADD CONSTRAINT "logins_active_account_id_accounts_id_fk" FOREIGN KEY ("active_account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "psa_connections" ADD CONSTRAINT "psa_connections_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "script_generations" ADD CONSTRAINT "script_generations_account_id_ai_session_id_ai_sessions_account_id_id_fk" FOREIGN KEY ("account_id","ai_session_id") REFERENCES "public"."ai_sessions"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "script_generations" ADD CONSTRAINT "script_generations_account_id_script_template_id_script_templates_account_id_id_fk" FOREIGN KEY ("account_id","script_template_id") REFERENCES "public"."script_templates"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "script_templates" ADD CONSTRAINT "script_templates_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_facts" ADD CONSTRAINT "session_facts_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_facts" ADD CONSTRAINT "session_facts_account_id_session_id_ai_sessions_account_id_id_fk" FOREIGN KEY ("account_id","session_id") REFERENCES "public"."ai_sessions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_suggested_fixes" ADD CONSTRAINT "session_suggested_fixes_account_id_session_id_ai_sessions_account_id_id_fk" FOREIGN KEY ("account_id","session_id") REFERENCES "public"."ai_sessions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ai_calls_account_id_created_at_index" ON "ai_calls" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "ai_messages_account_id_session_id_position_index" ON "ai_messages" USING btree ("account_id","session_id","position");--> statement-breakpoint
CREATE INDEX "ai_sessions_account_id_created_at_id_index" ON "ai_sessions" USING btree ("account_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "ai_sessions_account_id_status_created_at_index" ON "ai_sessions" USING btree ("account_id","status","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "one_running_turn" ON "ai_turns" USING btree ("account_id","session_id") WHERE status = 'streaming';--> statement-breakpoint
CREATE INDEX "ai_turns_account_id_session_id_started_at_index" ON "ai_turns" USING btree ("account_id","session_id","started_at");--> statement-breakpoint
CREATE INDEX "credentials_user_id_index" ON "credentials" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "credentials_provider_id_provider_user_id_index" ON "credentials" USING btree ("provider_id","provider_user_id");--> statement-breakpoint
CREATE INDEX "draft_templates_account_id_status_created_at_index" ON "draft_templates" USING btree ("account_id","status","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "invitations_account_id_created_at_index" ON "invitations" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "invitations_email_index" ON "invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "logins_user_id_index" ON "logins" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "members_account_id_user_id_index" ON "members" USING btree ("account_id","user_id");--> statement-breakpoint
CREATE INDEX "members_user_id_index" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "script_generations_account_id_ai_session_id_index" ON "script_generations" USING btree ("account_id","ai_session_id");--> statement-breakpoint
CREATE INDEX "script_templates_account_id_created_at_index" ON "script_templates" USING btree ("account_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "session_facts_account_id_session_id_ordinal_index" ON "session_facts" USING btree ("account_id","session_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "one_confirmed_fact_per_source" ON "session_facts" USING btree ("account_id","session_id","source_ref") WHERE status = 'confirmed' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "session_suggested_fixes_account_id_session_id_created_at_index" ON "session_suggested_fixes" USING btree ("account_id","session_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_active_fix" ON "session_suggested_fixes" USING btree ("account_id","session_id") WHERE superseded_at is null and status <> 'dismissed';--> statement-breakpoint
CREATE INDEX "sign_in_attempts_address_hash_created_at_index" ON "sign_in_attempts" USING btree ("address_hash","created_at");--> statement-breakpoint
CREATE INDEX "verifications_identifier_index" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE POLICY "tenant" ON "account_settings" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "sign_in" ON "accounts" AS PERMISSIVE FOR ALL TO "flowpilot_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "ai_calls" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "ai_messages" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "ai_sessions" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "ai_turn_events" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "ai_turns" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "sign_in" ON "credentials" AS PERMISSIVE FOR ALL TO "flowpilot_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "draft_templates" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "invitations" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "sign_in" ON "invitations" AS PERMISSIVE FOR ALL TO "flowpilot_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in" ON "logins" AS PERMISSIVE FOR ALL TO "flowpilot_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "enter_account" ON "logins" AS PERMISSIVE FOR SELECT TO "flowpilot_owner" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "members" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "sign_in" ON "members" AS PERMISSIVE FOR ALL TO "flowpilot_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "enter_account" ON "members" AS PERMISSIVE FOR SELECT TO "flowpilot_owner" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "psa_connections" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "script_generations" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "script_templates" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "session_facts" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "session_suggested_fixes" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "sign_in" ON "sign_in_attempts" AS PERMISSIVE FOR ALL TO "flowpilot_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "members_only" ON "users" AS PERMISSIVE FOR SELECT TO "flowpilot_app" USING (exists (select 1 from members where members.user_id = users.id));--> statement-breakpoint
CREATE POLICY "sign_in" ON "users" AS PERMISSIVE FOR ALL TO "flowpilot_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in" ON "verifications" AS PERMISSIVE FOR ALL TO "flowpilot_auth" USING (true) WITH CHECK (true);