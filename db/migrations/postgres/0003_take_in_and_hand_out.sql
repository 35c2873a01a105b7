CREATE TABLE "comments" (
	"id" text PRIMARY KEY NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"claimId" text NOT NULL,
	"parentId" text,
	"body" text NOT NULL,
	"author" text,
	"createdBy" text NOT NULL,
	"createdAt" text NOT NULL,
	"updatedAt" text NOT NULL,
	"deletedAt" text,
	"resolvedBy" text,
	"resolvedAt" text
);
--> statement-breakpoint
ALTER TABLE "citations" ALTER COLUMN "accessedAt" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "byline" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "publisher" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "publishedAt" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "url" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "newsroom" text;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_claimId_claims_id_fk" FOREIGN KEY ("claimId") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_createdBy_people_id_fk" FOREIGN KEY ("createdBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolvedBy_people_id_fk" FOREIGN KEY ("resolvedBy") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_of_claim" ON "comments" USING btree ("claimId","createdAt");