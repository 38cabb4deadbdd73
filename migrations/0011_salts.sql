ALTER TABLE `publication` ADD `sealed_text` text;--> statement-breakpoint
ALTER TABLE `publication` ADD `revealed` text;--> statement-breakpoint
ALTER TABLE `revision` ADD `salts` text;