CREATE TABLE `contest` (
	`ballot_id` text NOT NULL,
	`association_id` text NOT NULL,
	`voted` text,
	`reason` text NOT NULL,
	`standing` integer NOT NULL,
	`seat_id` text,
	`act_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `association_id`)
);
