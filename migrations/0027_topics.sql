CREATE TABLE `statement_topic` (
	`statement_id` text NOT NULL,
	`topic_id` text NOT NULL,
	PRIMARY KEY(`statement_id`, `topic_id`)
);
--> statement-breakpoint
CREATE INDEX `statement_topic_topic` ON `statement_topic` (`topic_id`,`statement_id`);--> statement-breakpoint
CREATE TABLE `topic` (
	`id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`away_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topic_slug` ON `topic` (`coalition_id`,`slug`);