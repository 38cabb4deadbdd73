CREATE TABLE `amendment` (
	`id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`number` integer NOT NULL,
	`association_id` text NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`version_id` text NOT NULL,
	`at` integer NOT NULL,
	`put_forward_at` integer,
	`note` text,
	`decided_seat_id` text,
	`decided_at` integer,
	`own` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `amendment_number` ON `amendment` (`statement_id`,`number`);--> statement-breakpoint
CREATE TABLE `amendment_join` (
	`amendment_id` text NOT NULL,
	`association_id` text NOT NULL,
	`version_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`amendment_id`, `association_id`)
);
--> statement-breakpoint
CREATE TABLE `amendment_version` (
	`id` text PRIMARY KEY NOT NULL,
	`amendment_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`seen` text NOT NULL,
	`wanted` text NOT NULL,
	`reason` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `amendment_version_amendment` ON `amendment_version` (`amendment_id`,`at`);--> statement-breakpoint
CREATE INDEX `amendment_version_statement` ON `amendment_version` (`statement_id`);