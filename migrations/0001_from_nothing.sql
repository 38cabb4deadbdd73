CREATE TABLE `answers_read` (
	`statement_id` text NOT NULL,
	`association_id` text NOT NULL,
	`up_to` integer NOT NULL,
	PRIMARY KEY(`statement_id`, `association_id`)
);
--> statement-breakpoint
CREATE TABLE `comment` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`reply_to` text,
	`association_id` text,
	`person_id` text NOT NULL,
	`seat_id` text,
	`act_id` text NOT NULL,
	`text` text NOT NULL,
	`earlier` text DEFAULT '[]' NOT NULL,
	`at` integer NOT NULL,
	`changed_at` integer,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `comment_statement` ON `comment` (`statement_id`,`at`);--> statement-breakpoint
CREATE INDEX `comment_thread_id` ON `comment` (`thread_id`,`seq`);--> statement-breakpoint
CREATE INDEX `comment_act` ON `comment` (`act_id`);--> statement-breakpoint
CREATE TABLE `comment_thread` (
	`id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`block_id` text,
	`version_id` text,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`resolved_at` integer
);
--> statement-breakpoint
CREATE INDEX `comment_thread_statement` ON `comment_thread` (`statement_id`);--> statement-breakpoint
CREATE TABLE `file` (
	`id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`notice_id` text,
	`inquiry_id` text,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`gap` text,
	`ordinal` integer NOT NULL,
	`at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `file_coalition` ON `file` (`coalition_id`);--> statement-breakpoint
CREATE INDEX `file_notice` ON `file` (`notice_id`);--> statement-breakpoint
CREATE INDEX `file_inquiry` ON `file` (`inquiry_id`);--> statement-breakpoint
CREATE TABLE `notice` (
	`id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`status` text NOT NULL,
	`how` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`left_out` text NOT NULL,
	`inquiry_id` text,
	`taken_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notice_coalition` ON `notice` (`coalition_id`,`status`,`taken_at`);--> statement-breakpoint
CREATE INDEX `notice_inquiry` ON `notice` (`inquiry_id`);--> statement-breakpoint
CREATE TABLE `adopted_position` (
	`coalition_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`sub_points` text NOT NULL,
	`first_block` integer NOT NULL,
	`last_block` integer NOT NULL,
	`folded` text NOT NULL,
	`stems` text NOT NULL,
	PRIMARY KEY(`statement_id`, `number`)
);
--> statement-breakpoint
CREATE INDEX `adopted_position_coalition` ON `adopted_position` (`coalition_id`);--> statement-breakpoint
CREATE TABLE `block_source` (
	`block_id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`number` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `coalition` ADD `english` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `coalition` ADD `accent` text;--> statement-breakpoint
ALTER TABLE `coalition` ADD `logo` text;--> statement-breakpoint
ALTER TABLE `coalition` ADD `sort_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `coalition_listed` ON `coalition` (`listed`,`sort_name`,`id`);--> statement-breakpoint
ALTER TABLE `inquiry` ADD `kind` text DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE `inquiry` ADD `formats` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `inquiry` ADD `invited` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `inquiry` ADD `extended_from` text;--> statement-breakpoint
CREATE INDEX `paper_ballot` ON `paper` (`ballot_id`);--> statement-breakpoint
CREATE INDEX `seat_association` ON `seat` (`association_id`);--> statement-breakpoint
CREATE INDEX `outbox_statement` ON `outbox` (`statement_id`);--> statement-breakpoint
CREATE INDEX `outbox_act` ON `outbox` (`act_id`);