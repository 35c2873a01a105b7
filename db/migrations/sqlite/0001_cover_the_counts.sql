DROP INDEX `claims_counted`;--> statement-breakpoint
CREATE INDEX `claims_counted` ON `claims` (`articleId`,`deletedAt`,`status`,`verdict`,`state`);