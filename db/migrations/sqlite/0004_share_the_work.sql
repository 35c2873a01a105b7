CREATE TABLE `approvals` (
	`claimId` text NOT NULL,
	`personId` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`claimId`, `personId`),
	FOREIGN KEY (`claimId`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `checks` (
	`id` text PRIMARY KEY NOT NULL,
	`claimId` text NOT NULL,
	`checkerId` text NOT NULL,
	`askedBy` text NOT NULL,
	`askedAt` text NOT NULL,
	`verdict` text,
	`rationale` text,
	`givenAt` text,
	`firstBy` text,
	`firstVerdict` text,
	`firstRationale` text,
	`firstAt` text,
	`outcome` text DEFAULT 'waiting' NOT NULL,
	`settledAt` text,
	`decidedBy` text,
	`decidedVerdict` text,
	`reason` text,
	`withdrawnAt` text,
	FOREIGN KEY (`claimId`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checkerId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`askedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`firstBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decidedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `checks_of_claim` ON `checks` (`claimId`);--> statement-breakpoint
CREATE INDEX `checks_not_given` ON `checks` (`checkerId`,`claimId`) WHERE ("checks"."givenAt" is null and "checks"."withdrawnAt" is null);--> statement-breakpoint
CREATE TABLE `guests` (
	`id` text PRIMARY KEY NOT NULL,
	`articleId` text NOT NULL,
	`personId` text NOT NULL,
	`email` text,
	`tokenHash` text NOT NULL,
	`expiresAt` text NOT NULL,
	`createdBy` text NOT NULL,
	`createdAt` text NOT NULL,
	`lastSeenAt` text,
	`revokedAt` text,
	FOREIGN KEY (`articleId`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `guests_tokenHash_unique` ON `guests` (`tokenHash`);--> statement-breakpoint
CREATE INDEX `guests_of_article` ON `guests` (`articleId`);--> statement-breakpoint
CREATE INDEX `guests_by_person` ON `guests` (`personId`);--> statement-breakpoint
CREATE TABLE `looks` (
	`articleId` text NOT NULL,
	`sentence` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`articleId`, `sentence`),
	FOREIGN KEY (`articleId`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `merges` (
	`doubleId` text PRIMARY KEY NOT NULL,
	`into` text NOT NULL,
	`eventId` integer NOT NULL,
	`moved` text NOT NULL,
	`before` text NOT NULL,
	`confidential` integer NOT NULL,
	FOREIGN KEY (`doubleId`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`articleId` text NOT NULL,
	`claimId` text,
	`before` text,
	`after` text,
	`body` text NOT NULL,
	`createdBy` text NOT NULL,
	`createdAt` text NOT NULL,
	`deletedAt` text,
	FOREIGN KEY (`articleId`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_of_article` ON `notices` (`articleId`,`createdAt`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`personId` text NOT NULL,
	`kind` text NOT NULL,
	`eventId` integer NOT NULL,
	`by` text NOT NULL,
	`articleId` text NOT NULL,
	`claimId` text,
	`commentId` text,
	`at` text NOT NULL,
	`readAt` text,
	`mailedAt` text,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notifications_of_person` ON `notifications` (`personId`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_of_returns` ON `notifications` (`personId`,`claimId`) WHERE "notifications"."kind" = 'returned';--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`personId`) WHERE "notifications"."readAt" is null;--> statement-breakpoint
CREATE TABLE `two_factors` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`backupCodes` text NOT NULL,
	`userId` text NOT NULL,
	`verified` integer DEFAULT true,
	`failedVerificationCount` integer DEFAULT 0,
	`lockedUntil` integer,
	`usedStep` integer,
	FOREIGN KEY (`userId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `two_factors_of_person` ON `two_factors` (`userId`);--> statement-breakpoint
ALTER TABLE `articles` ADD `assigneeId` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `articles` ADD `changedSince` text;--> statement-breakpoint
CREATE INDEX `articles_of_assignee` ON `articles` (`assigneeId`) WHERE "articles"."assigneeId" is not null;--> statement-breakpoint
ALTER TABLE `claims` ADD `returnedBy` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `claims` ADD `returnedAt` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `returnedNote` text;--> statement-breakpoint
CREATE INDEX `claims_of_assignee` ON `claims` (`assigneeId`,`articleId`,`severity`,`status`,`deletedAt`,`closedAt`) WHERE ("claims"."assigneeId" is not null and "claims"."deletedAt" is null and "claims"."closedAt" is null);--> statement-breakpoint
CREATE INDEX `claims_of_maker` ON `claims` (`createdBy`,`articleId`,`deletedAt`) WHERE "claims"."deletedAt" is null;--> statement-breakpoint
CREATE INDEX `claims_of_second_checker` ON `claims` (`secondCheckerId`,`articleId`) WHERE ("claims"."secondCheckerId" is not null and "claims"."deletedAt" is null and "claims"."closedAt" is null);--> statement-breakpoint
ALTER TABLE `comments` ADD `kind` text DEFAULT 'note' NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `to` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `comments` ADD `answeredBy` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `comments` ADD `answeredAt` text;--> statement-breakpoint
ALTER TABLE `comments` ADD `mentions` text;--> statement-breakpoint
ALTER TABLE `comments` ADD `confidential` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `proposal` text;--> statement-breakpoint
CREATE INDEX `queries_put_to` ON `comments` (`to`,`claimId`) WHERE ("comments"."to" is not null and "comments"."answeredAt" is null and "comments"."deletedAt" is null);--> statement-breakpoint
ALTER TABLE `contacts` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `contacts` ADD `note` text;--> statement-breakpoint
CREATE INDEX `contacts_to_try` ON `contacts` (`nextTry`) WHERE "contacts"."nextTry" is not null;--> statement-breakpoint
ALTER TABLE `events` ADD `hash` text;--> statement-breakpoint
CREATE INDEX `events_of_person` ON `events` (`by`,`id`);--> statement-breakpoint
ALTER TABLE `people` ADD `guest` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `twoFactorEnabled` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `digest` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `source_files` ADD `citationId` text;--> statement-breakpoint
ALTER TABLE `source_files` ADD `origin` text DEFAULT 'upload' NOT NULL;--> statement-breakpoint
ALTER TABLE `source_files` ADD `url` text;--> statement-breakpoint
ALTER TABLE `source_files` ADD `fetchedAt` text;--> statement-breakpoint
ALTER TABLE `source_files` ADD `textSha256` text;--> statement-breakpoint
ALTER TABLE `source_files` ADD `deletedAt` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `details` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `standing` text DEFAULT 'sound' NOT NULL;--> statement-breakpoint
ALTER TABLE `sources` ADD `standingReason` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `standingBy` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `sources` ADD `standingAt` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `link` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `linkStatus` integer;--> statement-breakpoint
ALTER TABLE `sources` ADD `linkAt` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `mergedInto` text;