CREATE TABLE `decision_document` (
	`id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`url` text NOT NULL,
	`dated_on` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `decision_document_statement` ON `decision_document` (`statement_id`);--> statement-breakpoint
CREATE TABLE `expected_outcome` (
	`statement_id` text PRIMARY KEY NOT NULL,
	`expected_on` text NOT NULL,
	`what` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `position_outcome` (
	`document_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`number` integer NOT NULL,
	`outcome` text NOT NULL,
	`page` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`document_id`, `number`)
);
--> statement-breakpoint
CREATE INDEX `position_outcome_position` ON `position_outcome` (`statement_id`,`number`);