CREATE INDEX `ballot_amendment` ON `ballot` (subject ->> '$.amendmentId');--> statement-breakpoint
CREATE INDEX `ballot_against` ON `ballot` (subject ->> '$.against.amendmentId');