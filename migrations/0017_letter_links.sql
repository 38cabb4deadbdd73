ALTER TABLE `known_browser` ADD `left_at` integer;--> statement-breakpoint
ALTER TABLE `sign_in` ADD `good_until` integer;--> statement-breakpoint
ALTER TABLE `sign_in` ADD `unsaid` integer DEFAULT false NOT NULL;