CREATE TABLE `withheld_contest` (
	`statement_id` text NOT NULL,
	`association_id` text NOT NULL,
	`reason` text NOT NULL,
	`standing` integer NOT NULL,
	`seat_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`statement_id`, `association_id`)
);
