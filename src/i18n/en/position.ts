import { formatCount } from '#i18n/format.ts'
import type { positions as swedish } from '#i18n/sv/position.ts'

export const positions: typeof swedish = {
	bank: 'The position bank',
	lead: (total) =>
		`${formatCount('en', total, 'position', 'positions')} that you have decided on and published. Use them again, and you say the same thing each time.`,
	empty: 'The bank is empty so far',
	emptyWhat: 'When you publish a statement, its numbered positions are put here, ready to be used in the next.',
	searchFor: 'Search the positions',
	searchHint: 'One word or more. Other forms of a word, and parts of words, are found too.',
	search: 'Search',
	found: (count, search, more) =>
		`${more ? 'More than ' : ''}${formatCount('en', count, 'hit', 'hits')} for “${search}”`,
	notFound: (search) => `No position contains “${search}”`,
	tryAgain: 'Try another word, or fewer.',
	showAll: 'Show all',
	more: 'Only the latest are shown. Search to find the older ones.',
	source: (label, number) => `${label}, position ${number}`,
	signedBy: (count: number) => `${formatCount('en', count, 'association', 'associations')} signed`,
	usedIn: (count: number) =>
		count === 0
			? 'Not taken into another statement'
			: `Taken into ${formatCount('en', count, 'other statement', 'other statements')}`,
	insertTitle: 'Take from the position bank',
	insertWhat:
		'The position is put in with its sub-points. You can change it afterwards. The text shows where it came from.',
	insert: 'Put into the text',
	inText: 'In the text already',
	from: (source) => `From ${source}`,
	changed: 'changed since',
}
