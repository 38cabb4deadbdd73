ALTER TABLE `ballot` ADD `urgent` text;--> statement-breakpoint
-- Bylaws did not promise a least time until now, so no ballot that was opened under them cut one short; and whoever spoke for an
-- association voted for it.
UPDATE `ballot` SET `bylaws` = json_set(`bylaws`, '$.leastDays', json('{"answer":0,"object":0,"sign":0}'), '$.officersVote', json('true'));
