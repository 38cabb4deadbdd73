CREATE TABLE `older_contest` (
	`older_id` text NOT NULL,
	`association_id` text NOT NULL,
	`reason` text NOT NULL,
	`standing` integer NOT NULL,
	`seat_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`older_id`, `association_id`)
);
--> statement-breakpoint
CREATE INDEX `older_contest_association` ON `older_contest` (`association_id`);--> statement-breakpoint
CREATE TABLE `older_statement` (
	`id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer,
	`place` text NOT NULL,
	`ordinal` integer NOT NULL,
	`label` text NOT NULL,
	`title` text NOT NULL,
	`language` text NOT NULL,
	`content` text NOT NULL,
	`corrections` text DEFAULT '[]' NOT NULL,
	`imported_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`removed_at` integer,
	`removed_reason` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `older_statement_place` ON `older_statement` (`coalition_id`,`year`,`place`);