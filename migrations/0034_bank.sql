CREATE TABLE `likeness_meant` (
	`statement_id` text NOT NULL,
	`block_id` text NOT NULL,
	`version_id` text NOT NULL,
	`adopted_in` text NOT NULL,
	`number` integer NOT NULL,
	PRIMARY KEY(`block_id`, `adopted_in`, `number`)
);
--> statement-breakpoint
CREATE INDEX `likeness_meant_statement` ON `likeness_meant` (`statement_id`);--> statement-breakpoint
CREATE TABLE `position_group` (
	`statement_id` text NOT NULL,
	`number` integer NOT NULL,
	`topic_id` text NOT NULL,
	PRIMARY KEY(`statement_id`, `number`, `topic_id`)
);
--> statement-breakpoint
CREATE INDEX `position_group_topic` ON `position_group` (`topic_id`);--> statement-breakpoint
CREATE TABLE `position_sorting` (
	`statement_id` text NOT NULL,
	`number` integer NOT NULL,
	`level` text NOT NULL,
	PRIMARY KEY(`statement_id`, `number`)
);
--> statement-breakpoint
CREATE TABLE `standard_text` (
	`id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`use` text NOT NULL,
	`blocks` text NOT NULL,
	`changed_at` integer NOT NULL,
	`away_at` integer
);
--> statement-breakpoint
CREATE INDEX `standard_text_coalition` ON `standard_text` (`coalition_id`);--> statement-breakpoint
ALTER TABLE `topic` ADD `list` text DEFAULT 'topic' NOT NULL;