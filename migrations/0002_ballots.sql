ALTER TABLE `ballot` ADD `subject` text DEFAULT '{"kind":"text"}' NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `ballot_id` text;--> statement-breakpoint
ALTER TABLE `statement` ADD `ballot_id` text;--> statement-breakpoint
-- Until now a statement's ballot was the latest that still had effect, and a notification of a ballot was about that.
UPDATE `statement` SET `ballot_id` = (SELECT `id` FROM `ballot` WHERE `ballot`.`statement_id` = `statement`.`id` AND `voided_at` IS NULL
	ORDER BY `opens_at` DESC, `id` DESC LIMIT 1);--> statement-breakpoint
UPDATE `outbox` SET `ballot_id` = (SELECT `ballot_id` FROM `statement` WHERE `statement`.`id` = `outbox`.`statement_id`)
	WHERE `kind` = 'ballot';
