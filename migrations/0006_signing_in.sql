ALTER TABLE `signoff` ADD `act_id` text;--> statement-breakpoint
ALTER TABLE `card` ADD `tell_at` integer;--> statement-breakpoint
CREATE INDEX `card_tell` ON `card` (`tell_at`);--> statement-breakpoint
ALTER TABLE `session` ADD `way` text;--> statement-breakpoint
ALTER TABLE `session` ADD `last_used_at` integer;--> statement-breakpoint
ALTER TABLE `sign_in` ADD `way` text;--> statement-breakpoint
ALTER TABLE `token` ADD `tell_at` integer;--> statement-breakpoint
CREATE INDEX `token_tell` ON `token` (`tell_at`);--> statement-breakpoint
ALTER TABLE `act` ADD `way` text;--> statement-breakpoint
CREATE INDEX `card_code_plain` ON `card_code` (`handle`) WHERE length(code_hash) = 64;