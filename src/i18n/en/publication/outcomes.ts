import { formatCount, formatDate } from '#i18n/format.ts'
import type { Messages } from '#i18n/sv.ts'

const names = {
	heeded: 'Heeded',
	partly: 'Partly heeded',
	rejected: 'Not heeded',
	unanswered: 'Passed over',
}

export const outcomes: Messages['outcomes'] = {
	names,
	none: 'Nothing is known yet',
	kinds: {
		report: 'Report',
		bill: 'Bill',
		decision: 'Decision',
		other: 'Another document',
	},
	title: 'What came of it?',
	lead: 'When the authority or the government has answered: enter the document and what it says of each of your positions. Everybody who reads the statement sees it, and the associations are told.',
	noPositions: 'The statement has no numbered positions',
	noPositionsWhat: 'Only numbered positions are followed up.',
	soFar: 'So far',
	nothingYet: 'Nothing is recorded yet.',
	position: 'Position',
	outcome: 'What came of it',
	where: 'Where it says so',
	record: 'Record what a document says',
	correct: (title) => `Correct what is recorded from “${title}”`,
	correctThis: 'Correct',
	correctWhat:
		'What you save counts in place of what was recorded from the document. Remove every choice if it was the wrong document. The history shows both.',
	recordAnother: 'Record another document',
	kind: 'What kind of document is it?',
	documentTitle: 'Name of the document',
	documentTitleHint: 'For example: Bill 2023/24:45 Good care',
	url: 'Link to the document',
	urlHint: 'The whole address, like https://www.regeringen.se/…',
	datedOn: 'Date of the document',
	each: 'What does it say of the positions?',
	notInIt: 'Leave out',
	page: (number) => `Page about position ${number}`,
	pageHint: 'For example 12 or 12–14',
	note: (number) => `Note about position ${number}`,
	more: (number) => `More about ${number}`,
	save: 'Save',
	expect: 'When is the next outcome expected?',
	expectWhat:
		'On that day the chair and the secretary are reminded to look for it. Leave the day empty if none is expected.',
	expected: 'What is expected',
	expectedHint: 'For example: the bill',
	expectedOn: 'Which day',
	expectSave: 'Save the day',
	awaits: (what, on) => `${what} is expected on ${formatDate('en', on)}.`,
	hint: 'Say when an outcome is expected, and you are reminded to follow up.',
	done: {
		recorded: 'It is recorded. The associations are told.',
		corrected: 'It is corrected.',
		expected: 'The day is saved.',
	},
	document: (kind, datedOn) => `${kind}, ${formatDate('en', datedOn)}`,
	onPage: (page) => `p. ${page}`,
	cameOf: 'What came of it',
	cameOfWhat:
		'What the authority or the government made of the positions, as the chair or the secretary of the coalition has read the documents. Do look them up.',
	positionOf: (label, number) => `${label}, position ${number}`,
	ledger: {
		title: 'What came of our positions',
		link: 'See what came of the positions',
		lead: (total, known) => {
			const all = formatCount('en', total, 'published position', 'published positions')
			return known === 0
				? `${all}. Nothing is known yet of what came of them.`
				: `${all}. Of ${known} it is known what came of them, as the chair or the secretary has read the documents.`
		},
		empty: 'No positions are published yet',
		emptyWhat: 'When a statement is published, its numbered positions stand here, with what came of them.',
		notFound: 'No position matches that',
		tryAgain: 'Choose another year, or all of them.',
		picture: 'What came of the positions, year by year',
		described: (year, total, parts) => `${year}: ${formatCount('en', total, 'position', 'positions')}, ${parts}.`,
		part: (name, count) => `${name.toLocaleLowerCase('en')}: ${count}`,
		year: 'Year',
		all: 'All',
		filter: 'Show',
		allYears: 'All years',
		anyOutcome: 'Whatever came of them',
		list: 'The positions',
	},
	mail: {
		subject: (title) => `What came of it: ${title}`,
		firstLine: (title, label) => `It is now known what came of positions in “${title}” (${label}).`,
		line: (number, outcome) => `Position ${number}: ${names[outcome].toLocaleLowerCase('en')}.`,
		more: (count) =>
			`And ${formatCount('en', count, 'more position', 'more positions')}. All of them stand on the statement’s page.`,
	},
}
