CREATE TABLE `amendment_merge` (
	`amendment_id` text NOT NULL,
	`act_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`version_id` text NOT NULL,
	`outcome` text NOT NULL,
	`note` text NOT NULL,
	`parts` text NOT NULL,
	`before` text NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	PRIMARY KEY(`amendment_id`, `act_id`)
);
--> statement-breakpoint
CREATE INDEX `amendment_merge_statement` ON `amendment_merge` (`statement_id`,`at`);--> statement-breakpoint
CREATE INDEX `amendment_merge_act` ON `amendment_merge` (`act_id`);