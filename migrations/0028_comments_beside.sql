CREATE TABLE `comment_agreement` (
	`thread_id` text NOT NULL,
	`association_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`thread_id`, `association_id`)
);
--> statement-breakpoint
ALTER TABLE `comment_thread` ADD `quote` text;