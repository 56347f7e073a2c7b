-- What was answered is sealed from here on. What was kept open before goes; the key stays, so that nothing is done twice.
ALTER TABLE "idempotency_keys" DROP COLUMN "response";--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "response" text;--> statement-breakpoint
CREATE INDEX "idempotency_keys_account_id_created_at_index" ON "idempotency_keys" USING btree ("account_id","created_at");--> statement-breakpoint
ALTER TABLE "idempotency_keys" DROP COLUMN "status";
