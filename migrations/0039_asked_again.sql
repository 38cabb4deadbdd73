ALTER TABLE `consensus_list` ADD `remind_at` integer;--> statement-breakpoint
CREATE INDEX `consensus_list_remind` ON `consensus_list` (`remind_at`) WHERE remind_at IS NOT NULL;--> statement-breakpoint
ALTER TABLE `ballot` ADD `remind_at` integer;--> statement-breakpoint
CREATE INDEX `ballot_remind` ON `ballot` (`remind_at`) WHERE remind_at IS NOT NULL;