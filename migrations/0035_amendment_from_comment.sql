ALTER TABLE `amendment` ADD `thread_id` text;--> statement-breakpoint
CREATE INDEX `amendment_thread` ON `amendment` (`thread_id`);