CREATE TABLE `told_by_hand` (
	`coalition_id` text NOT NULL,
	`act_id` text NOT NULL,
	`notice` text NOT NULL,
	`about` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`act_id`, `notice`, `about`)
);
--> statement-breakpoint
ALTER TABLE `seat` ADD `ended_unreached` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_told` ON `outbox` (`coalition_id`,`kind`,`created_at`,`act_id`);--> statement-breakpoint
CREATE INDEX `outbox_readers` ON `outbox` (`coalition_id`,`kind`,`association_id`,`delivered_at`);