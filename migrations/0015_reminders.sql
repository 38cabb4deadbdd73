ALTER TABLE `statement` ADD `remind_at` integer;--> statement-breakpoint
CREATE INDEX `statement_remind` ON `statement` (`remind_at`) WHERE remind_at IS NOT NULL;