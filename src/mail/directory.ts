import { catalogue, type Language } from '#i18n/index.ts'
import { href, routes } from '#routes'
import type { Mail } from './port.ts'

/** A mail about somebody's own name or addresses. */
type DirectoryLetter = {
	/** The mail's own. */
	readonly id: string
	readonly kind: 'confirm' | 'proposed' | 'inForce' | 'added' | 'removed' | 'renamed'
	readonly to: string
	readonly language: Language
	/** The public address, without a path. */
	readonly origin: string
	/** What it is about. */
	readonly change: string
	/** In the link by which the change is confirmed or refused. */
	readonly secret: string
	/** Whose chair did it; null: the person did. */
	readonly coalition: string | null
	/** The address that a change is about. */
	readonly address: string | null
	readonly formerName: string | null
	readonly newName: string | null
}

/**
 * What is said to an address that nobody has confirmed names no person and no coalition: that somebody belongs to one can tell
 * of their health. An address can be shared, so the others name nobody but by what is changed.
 */
export function composeDirectoryMail(letter: DirectoryLetter): Mail {
	const { id, to, language, origin, kind, change, secret, coalition } = letter
	const t = catalogue(language).addresses.mail
	const [address, from, into] = [letter.address ?? to, letter.formerName ?? '', letter.newName ?? '']
	const at = (path: string) => origin + path
	const refusal = at(href(routes.addressRefusal, { change, secret }))
	const own = at(href(routes.ownAddresses))
	const paragraphs: Readonly<Record<DirectoryLetter['kind'], () => readonly string[]>> = {
		confirm: () => [
			`${t.confirm}\n${at(href(routes.addressConfirming, { change, secret }))}`,
			coalition === null ? t.confirmSignedIn : '',
			t.confirmNotYou,
		],
		proposed: () => [t.proposed(coalition ?? '', address), `${t.refuse}\n${refusal}`, `${t.agree}\n${own}`, t.silence],
		inForce: () => [`${t.inForce}\n${at(href(routes.signIn))}`, t.removeWrong],
		added: () =>
			coalition === null
				? [t.added(address), `${t.addedNotYou}\n${own}`]
				: [t.addedByChair(coalition, address), `${t.undo}\n${refusal}`],
		removed: () => [t.removed, `${t.removedNotYou}\n${own}`],
		renamed: () => [t.renamed(coalition ?? '', from, into), `${t.renamedWrong}\n${at(href(routes.profile))}`],
	}
	const said = paragraphs[kind]().filter((paragraph) => paragraph !== '')
	return { id, to, subject: t.subjects[kind], text: `${said.join('\n\n')}\n` }
}
