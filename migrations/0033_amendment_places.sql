ALTER TABLE `amendment_version` ADD `touches` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `amendment_version` ADD `reach` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Of what was written before, all that was seen.
UPDATE `amendment_version` SET `touches` =
	(SELECT json_group_array(`block`.`value` ->> '$.blockId') FROM json_each(`amendment_version`.`seen`) AS `block`);