ALTER TABLE `association` ADD `joined_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `coalition` ADD `former_preset` text;--> statement-breakpoint
ALTER TABLE `coalition` ADD `former_until` integer;--> statement-breakpoint
ALTER TABLE `seat` ADD `term_until` integer;--> statement-breakpoint
-- When each association was added stands with the act that added it.
UPDATE `association` SET `joined_at` = `added`.`at` FROM (
	SELECT `event`.`payload` -> 'association' ->> 'id' AS `id`, `act`.`at` AS `at` FROM `event` JOIN `act` ON `act`.`id` = `event`.`act_id`
	WHERE `event`.`type` = 'associationAdded') AS `added`
	WHERE `added`.`id` = `association`.`id`;--> statement-breakpoint
UPDATE `seat` SET `term_until` = `until_at`;
