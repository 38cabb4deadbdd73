import { formatCount, formatNumber } from '#i18n/format.ts'
import type { Messages } from '#i18n/sv.ts'

const statements = (count: number) => formatCount('en', count, 'statement', 'statements')

export const archive: Messages['archive'] = {
	title: 'All statements',
	link: (count: number) => `Search and browse all statements (${formatNumber('en', count)})`,
	description: (name: string) => `Search all that ${name} has published: by words, year and who asked.`,
	search: 'Words',
	searchHint: 'In all their forms, within longer words too. Words that belong together: “in quotes”.',
	authority: 'Who asked',
	anyAuthority: 'All',
	inquiry: 'Inquiry',
	inquiryHint: 'A part of its name or reference.',
	language: 'Language',
	anyLanguage: 'All languages',
	show: 'Show',
	counted: (name: string, count: number) => `${name} (${formatNumber('en', count)})`,
	shown: statements,
	found: (count: number, words: string) => `${formatCount('en', count, 'hit', 'hits')} for “${words}”`,
	order: 'First those that have the words in their title, then those that have them in a position. The newest first.',
	list: 'The statements',
	none: 'No statement matches what you chose',
	notFound: (words: string) => `No statement contains “${words}”`,
	tryAgain: 'Try fewer words, or take a choice back.',
	showAll: 'Show all statements',
	years: 'Year',
	anyYear: 'All years',
	answers: 'In answer to',
	position: (number: number) => `Position ${number}`,
}
