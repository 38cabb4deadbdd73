CREATE TABLE `reply` (
	`id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`response_id` text NOT NULL,
	`kind` text NOT NULL,
	`sender` text NOT NULL,
	`proven` integer NOT NULL,
	`checks` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`about` text NOT NULL,
	`left_out` text NOT NULL,
	`status` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reply_coalition` ON `reply` (`coalition_id`,`status`);--> statement-breakpoint
CREATE INDEX `reply_statement` ON `reply` (`statement_id`);--> statement-breakpoint
CREATE INDEX `reply_response` ON `reply` (`response_id`,`status`);--> statement-breakpoint
ALTER TABLE `file` ADD `reply_id` text;--> statement-breakpoint
CREATE INDEX `file_reply` ON `file` (`reply_id`);--> statement-breakpoint
ALTER TABLE `response` ADD `added` text;