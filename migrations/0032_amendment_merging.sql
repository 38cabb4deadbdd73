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
CREATE INDEX `amendment_merge_act` ON `amendment_merge` (`act_id`);--> statement-breakpoint
ALTER TABLE `amendment_version` ADD `touches` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `amendment_version` ADD `reach` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Of what was written before, all that was seen.
UPDATE `amendment_version` SET `touches` =
	(SELECT json_group_array(`block`.`value` ->> '$.blockId') FROM json_each(`amendment_version`.`seen`) AS `block`);