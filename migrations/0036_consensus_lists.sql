CREATE TABLE `consensus_answer` (
	`list_id` text NOT NULL,
	`association_id` text NOT NULL,
	`objections` text NOT NULL,
	`seat_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`list_id`, `association_id`)
);
--> statement-breakpoint
CREATE TABLE `consensus_item` (
	`list_id` text NOT NULL,
	`amendment_id` text NOT NULL,
	`version_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`outcome` text,
	PRIMARY KEY(`list_id`, `amendment_id`)
);
--> statement-breakpoint
CREATE INDEX `consensus_item_amendment` ON `consensus_item` (`amendment_id`);--> statement-breakpoint
CREATE TABLE `consensus_list` (
	`id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`bylaws` text NOT NULL,
	`electorate` text NOT NULL,
	`unheard` text DEFAULT '[]' NOT NULL,
	`settled_at` integer,
	`cancelled_at` integer,
	`cancel_reason` text
);
--> statement-breakpoint
CREATE INDEX `consensus_list_statement` ON `consensus_list` (`statement_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `consensus_list_due` ON `consensus_list` (`settled_at`,`closes_at`);