import { formatList } from '#i18n/format.ts'
import type { RefusalsOf, RejectionOf } from '#i18n/refusals-of.ts'
import { field } from './field-names.ts'

const notExtended: Readonly<Record<RejectionOf['notExtended']['why'], string>> = {
	quorum: 'The ballot can be extended only when it is over and too few voted.',
	light: 'The simple procedure cannot be extended. Hold the ballot again instead.',
	secret: 'A secret ballot cannot be extended, since its votes are destroyed. Hold the ballot again instead.',
	meeting: 'A meeting cannot be extended. Hold a ballot on the text instead.',
	often: 'The ballot has already been extended twice. Hold it again, or take the text back to be worked on.',
	voice:
		'Somebody who could vote when the ballot opened no longer can, so it cannot be extended. Hold the ballot again instead.',
}

const notHeldAgain: Readonly<Record<RejectionOf['notHeldAgain']['why'], string>> = {
	quorum: 'The ballot can be held again only when it is over and too few voted.',
	silence: 'Too few answered, so silence cannot count as a yes. Hold an ordinary ballot again.',
}

/** Refusals for what a ballot has come to, or is about. */
export const ofBallots: RefusalsOf<'notExtended' | 'notHeldAgain' | 'beingDecided'> = {
	notExtended: ({ why, associations }) =>
		associations.length === 0 ? notExtended[why] : `${notExtended[why]} It concerns ${formatList('en', associations)}.`,
	notHeldAgain: ({ why }) => notHeldAgain[why],
	beingDecided: ({ field: name, titles }) =>
		`It is too late to change ${field(name)}. That is published with ${formatList(
			'en',
			titles.map((title) => `“${title}”`),
		)}, which associations are voting on or signing. ${
			titles.length === 1
				? 'Send the text back first, or wait until it is published.'
				: 'Send the texts back first, or wait until they are published.'
		} What is published changes by a correction only.`,
}
