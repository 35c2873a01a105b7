DROP INDEX "claims_counted";--> statement-breakpoint
ALTER TABLE "anchors" ADD COLUMN "lost" json;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "closedBy" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "closedAt" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "closedReason" text;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_closedBy_people_id_fk" FOREIGN KEY ("closedBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claims_counted" ON "claims" USING btree ("articleId","deletedAt","status","verdict","state","closedAt");