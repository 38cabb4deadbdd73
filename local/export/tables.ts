/** Every table of the database that is not made from events, by what becomes of it when a coalition is exported. */
export const EXPORTED = ['act', 'event', 'paper', 'outbox', 'slug', 'person', 'address'] as const

/** With why. */
export const LEFT: Readonly<Record<string, string>> = {
	session: 'lets somebody in',
	sign_in: 'lets somebody in',
	card: 'lets somebody in: cards are printed anew',
	card_code: 'lets somebody in',
	token: 'lets somebody in: tokens are made anew',
	rate_limit: 'counts attempts at getting into this installation',
	delivery: 'keeps an attempt at delivery from being repeated, and nothing is delivered from an import',
	migration: 'is about the database itself',
}
