CREATE TABLE "artifact_previews" (
	"account_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"fingerprint" text NOT NULL,
	"draft" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "artifact_previews_account_id_session_id_kind_fingerprint_pk" PRIMARY KEY("account_id","session_id","kind","fingerprint")
);
--> statement-breakpoint
ALTER TABLE "artifact_previews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "artifact_previews" ADD CONSTRAINT "artifact_previews_account_id_session_id_ai_sessions_account_id_id_fk" FOREIGN KEY ("account_id","session_id") REFERENCES "public"."ai_sessions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant" ON "artifact_previews" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "artifact_previews" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "artifact_previews" TO flowpilot_app;
