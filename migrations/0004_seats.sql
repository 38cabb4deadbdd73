ALTER TABLE `seat` ADD `given_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- When each seat was given stands with the act that gave it.
UPDATE `seat` SET `given_at` = `given`.`at` FROM (
	SELECT `event`.`payload` ->> 'seatId' AS `id`, `act`.`at` AS `at` FROM `event` JOIN `act` ON `act`.`id` = `event`.`act_id`
	WHERE `event`.`type` = 'seatGiven') AS `given`
	WHERE `given`.`id` = `seat`.`id`;
