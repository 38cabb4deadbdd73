CREATE TABLE `address_change` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`email` text NOT NULL,
	`proposed_by` text NOT NULL,
	`coalition_id` text,
	`former` text NOT NULL,
	`created_at` integer NOT NULL,
	`told_at` integer,
	`confirmed_at` integer,
	`agreed_at` integer,
	`ended_at` integer,
	`outcome` text
);
--> statement-breakpoint
CREATE INDEX `address_change_person` ON `address_change` (`person_id`);--> statement-breakpoint
CREATE INDEX `address_change_age` ON `address_change` (`created_at`);--> statement-breakpoint
CREATE INDEX `address_change_open` ON `address_change` (`confirmed_at`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE TABLE `directory_mail` (
	`about` text NOT NULL,
	`kind` text NOT NULL,
	`email` text NOT NULL,
	`person_id` text NOT NULL,
	`coalition_id` text,
	`former_name` text,
	`new_name` text,
	`created_at` integer NOT NULL,
	`tell_at` integer NOT NULL,
	PRIMARY KEY(`about`, `kind`, `email`)
);
--> statement-breakpoint
CREATE INDEX `directory_mail_tell` ON `directory_mail` (`tell_at`);--> statement-breakpoint
CREATE INDEX `directory_mail_person` ON `directory_mail` (`person_id`);--> statement-breakpoint
CREATE INDEX `act_directory` ON `act` (`coalition_id`,`kind`,`at`) WHERE kind IN ('mendName', 'proposeAddress');