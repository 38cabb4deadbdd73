CREATE TABLE `addendum` (
	`id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`stretch` text,
	`blocks` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`urgent` text,
	`taken_back_at` integer,
	`ordinal` integer,
	`published_at` integer,
	`record_hash` text,
	`record_bytes` text,
	`revealed` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `addendum_ordinal` ON `addendum` (`statement_id`,`kind`,`ordinal`);--> statement-breakpoint
CREATE INDEX `addendum_record` ON `addendum` (`record_hash`);--> statement-breakpoint
CREATE INDEX `addendum_coalition` ON `addendum` (`coalition_id`,`published_at`);--> statement-breakpoint
CREATE TABLE `addendum_answer` (
	`addendum_id` text NOT NULL,
	`association_id` text NOT NULL,
	`answer` text NOT NULL,
	`reason` text NOT NULL,
	`seat_id` text,
	`act_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`addendum_id`, `association_id`)
);
