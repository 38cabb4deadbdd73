ALTER TABLE `seat` ADD `ended_by` text;--> statement-breakpoint
ALTER TABLE `seat` ADD `taken_back_at` integer;--> statement-breakpoint
-- Who ended each seat stands with the act that ended it; one that went with its association nobody did.
UPDATE `seat` SET `ended_by` = `ended`.`person_id` FROM (
	SELECT `event`.`payload` ->> 'seatId' AS `id`, `act`.`person_id` AS `person_id` FROM `event` JOIN `act` ON `act`.`id` = `event`.`act_id`
	WHERE `event`.`type` = 'seatEnded') AS `ended`
	WHERE `ended`.`id` = `seat`.`id`;
