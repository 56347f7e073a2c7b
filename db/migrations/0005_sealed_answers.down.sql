ALTER TABLE idempotency_keys DROP COLUMN response, ADD COLUMN response jsonb, ADD COLUMN status integer;
--> statement-breakpoint
DROP INDEX idempotency_keys_account_id_created_at_index;
