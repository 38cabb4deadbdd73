ALTER TABLE `comment` ADD `hidden_at` integer;--> statement-breakpoint
ALTER TABLE `comment` ADD `hidings` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `comment_association` ON `comment` (`statement_id`,`association_id`);--> statement-breakpoint
CREATE INDEX `comment_agreement_association` ON `comment_agreement` (`statement_id`,`association_id`);