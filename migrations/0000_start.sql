CREATE TABLE `ballot` (
	`id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`text_hash` text NOT NULL,
	`track` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`signoff_due_at` integer NOT NULL,
	`bylaws` text NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	`outcome` text,
	`held_on` text,
	`minutes` text,
	`voided_at` integer
);
--> statement-breakpoint
CREATE INDEX `ballot_statement` ON `ballot` (`statement_id`);--> statement-breakpoint
CREATE INDEX `ballot_due` ON `ballot` (`outcome`,`closes_at`);--> statement-breakpoint
CREATE TABLE `elector` (
	`ballot_id` text NOT NULL,
	`association_id` text NOT NULL,
	`name` text NOT NULL,
	`area` text NOT NULL,
	`ordinal` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `association_id`)
);
--> statement-breakpoint
CREATE TABLE `paper` (
	`key` text PRIMARY KEY NOT NULL,
	`ballot_id` text NOT NULL,
	`choice` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `signoff` (
	`statement_id` text NOT NULL,
	`association_id` text NOT NULL,
	`answer` text NOT NULL,
	`text_hash` text NOT NULL,
	`reason` text NOT NULL,
	`method` text NOT NULL,
	`seat_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`statement_id`, `association_id`)
);
--> statement-breakpoint
CREATE TABLE `turnout` (
	`ballot_id` text NOT NULL,
	`association_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `association_id`)
);
--> statement-breakpoint
CREATE TABLE `vote` (
	`ballot_id` text NOT NULL,
	`association_id` text NOT NULL,
	`choice` text NOT NULL,
	`signs` integer NOT NULL,
	`dissent_kind` text,
	`dissent_text` text,
	`method` text NOT NULL,
	`seat_id` text,
	`act_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `association_id`)
);
--> statement-breakpoint
CREATE TABLE `association` (
	`id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`name` text NOT NULL,
	`area` text NOT NULL,
	`ordinal` integer NOT NULL,
	`left_at` integer
);
--> statement-breakpoint
CREATE INDEX `association_coalition` ON `association` (`coalition_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `coalition` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`series_prefix` text NOT NULL,
	`preset` text NOT NULL,
	`language` text NOT NULL,
	`listed` integer NOT NULL,
	`demo` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `seat` (
	`id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`association_id` text,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `seat_person` ON `seat` (`person_id`);--> statement-breakpoint
CREATE INDEX `seat_coalition` ON `seat` (`coalition_id`);--> statement-breakpoint
CREATE TABLE `address` (
	`person_id` text NOT NULL,
	`email` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `email`)
);
--> statement-breakpoint
CREATE INDEX `address_email` ON `address` (`email`);--> statement-breakpoint
CREATE TABLE `card` (
	`handle` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`issued_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE INDEX `card_person` ON `card` (`person_id`);--> statement-breakpoint
CREATE TABLE `card_code` (
	`handle` text NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`handle`, `code_hash`)
);
--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`language` text,
	`operator` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`erased_at` integer
);
--> statement-breakpoint
CREATE TABLE `rate_limit` (
	`key` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rate_limit_since` ON `rate_limit` (`since`);--> statement-breakpoint
CREATE TABLE `session` (
	`hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`authenticated_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`);--> statement-breakpoint
