import { formatList } from '#i18n/format.ts'
import type { RefusalsOf, RejectionOf } from '#i18n/refusals-of.ts'
import { field } from './field-names.ts'

const notExtended: Readonly<Record<RejectionOf['notExtended']['why'], string>> = {
	quorum: 'Omröstningen går bara att förlänga när den är slut och för få röstade.',
	light: 'Ett enkelt förfarande går inte att förlänga. Håll omröstningen igen i stället.',
	secret: 'En sluten omröstning går inte att förlänga, för rösterna är förstörda. Håll omröstningen igen i stället.',
	meeting: 'Ett möte går inte att förlänga. Håll en omröstning om texten i stället.',
	often: 'Omröstningen har redan förlängts två gånger. Håll den igen, eller ta tillbaka texten till arbete.',
	voice:
		'Någon som kunde rösta när omröstningen startade kan inte det längre. Då går den inte att förlänga. Håll omröstningen igen i stället.',
}

const notHeldAgain: Readonly<Record<RejectionOf['notHeldAgain']['why'], string>> = {
	quorum: 'Omröstningen går bara att hålla igen när den är slut och för få röstade.',
	silence: 'För få svarade, och då kan tystnad inte räknas som ja. Håll en vanlig omröstning igen.',
}

/** Refusals for what a ballot has come to, or is about. */
export const ofBallots: RefusalsOf<'notExtended' | 'notHeldAgain' | 'beingDecided'> = {
	notExtended: ({ why, associations }) =>
		associations.length === 0 ? notExtended[why] : `${notExtended[why]} Det gäller ${formatList('sv', associations)}.`,
	notHeldAgain: ({ why }) => notHeldAgain[why],
	beingDecided: ({ field: name, titles }) =>
		`Det går inte att ändra ${field(name)} nu. Det publiceras med ${formatList(
			'sv',
			titles.map((title) => `”${title}”`),
		)}, som föreningarna röstar om eller skriver under. ${
			titles.length === 1
				? 'Skicka tillbaka texten först, eller vänta tills den är publicerad.'
				: 'Skicka tillbaka texterna först, eller vänta tills de är publicerade.'
		} Det som är publicerat ändras bara med en rättelse.`,
}
