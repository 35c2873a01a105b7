CREATE TABLE `placements` (
	`articleId` text NOT NULL,
	`version` integer NOT NULL,
	`anchors` text NOT NULL,
	PRIMARY KEY(`articleId`, `version`),
	FOREIGN KEY (`articleId`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `strokes` (
	`articleId` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`origin` text,
	`restored` integer,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`articleId`, `version`),
	FOREIGN KEY (`articleId`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `claims_counted`;--> statement-breakpoint
ALTER TABLE `claims` ADD `closedBy` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `claims` ADD `closedAt` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `closedReason` text;--> statement-breakpoint
CREATE INDEX `claims_counted` ON `claims` (`articleId`,`deletedAt`,`status`,`verdict`,`state`,`closedAt`);--> statement-breakpoint
ALTER TABLE `anchors` ADD `lost` text;