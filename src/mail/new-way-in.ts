import { catalogue, type Language } from '#i18n/index.ts'
import { href, routes } from '#routes'
import type { Mail } from './port.ts'

type NewWayIn = {
	/** The mail's own. */
	readonly id: string
	readonly to: string
	readonly language: Language
	/** The public address, without a path. */
	readonly origin: string
	readonly what: 'card' | 'token'
	/** A card's handle, or what a token is called. */
	readonly name: string
	/** What a token is good for. */
	readonly coalition: string | null
}

/** Tells somebody that a card or a token was made in their name. An address can be shared, so it names nobody; it signs nobody in. */
export function composeNewWayIn({ id, to, language, origin, what, name, coalition }: NewWayIn): Mail {
	const t = catalogue(language).mail.newWayIn[what]
	const page = origin + href(what === 'card' ? routes.ownCard : routes.tokens)
	const paragraphs = [t.made(name, coalition ?? ''), t.notYou(page)]
	return { id, to, subject: t.subject, text: `${paragraphs.join('\n\n')}\n` }
}
