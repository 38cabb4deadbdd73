CREATE TABLE `response` (
	`id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`act_id` text NOT NULL,
	`sent_to` text NOT NULL,
	`copy_to` text NOT NULL,
	`subject` text NOT NULL,
	`cover` text NOT NULL,
	`files` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`outcome` text,
	`outcome_at` integer,
	`said` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `response_statement` ON `response` (`statement_id`);--> statement-breakpoint
CREATE INDEX `response_act` ON `response` (`act_id`);