ALTER TABLE `comment` ADD `hidden_at` integer;--> statement-breakpoint
ALTER TABLE `comment` ADD `hidings` text DEFAULT '[]' NOT NULL;