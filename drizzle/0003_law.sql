CREATE TABLE "calendars" (
	"version" text PRIMARY KEY NOT NULL,
	"document" jsonb NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"imported_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_books" (
	"version" text PRIMARY KEY NOT NULL,
	"effective_from" text NOT NULL,
	"document" jsonb NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"imported_by" text NOT NULL,
	CONSTRAINT "rule_books_effective_from_unique" UNIQUE("effective_from")
);
--> statement-breakpoint
-- A slip rests on its rule book and a deadline on its calendar for life: what was imported is never altered.
CREATE TRIGGER rule_books_append_only BEFORE UPDATE OR DELETE ON rule_books
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER rule_books_no_truncate BEFORE TRUNCATE ON rule_books
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER calendars_append_only BEFORE UPDATE OR DELETE ON calendars
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER calendars_no_truncate BEFORE TRUNCATE ON calendars
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
