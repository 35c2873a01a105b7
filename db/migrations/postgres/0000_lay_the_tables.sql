CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"accountId" text NOT NULL,
	"providerId" text NOT NULL,
	"userId" text NOT NULL,
	"accessToken" text,
	"refreshToken" text,
	"idToken" text,
	"accessTokenExpiresAt" timestamp with time zone,
	"refreshTokenExpiresAt" timestamp with time zone,
	"scope" text,
	"password" text,
	"createdAt" timestamp with time zone NOT NULL,
	"updatedAt" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "anchors" (
	"id" text PRIMARY KEY NOT NULL,
	"claimId" text NOT NULL,
	"from" integer,
	"to" integer,
	"exact" text NOT NULL,
	"prefix" text NOT NULL,
	"suffix" text NOT NULL,
	"createdAt" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" text PRIMARY KEY NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"title" text NOT NULL,
	"finding" text NOT NULL,
	"language" text NOT NULL,
	"scale" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"deadline" text,
	"restricted" boolean DEFAULT false NOT NULL,
	"origin" text,
	"createdBy" text NOT NULL,
	"createdAt" text NOT NULL,
	"updatedAt" text NOT NULL,
	"deletedAt" text,
	"signedOff" json
);
--> statement-breakpoint
CREATE TABLE "citations" (
	"id" text PRIMARY KEY NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"claimId" text NOT NULL,
	"sourceId" text NOT NULL,
	"stance" text NOT NULL,
	"quote" text,
	"locator" text,
	"note" text,
	"accessedAt" text NOT NULL,
	"createdBy" text NOT NULL,
	"createdAt" text NOT NULL,
	"deletedAt" text
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" text PRIMARY KEY NOT NULL,
	"articleId" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"verdict" text,
	"rationale" text,
	"correction" text,
	"severity" text,
	"status" text NOT NULL,
	"attributedTo" text,
	"assigneeId" text,
	"secondCheckerId" text,
	"createdBy" text NOT NULL,
	"createdAt" text NOT NULL,
	"updatedAt" text NOT NULL,
	"deletedAt" text,
	"verdictBy" text,
	"verdictAt" text,
	"approvedBy" text,
	"approvedAt" text,
	"place" integer NOT NULL,
	"reach" integer NOT NULL,
	"state" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"sourceId" text NOT NULL,
	"channel" text NOT NULL,
	"who" text NOT NULL,
	"at" text NOT NULL,
	"outcome" text NOT NULL,
	"nextTry" text,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "creations" (
	"id" text PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"bodyHash" text NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "docs" (
	"articleId" text NOT NULL,
	"version" integer NOT NULL,
	"doc" json NOT NULL,
	CONSTRAINT "docs_articleId_version_pk" PRIMARY KEY("articleId","version")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"at" text NOT NULL,
	"by" text NOT NULL,
	"articleId" text,
	"claimId" text,
	"sourceId" text,
	"before" json,
	"after" json
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"email" text,
	"tokenHash" text NOT NULL,
	"createdBy" text NOT NULL,
	"createdAt" text NOT NULL,
	"expiresAt" text NOT NULL,
	"usedBy" text,
	"usedAt" text,
	"withdrawnAt" text,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("tokenHash")
);
--> statement-breakpoint
CREATE TABLE "newsroom" (
	"id" integer PRIMARY KEY NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"rules" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"emailVerified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text DEFAULT 'viewer' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"createdAt" timestamp with time zone NOT NULL,
	"updatedAt" timestamp with time zone NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "readers" (
	"articleId" text NOT NULL,
	"personId" text NOT NULL,
	CONSTRAINT "readers_articleId_personId_pk" PRIMARY KEY("articleId","personId")
);
--> statement-breakpoint
CREATE TABLE "scales" (
	"id" text PRIMARY KEY NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"verdicts" json NOT NULL,
	"createdAt" text NOT NULL,
	"deletedAt" text
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"userId" text NOT NULL,
	"expiresAt" timestamp with time zone NOT NULL,
	"ipAddress" text,
	"userAgent" text,
	"createdAt" timestamp with time zone NOT NULL,
	"updatedAt" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "source_files" (
	"id" text PRIMARY KEY NOT NULL,
	"sourceId" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"createdBy" text NOT NULL,
	"createdAt" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text PRIMARY KEY NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"kind" text NOT NULL,
	"tier" text,
	"title" text NOT NULL,
	"url" text,
	"address" text,
	"publisher" text,
	"author" text,
	"publishedAt" text,
	"accessedAt" text,
	"archivedUrl" text,
	"confidential" boolean DEFAULT false NOT NULL,
	"note" text,
	"finding" text NOT NULL,
	"createdBy" text NOT NULL,
	"createdAt" text NOT NULL,
	"updatedAt" text NOT NULL,
	"deletedAt" text
);
--> statement-breakpoint
CREATE TABLE "steps" (
	"articleId" text NOT NULL,
	"version" integer NOT NULL,
	"step" json NOT NULL,
	"clientId" text NOT NULL,
	"by" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "steps_articleId_version_pk" PRIMARY KEY("articleId","version")
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"personId" text NOT NULL,
	"name" text NOT NULL,
	"tokenHash" text NOT NULL,
	"createdAt" text NOT NULL,
	"expiresAt" text,
	"revokedAt" text,
	CONSTRAINT "tokens_tokenHash_unique" UNIQUE("tokenHash")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expiresAt" timestamp with time zone NOT NULL,
	"createdAt" timestamp with time zone NOT NULL,
	"updatedAt" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_userId_people_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anchors" ADD CONSTRAINT "anchors_claimId_claims_id_fk" FOREIGN KEY ("claimId") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_scale_scales_id_fk" FOREIGN KEY ("scale") REFERENCES "public"."scales"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_createdBy_people_id_fk" FOREIGN KEY ("createdBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_claimId_claims_id_fk" FOREIGN KEY ("claimId") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_sourceId_sources_id_fk" FOREIGN KEY ("sourceId") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_createdBy_people_id_fk" FOREIGN KEY ("createdBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_articleId_articles_id_fk" FOREIGN KEY ("articleId") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_assigneeId_people_id_fk" FOREIGN KEY ("assigneeId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_secondCheckerId_people_id_fk" FOREIGN KEY ("secondCheckerId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_createdBy_people_id_fk" FOREIGN KEY ("createdBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_verdictBy_people_id_fk" FOREIGN KEY ("verdictBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_approvedBy_people_id_fk" FOREIGN KEY ("approvedBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_sourceId_sources_id_fk" FOREIGN KEY ("sourceId") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "docs" ADD CONSTRAINT "docs_articleId_articles_id_fk" FOREIGN KEY ("articleId") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_createdBy_people_id_fk" FOREIGN KEY ("createdBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_usedBy_people_id_fk" FOREIGN KEY ("usedBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readers" ADD CONSTRAINT "readers_articleId_articles_id_fk" FOREIGN KEY ("articleId") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readers" ADD CONSTRAINT "readers_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_userId_people_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_files" ADD CONSTRAINT "source_files_sourceId_sources_id_fk" FOREIGN KEY ("sourceId") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_files" ADD CONSTRAINT "source_files_createdBy_people_id_fk" FOREIGN KEY ("createdBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_createdBy_people_id_fk" FOREIGN KEY ("createdBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_articleId_articles_id_fk" FOREIGN KEY ("articleId") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_personId_people_id_fk" FOREIGN KEY ("personId") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_of_person" ON "accounts" USING btree ("userId");--> statement-breakpoint
CREATE INDEX "accounts_by_provider" ON "accounts" USING btree ("providerId","accountId");--> statement-breakpoint
CREATE INDEX "anchors_of_claim" ON "anchors" USING btree ("claimId");--> statement-breakpoint
CREATE INDEX "articles_by_activity" ON "articles" USING btree ("updatedAt","id");--> statement-breakpoint
CREATE INDEX "articles_by_scale" ON "articles" USING btree ("scale");--> statement-breakpoint
CREATE INDEX "citations_of_claim" ON "citations" USING btree ("claimId") WHERE "citations"."deletedAt" is null;--> statement-breakpoint
CREATE INDEX "citations_of_source" ON "citations" USING btree ("sourceId") WHERE "citations"."deletedAt" is null;--> statement-breakpoint
CREATE INDEX "claims_in_reading_order" ON "claims" USING btree ("articleId","place");--> statement-breakpoint
CREATE INDEX "claims_counted" ON "claims" USING btree ("articleId","status","verdict","state") WHERE "claims"."deletedAt" is null;--> statement-breakpoint
CREATE INDEX "contacts_of_source" ON "contacts" USING btree ("sourceId");--> statement-breakpoint
CREATE INDEX "events_of_article" ON "events" USING btree ("articleId","id");--> statement-breakpoint
CREATE INDEX "events_of_claim" ON "events" USING btree ("claimId","id") WHERE "events"."claimId" is not null;--> statement-breakpoint
CREATE INDEX "events_of_source" ON "events" USING btree ("sourceId","id") WHERE "events"."sourceId" is not null;--> statement-breakpoint
CREATE INDEX "sessions_of_person" ON "sessions" USING btree ("userId");--> statement-breakpoint
CREATE INDEX "files_of_source" ON "source_files" USING btree ("sourceId");--> statement-breakpoint
CREATE INDEX "sources_by_address" ON "sources" USING btree ("address");--> statement-breakpoint
CREATE INDEX "sources_by_activity" ON "sources" USING btree ("updatedAt","id");--> statement-breakpoint
CREATE INDEX "tokens_of_person" ON "tokens" USING btree ("personId");--> statement-breakpoint
CREATE INDEX "verifications_by_identifier" ON "verifications" USING btree ("identifier");