import { catalogue, type Language } from '#i18n/index.ts'
import { href, routes } from '#routes'
import type { Mail } from './port.ts'

type SignInLetter = {
	/** The mail's own. */
	readonly id: string
	readonly to: string
	readonly language: Language
	/** The public address, without a path. */
	readonly origin: string
	readonly linkSecret: string
	/** As it is shown: `ABCD-EFGH`. */
	readonly code: string
	readonly validForMinutes: number
	/** Where to go after signing in: a path of ours. */
	readonly path: string | null
}

/** The mail that somebody asked for in order to sign in. An address can be shared, so it names nobody. */
export function composeSignIn(letter: SignInLetter): Mail {
	const t = catalogue(letter.language).mail.signIn
	const link = href(routes.signInLink, { secret: letter.linkSecret }, { to: letter.path ?? undefined })
	const paragraphs = [
		`${t.link}\n${letter.origin}${link}`,
		t.code(letter.code),
		t.validFor(letter.validForMinutes),
		t.notYou,
	]
	return { id: letter.id, to: letter.to, subject: t.subject, text: `${paragraphs.join('\n\n')}\n` }
}
