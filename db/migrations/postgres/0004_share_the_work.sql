CREATE TABLE "approvals" (
	"claimId" text NOT NULL,
	"personId" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "approvals_claimId_personId_pk" PRIMARY KEY("claimId","personId")
);
--> statement-breakpoint
CREATE TABLE "checks" (
	"id" text PRIMARY KEY NOT NULL,
	"claimId" text NOT NULL,
	"checkerId" text NOT NULL,
	"askedBy" text NOT NULL,
	"askedAt" text NOT NULL,
	"verdict" text,
	"rationale" text,
	"givenAt" text,
	"firstBy" text,
	"firstVerdict" text,
	"firstRationale" text,
	"firstAt" text,
	"outcome" text DEFAULT 'waiting' NOT NULL,
	"settledAt" text,
	"decidedBy" text,
	"decidedVerdict" text,
	"reason" text,
	"withdrawnAt" text
);
--> statement-breakpoint
CREATE TABLE "guests" (
	"id" text PRIMARY KEY NOT NULL,
	"articleId" text NOT NULL,
	"personId" text NOT NULL,
	"email" text,
	"tokenHash" text NOT NULL,
	"expiresAt" text NOT NULL,
	"createdBy" text NOT NULL,
	"createdAt" text NOT NULL,
	"lastSeenAt" text,
	"revokedAt" text,
	CONSTRAINT "guests_tokenHash_unique" UNIQUE("tokenHash")
);
--> statement-breakpoint
CREATE TABLE "looks" (
	"articleId" text NOT NULL,
	"sentence" text NOT NULL,
	"by" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "looks_articleId_sentence_pk" PRIMARY KEY("articleId","sentence")
);
--> statement-breakpoint
CREATE TABLE "merges" (
	"doubleId" text PRIMARY KEY NOT NULL,
	"into" text NOT NULL,
	"eventId" integer NOT NULL,
	"moved" json NOT NULL,
	"before" json NOT NULL,
	"confidential" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"articleId" text NOT NULL,
	"claimId" text,
	"before" text,
	"after" text,
	"body" text NOT NULL,
	"createdBy" text NOT NULL,
	"createdAt" text NOT NULL,
	"deletedAt" text
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notifications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"personId" text NOT NULL,
	"kind" text NOT NULL,
	"eventId" integer NOT NULL,
	"by" text NOT NULL,
	"articleId" text NOT NULL,
	"claimId" text,
	"commentId" text,
	"at" text NOT NULL,
	"readAt" text,
	"mailedAt" text
);
--> statement-breakpoint
CREATE TABLE "placements" (
	"articleId" text NOT NULL,
	"version" integer NOT NULL,
	"anchors" json NOT NULL,
	CONSTRAINT "placements_articleId_version_pk" PRIMARY KEY("articleId","version")
);
--> statement-breakpoint
CREATE TABLE "strokes" (
	"articleId" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"origin" text,
	"restored" integer,
	"by" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "strokes_articleId_version_pk" PRIMARY KEY("articleId","version")
);
--> statement-breakpoint
CREATE TABLE "two_factors" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backupCodes" text NOT NULL,
	"userId" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failedVerificationCount" integer DEFAULT 0,
	"lockedUntil" timestamp with time zone,
	"usedStep" integer
);
--> statement-breakpoint
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
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_claimId_claims_id_fk" FOREIGN KEY ("claimId") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_claimId_claims_id_fk" FOREIGN KEY ("claimId") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_checkerId_people_id_fk" FOREIGN KEY ("checkerId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_askedBy_people_id_fk" FOREIGN KEY ("askedBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_firstBy_people_id_fk" FOREIGN KEY ("firstBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_decidedBy_people_id_fk" FOREIGN KEY ("decidedBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_articleId_articles_id_fk" FOREIGN KEY ("articleId") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_createdBy_people_id_fk" FOREIGN KEY ("createdBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_articleId_articles_id_fk" FOREIGN KEY ("articleId") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_doubleId_sources_id_fk" FOREIGN KEY ("doubleId") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_into_sources_id_fk" FOREIGN KEY ("into") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_articleId_articles_id_fk" FOREIGN KEY ("articleId") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_createdBy_people_id_fk" FOREIGN KEY ("createdBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_articleId_articles_id_fk" FOREIGN KEY ("articleId") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strokes" ADD CONSTRAINT "strokes_articleId_articles_id_fk" FOREIGN KEY ("articleId") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strokes" ADD CONSTRAINT "strokes_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factors" ADD CONSTRAINT "two_factors_userId_people_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "checks_of_claim" ON "checks" USING btree ("claimId");--> statement-breakpoint
CREATE INDEX "checks_not_given" ON "checks" USING btree ("checkerId","claimId") WHERE ("checks"."givenAt" is null and "checks"."withdrawnAt" is null);--> statement-breakpoint
CREATE INDEX "guests_of_article" ON "guests" USING btree ("articleId");--> statement-breakpoint
CREATE INDEX "guests_by_person" ON "guests" USING btree ("personId");--> statement-breakpoint
CREATE INDEX "notices_of_article" ON "notices" USING btree ("articleId","createdAt");--> statement-breakpoint
CREATE INDEX "notifications_of_person" ON "notifications" USING btree ("personId","id");--> statement-breakpoint
CREATE INDEX "notifications_of_returns" ON "notifications" USING btree ("personId","claimId") WHERE "notifications"."kind" = 'returned';--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("personId") WHERE "notifications"."readAt" is null;--> statement-breakpoint
CREATE INDEX "two_factors_of_person" ON "two_factors" USING btree ("userId");--> statement-breakpoint
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