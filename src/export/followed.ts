import type { Instant } from '#domain/kernel/id.ts'

/** A coalition's latest statements, for a feed in any form. */
export type Followed = {
	readonly title: string
	/** Who publishes: the coalition, never a person. */
	readonly author: string
	/** Of the feed's title. */
	readonly language: string
	/** Absolute addresses of the page the feed is of, and of the feed. */
	readonly page: string
	readonly self: string
	/** Of the feed as a whole while it has no entries. */
	readonly since: Instant
	readonly entries: readonly FollowedEntry[]
}

export type FollowedEntry = {
	readonly label: string
	readonly title: string
	readonly language: string
	readonly address: string
	/** SHA-256 in lower-case hex. The entry is known by it, so that a renamed coalition's old entries stay read. */
	readonly recordHash: string
	readonly publishedAt: Instant
	readonly changedAt: Instant
	/** Plain text. */
	readonly lede: string | null
	/** Names of what it is sorted under. */
	readonly topics: readonly string[]
}

/** A name for bytes by their hash (RFC 6920). */
export function nameOf(hash: string): string {
	const bytes = (hash.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)))
	return `ni:///sha-256;${btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}
