CREATE TABLE "ai_usage_days" (
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"purpose" text NOT NULL,
	"model" text NOT NULL,
	"calls" integer NOT NULL,
	"input_tokens" integer,
	"output_tokens" integer,
	"cache_creation_input_tokens" integer,
	"cache_read_input_tokens" integer,
	"cost_cents" double precision,
	CONSTRAINT "ai_usage_days_account_id_day_purpose_model_pk" PRIMARY KEY("account_id","day","purpose","model")
);
--> statement-breakpoint
ALTER TABLE "ai_usage_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ai_turns" ADD COLUMN "events_pruned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ai_usage_days" ADD CONSTRAINT "ai_usage_days_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "turns_with_events" ON "ai_turns" USING btree ("account_id","ended_at") WHERE events_pruned_at is null;--> statement-breakpoint
CREATE INDEX "ticket_sightings_account_id_seen_at_index" ON "ticket_sightings" USING btree ("account_id","seen_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "ai_usage_days" AS PERMISSIVE FOR ALL TO "flowpilot_app" USING (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid)) WITH CHECK (account_id = (select nullif(current_setting('app.current_account_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE "ai_usage_days" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "ai_usage_days" TO flowpilot_app;
