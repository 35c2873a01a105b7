ALTER TABLE "articles" ADD COLUMN "assigneeId" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "changedSince" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "returnedBy" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "returnedAt" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "returnedNote" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "kind" text DEFAULT 'note' NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "to" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "answeredBy" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "answeredAt" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "mentions" json;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "confidential" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "proposal" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "hash" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "guest" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "twoFactorEnabled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "digest" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "source_files" ADD COLUMN "citationId" text;--> statement-breakpoint
ALTER TABLE "source_files" ADD COLUMN "origin" text DEFAULT 'upload' NOT NULL;--> statement-breakpoint
ALTER TABLE "source_files" ADD COLUMN "url" text;--> statement-breakpoint
ALTER TABLE "source_files" ADD COLUMN "fetchedAt" text;--> statement-breakpoint
ALTER TABLE "source_files" ADD COLUMN "textSha256" text;--> statement-breakpoint
ALTER TABLE "source_files" ADD COLUMN "deletedAt" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "details" json;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "standing" text DEFAULT 'sound' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "standingReason" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "standingBy" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "standingAt" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "link" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "linkStatus" integer;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "linkAt" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "mergedInto" text;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_assigneeId_people_id_fk" FOREIGN KEY ("assigneeId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_returnedBy_people_id_fk" FOREIGN KEY ("returnedBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_to_people_id_fk" FOREIGN KEY ("to") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_answeredBy_people_id_fk" FOREIGN KEY ("answeredBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_standingBy_people_id_fk" FOREIGN KEY ("standingBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "articles_of_assignee" ON "articles" USING btree ("assigneeId") WHERE "articles"."assigneeId" is not null;--> statement-breakpoint
CREATE INDEX "claims_of_assignee" ON "claims" USING btree ("assigneeId","articleId","severity","status","deletedAt","closedAt") WHERE ("claims"."assigneeId" is not null and "claims"."deletedAt" is null and "claims"."closedAt" is null);--> statement-breakpoint
CREATE INDEX "claims_of_maker" ON "claims" USING btree ("createdBy","articleId","deletedAt") WHERE "claims"."deletedAt" is null;--> statement-breakpoint
CREATE INDEX "claims_of_second_checker" ON "claims" USING btree ("secondCheckerId","articleId") WHERE ("claims"."secondCheckerId" is not null and "claims"."deletedAt" is null and "claims"."closedAt" is null);--> statement-breakpoint
CREATE INDEX "queries_put_to" ON "comments" USING btree ("to","claimId") WHERE ("comments"."to" is not null and "comments"."answeredAt" is null and "comments"."deletedAt" is null);--> statement-breakpoint
CREATE INDEX "contacts_to_try" ON "contacts" USING btree ("nextTry") WHERE "contacts"."nextTry" is not null;--> statement-breakpoint
CREATE INDEX "events_of_person" ON "events" USING btree ("by","id");