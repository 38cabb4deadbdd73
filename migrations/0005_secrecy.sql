ALTER TABLE `turnout` DROP COLUMN `at`;--> statement-breakpoint
-- The papers of secret ballots that had no quorum, or lost their effect before they were counted, were kept until now.
DELETE FROM `paper` WHERE `ballot_id` IN (SELECT `id` FROM `ballot`
	WHERE (`voided_at` IS NOT NULL AND `outcome` IS NULL) OR json_extract(`outcome`, '$.result') = 'noQuorum');--> statement-breakpoint
-- All choices are equally long from now on, so that the room that a paper leaves does not tell what it said.
UPDATE `paper` SET `choice` = substr(`choice` || '       ', 1, 7);
