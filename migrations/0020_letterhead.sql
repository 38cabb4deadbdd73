ALTER TABLE `publication` ADD `accent` text;--> statement-breakpoint
ALTER TABLE `publication` ADD `logo` text;