CREATE TABLE `archive_entry` (
	`statement_id` text PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`language` text NOT NULL,
	`authority` text NOT NULL,
	`inquiry` text NOT NULL,
	`inquiry_references` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `archive_entry_coalition` ON `archive_entry` (`coalition_id`,`year`,`number`);--> statement-breakpoint
CREATE TABLE `search_entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`coalition_id` text NOT NULL,
	`statement_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entry_statement` ON `search_entry` (`statement_id`);--> statement-breakpoint
CREATE INDEX `search_entry_coalition` ON `search_entry` (`coalition_id`,`id`);--> statement-breakpoint
CREATE TABLE `search_waiting` (
	`coalition_id` text NOT NULL,
	`statement_id` text NOT NULL,
	PRIMARY KEY(`coalition_id`, `statement_id`)
);

--> statement-breakpoint
-- Words and stems of what is published, by parts of three letters: drizzle knows no virtual tables.
CREATE VIRTUAL TABLE `search_index` USING fts5(title, positions, texts, content='', contentless_delete=1, tokenize='trigram case_sensitive 1');
--> statement-breakpoint
-- What was published before: the archive has it at once, and the index of words comes to it within minutes.
INSERT INTO archive_entry (statement_id, coalition_id, year, number, language, authority, inquiry, inquiry_references)
SELECT statement_id, coalition_id, year, number, json_extract(text_bytes, '$.language'),
	COALESCE(json_extract(revealed, '$."' || json_extract(record_bytes, '$.inquiry.sender') || '".value'), json_extract(record_bytes, '$.inquiry.sender'), ''),
	COALESCE(json_extract(revealed, '$."' || json_extract(record_bytes, '$.inquiry.title') || '".value'), json_extract(record_bytes, '$.inquiry.title'), ''),
	COALESCE(json_extract(revealed, '$."' || json_extract(record_bytes, '$.inquiry.references') || '".value'), json_extract(record_bytes, '$.inquiry.references'), '')
FROM publication;
--> statement-breakpoint
INSERT INTO search_waiting (coalition_id, statement_id) SELECT coalition_id, statement_id FROM publication;
