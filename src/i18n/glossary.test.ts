import { expect, it } from 'vitest'
import { sourceFiles } from '#test/house/tree.ts'

/** One thing has one word. What is not said, what is said instead, and where another thing has the word. */
const GLOSSARY: readonly {
	readonly never: RegExp
	readonly say: string
	readonly lines?: RegExp
}[] = [
	// What is filled in about something is named as what it is; what the law withholds has the law's word.
	{ never: /uppgift/i, say: 'uppgift: det som väntar på någon', lines: /[Mm]ina uppgifter|tasksWaiting|withheld/ },
	{ never: /uttaland/i, say: 'svar: det som samverkan svarar, under arbete som publicerat' },
	{ never: /samverkansgrupp/i, say: 'samverkan' },
	{ never: /remissinstans|konsultation|enkät/i, say: 'samråd, förening' },
	{ never: /votering/i, say: 'omröstning' },
	{ never: /signera/i, say: 'skriva under, underskrift' },
	{ never: /\bmedlemsorganisation|\borganisationer/i, say: 'förening' },
	{ never: /\bsuppleant|\bombud\b/i, say: 'ersättare, ordinarie' },
]

const swedish = sourceFiles()
	.filter(({ path }) => path.startsWith('src/i18n/sv/'))
	.flatMap(({ path, source }) =>
		source.split('\n').map((line, index) => ({ at: `${path}:${index + 1}`, line: line.trim() })),
	)

it.each(GLOSSARY)('says $say', ({ never, lines }) => {
	const said = swedish.filter(({ line }) => never.test(line) && lines?.test(line) !== true)
	expect(said.map(({ at, line }) => `${at} ${line}`)).toEqual([])
})