CREATE INDEX `session_expiry` ON `session` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sign_in` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`person_id` text,
	`link_hash` text NOT NULL,
	`code_hash` text,
	`nonce_hash` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`consumed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_link` ON `sign_in` (`link_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_nonce` ON `sign_in` (`nonce_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_expiry` ON `sign_in` (`expires_at`);--> statement-breakpoint
CREATE TABLE `slug` (
	`slug` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`current` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `slug_coalition` ON `slug` (`coalition_id`);--> statement-breakpoint
CREATE TABLE `token` (
	`hash` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`coalition_id` text NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`last_used_at` integer
);
--> statement-breakpoint
CREATE INDEX `token_person` ON `token` (`person_id`);--> statement-breakpoint
CREATE TABLE `due_date` (
	`act_id` text PRIMARY KEY NOT NULL,
	`inquiry_id` text NOT NULL,
	`due_on` text,
	`note` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `due_date_inquiry` ON `due_date` (`inquiry_id`,`at`);--> statement-breakpoint
CREATE TABLE `inquiry` (
	`id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`sender` text NOT NULL,
	`reference_numbers` text NOT NULL,
	`due_on` text,
	`send_to` text NOT NULL,
	`copy_to` text NOT NULL,
	`documents` text NOT NULL,
	`note` text NOT NULL,
	`decline_reason` text,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `inquiry_coalition` ON `inquiry` (`coalition_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `act` (
	`id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`person_id` text NOT NULL,
	`seat_id` text,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload_hash` text NOT NULL,
	`result` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `act_key` ON `act` (`person_id`,`key`);--> statement-breakpoint
CREATE TABLE `delivery` (
	`outbox_id` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`outbox_id`, `person_id`)
);
--> statement-breakpoint
CREATE TABLE `event` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`coalition_id` text NOT NULL,
	`stream` text NOT NULL,
	`seq` integer NOT NULL,
	`act_id` text NOT NULL,
	`statement_id` text,
	`type` text NOT NULL,
	`version` integer NOT NULL,
	`payload` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_stream` ON `event` (`stream`,`seq`);--> statement-breakpoint
CREATE INDEX `event_statement` ON `event` (`statement_id`,`position`);--> statement-breakpoint
CREATE INDEX `event_coalition` ON `event` (`coalition_id`,`position`);--> statement-breakpoint
CREATE INDEX `event_act` ON `event` (`act_id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`coalition_id` text NOT NULL,
	`act_id` text NOT NULL,
	`kind` text NOT NULL,
	`seat_id` text,
	`statement_id` text,
	`association_id` text,
	`created_at` integer NOT NULL,
	`next_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`delivered_at` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`delivered_at`,`next_at`);--> statement-breakpoint
CREATE TABLE `publication` (
	`statement_id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`label` text NOT NULL,
	`title` text NOT NULL,
	`text_hash` text NOT NULL,
	`record_hash` text NOT NULL,
	`text_bytes` text NOT NULL,
	`record_bytes` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publication_number` ON `publication` (`coalition_id`,`year`,`number`);--> statement-breakpoint
CREATE INDEX `publication_date` ON `publication` (`coalition_id`,`published_at`);--> statement-breakpoint
CREATE TABLE `redaction` (
	`statement_id` text NOT NULL,
	`block_id` text NOT NULL,
	`ground` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`statement_id`, `block_id`)
);
--> statement-breakpoint
CREATE TABLE `block` (
	`id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`version_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `block_statement` ON `block` (`statement_id`);--> statement-breakpoint
CREATE TABLE `block_version` (
	`id` text PRIMARY KEY NOT NULL,
	`block_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`content` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `block_version_block` ON `block_version` (`block_id`,`at`);--> statement-breakpoint
CREATE INDEX `block_version_statement` ON `block_version` (`statement_id`);--> statement-breakpoint
CREATE TABLE `dispatch` (
	`act_id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`sent_on` text NOT NULL,
	`how` text NOT NULL,
	`sent_to` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `dispatch_statement` ON `dispatch` (`statement_id`);--> statement-breakpoint
CREATE TABLE `revision` (
	`id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`title` text NOT NULL,
	`language` text NOT NULL,
	`blocks` text NOT NULL,
	`text_hash` text NOT NULL,
	`editorial_note` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `revision_statement` ON `revision` (`statement_id`,`at`);--> statement-breakpoint
CREATE TABLE `stance` (
	`statement_id` text NOT NULL,
	`association_id` text NOT NULL,
	`block_id` text NOT NULL,
	`version_id` text NOT NULL,
	`stance` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`statement_id`, `association_id`, `block_id`)
);
--> statement-breakpoint
CREATE TABLE `statement` (
	`id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`inquiry_id` text,
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`title` text NOT NULL,
	`track` text NOT NULL,
	`stage` text NOT NULL,
	`block_order` text NOT NULL,
	`revision_id` text,
	`text_hash` text,
	`consultation_due_at` integer,
	`signoff_due_at` integer,
	`reason` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `statement_coalition` ON `statement` (`coalition_id`,`changed_at`);--> statement-breakpoint
CREATE INDEX `statement_inquiry` ON `statement` (`inquiry_id`);