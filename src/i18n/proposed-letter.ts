import { type Asked, addressesIn } from '#domain/publication/demands.ts'
import type { WrittenLetter } from '#domain/publication/sending.ts'
import { catalogue, type Language } from '#i18n/index.ts'

type Answer = {
	/** What the inquiry says; null: it answers none. */
	readonly asked: Asked | null
	/** What the coalition is called in it. */
	readonly named: string
	readonly label: string
	readonly title: string
	readonly language: Language
	/** Of its page, in full. */
	readonly address: string
}

/** Longest subject that is proposed: what a person adds has room beside it. Characters. */
const SUBJECT_LIMIT = 250

/** The letter that is proposed, in the language of the answer, from what the inquiry asks. */
export function proposedLetter({ asked, named, label, title, language, address }: Answer): WrittenLetter {
	const t = catalogue(language).sending
	const inquiry = asked?.title ?? null
	const facts = { coalition: named, label, inquiry, title, references: asked?.references ?? '', address }
	const to = addressesIn(asked?.sendTo ?? '')
	const copyTo = addressesIn(asked?.copyTo ?? '').filter((each) => !to.includes(each))
	const subject = [...t.proposedSubject(facts)]
	return {
		to: to.join('\n'),
		copyTo: copyTo.join('\n'),
		subject: subject.length > SUBJECT_LIMIT ? `${subject.slice(0, SUBJECT_LIMIT - 1).join('')}…` : subject.join(''),
		cover: t.proposedCover(facts),
	}
}
