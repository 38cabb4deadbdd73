import { routes } from '#routes'
import type { Place } from './access-place.ts'
import type { Fields } from './app.ts'

/** Of the draft, the position that nothing else is done with. */
const positionIn = ({ blocks }: Place) => blocks.drafting.find(({ kind }) => kind === 'position')

/** What could be sent to each route about the position bank and standard texts. */
export const BANK_FORMS: Readonly<Record<string, (place: Place, attempt: number) => Fields>> = {
	[routes.settingsGroups]: (_place, attempt) => ({ name: `En grupp till ${attempt}` }),
	[routes.positionSorting]: ({ statements }) => {
		const name = `${statements.published}.1`
		return { [`was-${name}`]: 'none', [`level-${name}`]: 'service' }
	},
	[routes.likenesses]: (place, attempt) => ({
		block: positionIn(place)?.id ?? '',
		version: positionIn(place)?.version ?? '',
		source: place.statements.published,
		number: '1',
		meant: attempt % 2 === 0 ? 'yes' : 'no',
	}),
	[routes.standardTexts]: (_place, attempt) => ({
		name: `En ny text ${attempt}`,
		use: 'insert',
		text: 'Vi är nio föreningar.',
	}),
	[routes.standardText]: ({ standardSeen }, attempt) => ({
		name: `En annan text ${attempt}`,
		text: 'Vi är tio föreningar.',
		seen: standardSeen[attempt] ?? '',
	}),
	[routes.standardTextUse]: () => ({ used: 'no' }),
	[routes.standardInserts]: ({ standardTexts }) => ({ text: standardTexts.at(-1) ?? '', after: '' }),
}
