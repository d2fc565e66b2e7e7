CREATE TABLE "card_messages" (
	"message_id" text PRIMARY KEY NOT NULL,
	"chat_id" text NOT NULL,
	"view" jsonb NOT NULL,
	"slip_id" uuid,
	"draft_id" uuid,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'live' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"inspector" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"content" jsonb NOT NULL,
	"slip_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"slip_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" jsonb NOT NULL,
	"rule" text NOT NULL,
	"data" jsonb NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "events_slip_id_seq_pk" PRIMARY KEY("slip_id","seq")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" text NOT NULL,
	"semantic_key" text,
	"kind" text NOT NULL,
	"lane" text NOT NULL,
	"payload" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'stored' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"token" integer DEFAULT 0 NOT NULL,
	"error" text,
	"answer" jsonb,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "inbox_event_id_unique" UNIQUE("event_id"),
	CONSTRAINT "inbox_semantic_key_unique" UNIQUE("semantic_key")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"version" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "organisations_version_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"document" jsonb NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"imported_by" text NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"uuid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"lane" text NOT NULL,
	"kind" text NOT NULL,
	"destination" jsonb NOT NULL,
	"view" jsonb NOT NULL,
	"slip_id" uuid,
	"priority" smallint NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"valid_in" jsonb,
	"proof" boolean DEFAULT false NOT NULL,
	"merge_key" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"token" integer DEFAULT 0 NOT NULL,
	"first_tried_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"result" jsonb,
	"message_id" text,
	CONSTRAINT "outbox_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "pace" (
	"key" text PRIMARY KEY NOT NULL,
	"tat" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "serials" (
	"colour" text NOT NULL,
	"year" smallint NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "serials_colour_year_pk" PRIMARY KEY("colour","year")
);
--> statement-breakpoint
CREATE TABLE "slips" (
	"id" uuid PRIMARY KEY NOT NULL,
	"colour" text NOT NULL,
	"year" smallint NOT NULL,
	"number" integer NOT NULL,
	"unit" text NOT NULL,
	"site" text,
	"subject" text NOT NULL,
	"stage" text NOT NULL,
	"desk" text,
	"inspector" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	"state" jsonb NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "slips_serial" UNIQUE("colour","year","number")
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"key" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "timers" (
	"slip_id" uuid PRIMARY KEY NOT NULL,
	"step" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"expected_version" integer NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"token" integer DEFAULT 0 NOT NULL,
	"error" text
);
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_slip_id_slips_id_fk" FOREIGN KEY ("slip_id") REFERENCES "public"."slips"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timers" ADD CONSTRAINT "timers_slip_id_slips_id_fk" FOREIGN KEY ("slip_id") REFERENCES "public"."slips"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_messages_slip" ON "card_messages" USING btree ("slip_id") WHERE state = 'live';--> statement-breakpoint
CREATE INDEX "card_messages_draft" ON "card_messages" USING btree ("draft_id") WHERE state = 'live';--> statement-breakpoint
CREATE INDEX "card_messages_sent" ON "card_messages" USING btree ("sent_at") WHERE state = 'live';--> statement-breakpoint
CREATE INDEX "drafts_inspector" ON "drafts" USING btree ("inspector","created_at");--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "events_type_at" ON "events" USING btree ("type","at");--> statement-breakpoint
CREATE INDEX "inbox_open" ON "inbox" USING btree ("lane","id") WHERE state = 'stored';--> statement-breakpoint
CREATE INDEX "inbox_received" ON "inbox" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "outbox_open" ON "outbox" USING btree ("lane","id","not_before") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("not_before") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_slip" ON "outbox" USING btree ("slip_id","id");--> statement-breakpoint
CREATE INDEX "outbox_trouble" ON "outbox" USING btree ("done_at") WHERE state in ('refused', 'unknown');--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_one_patch" ON "outbox" USING btree ("message_id") WHERE kind = 'patch' and state = 'pending' and attempts = 0;--> statement-breakpoint
CREATE INDEX "slips_words" ON "slips" USING gin (words gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "slips_issued" ON "slips" USING btree ("issued_at");--> statement-breakpoint
CREATE INDEX "slips_unit_issued" ON "slips" USING btree ("unit","issued_at");--> statement-breakpoint
CREATE INDEX "slips_open_due" ON "slips" USING btree ("due_at","issued_at") WHERE stage not in ('closed', 'escalated');--> statement-breakpoint
CREATE INDEX "slips_open_unit" ON "slips" USING btree ("unit","due_at") WHERE stage not in ('closed', 'escalated');--> statement-breakpoint
CREATE INDEX "slips_open_inspector" ON "slips" USING btree ("inspector","due_at") WHERE stage not in ('closed', 'escalated');--> statement-breakpoint
CREATE INDEX "slips_open_desk" ON "slips" USING btree ("desk","due_at") WHERE stage not in ('closed', 'escalated');--> statement-breakpoint
CREATE INDEX "slips_open_stage" ON "slips" USING btree ("stage","due_at") WHERE stage not in ('closed', 'escalated');--> statement-breakpoint
CREATE INDEX "timers_due" ON "timers" USING btree ("due_at");