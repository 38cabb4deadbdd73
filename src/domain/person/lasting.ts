import { DAY_MS } from '#domain/deciding/least-time.ts'
import type { Instant } from '#domain/kernel/id.ts'

/** How long a browser stays signed in at most: 30 days. Acts that bind an association ask for a fresher sign-in than that. */
export const SESSION_MS = 30 * DAY_MS

/** How long it stays so unused: 14 days, since many open Samsvar twice a month. */
export const IDLE_MS = 14 * DAY_MS

/** How long a browser is known after somebody signed in there: as long as browsers keep a cookie. */
export const KNOWN_MS = 400 * DAY_MS

/** Until when a browser is known, at least, in which somebody signed in lately: no longer ago than a browser stays signed in. */
export const knownSinceLately = (now: Instant): Instant => now + KNOWN_MS - SESSION_MS
