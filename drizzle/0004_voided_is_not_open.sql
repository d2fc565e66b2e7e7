DROP INDEX "slips_open_due";--> statement-breakpoint
DROP INDEX "slips_open_unit";--> statement-breakpoint
DROP INDEX "slips_open_inspector";--> statement-breakpoint
DROP INDEX "slips_open_desk";--> statement-breakpoint
DROP INDEX "slips_open_stage";--> statement-breakpoint
CREATE INDEX "slips_open_due" ON "slips" USING btree ("due_at","issued_at") WHERE stage not in ('closed', 'escalated', 'voided');--> statement-breakpoint
CREATE INDEX "slips_open_unit" ON "slips" USING btree ("unit","due_at") WHERE stage not in ('closed', 'escalated', 'voided');--> statement-breakpoint
CREATE INDEX "slips_open_inspector" ON "slips" USING btree ("inspector","due_at") WHERE stage not in ('closed', 'escalated', 'voided');--> statement-breakpoint
CREATE INDEX "slips_open_desk" ON "slips" USING btree ("desk","due_at") WHERE stage not in ('closed', 'escalated', 'voided');--> statement-breakpoint
CREATE INDEX "slips_open_stage" ON "slips" USING btree ("stage","due_at") WHERE stage not in ('closed', 'escalated', 'voided');