CREATE TABLE "heads" (
	"day" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"prev_hash" text NOT NULL,
	"tips" jsonb NOT NULL,
	"hash" text NOT NULL,
	"account" jsonb NOT NULL
);

--> statement-breakpoint
-- A head vouches for its day: what was taken is never altered.
CREATE TRIGGER heads_append_only BEFORE UPDATE OR DELETE ON heads
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER heads_no_truncate BEFORE TRUNCATE ON heads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
