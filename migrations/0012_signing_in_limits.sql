CREATE TABLE `known_browser` (
	`hash` text NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`hash`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `known_browser_person` ON `known_browser` (`person_id`);--> statement-breakpoint
CREATE INDEX `known_browser_expiry` ON `known_browser` (`expires_at`);--> statement-breakpoint
CREATE INDEX `sign_in_code` ON `sign_in` (`email`) WHERE code_hash IS NOT NULL;