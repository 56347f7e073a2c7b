ALTER TABLE "session_suggested_fixes" ALTER COLUMN "confidence" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ai_messages" ADD COLUMN "sent_items" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "session_suggested_fixes" ADD COLUMN "cause" text;--> statement-breakpoint
ALTER TABLE "session_suggested_fixes" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "session_suggested_fixes" ADD CONSTRAINT "session_suggested_fixes_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "write_backs_account_id_session_id_created_at_index" ON "write_backs" USING btree ("account_id","session_id","created_at");