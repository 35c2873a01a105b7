CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`claimId` text NOT NULL,
	`parentId` text,
	`body` text NOT NULL,
	`author` text,
	`createdBy` text NOT NULL,
	`createdAt` text NOT NULL,
	`updatedAt` text NOT NULL,
	`deletedAt` text,
	`resolvedBy` text,
	`resolvedAt` text,
	FOREIGN KEY (`claimId`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolvedBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comments_of_claim` ON `comments` (`claimId`,`createdAt`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_citations` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`claimId` text NOT NULL,
	`sourceId` text NOT NULL,
	`stance` text NOT NULL,
	`quote` text,
	`locator` text,
	`note` text,
	`accessedAt` text,
	`createdBy` text NOT NULL,
	`createdAt` text NOT NULL,
	`deletedAt` text,
	FOREIGN KEY (`claimId`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sourceId`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdBy`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_citations`("id", "revision", "claimId", "sourceId", "stance", "quote", "locator", "note", "accessedAt", "createdBy", "createdAt", "deletedAt") SELECT "id", "revision", "claimId", "sourceId", "stance", "quote", "locator", "note", "accessedAt", "createdBy", "createdAt", "deletedAt" FROM `citations`;--> statement-breakpoint
DROP TABLE `citations`;--> statement-breakpoint
ALTER TABLE `__new_citations` RENAME TO `citations`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `citations_of_claim` ON `citations` (`claimId`) WHERE "citations"."deletedAt" is null;--> statement-breakpoint
CREATE INDEX `citations_of_source` ON `citations` (`sourceId`) WHERE "citations"."deletedAt" is null;--> statement-breakpoint
ALTER TABLE `articles` ADD `byline` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `publisher` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `publishedAt` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `url` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `newsroom` text;