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
	// The inquiry of an authority can be a samråd; what the associations are asked for is synpunkter.
	{ never: /samråd/i, say: 'synpunkter', lines: /^samråd: |på en remiss eller ett samråd/ },
	{ never: /remissinstans|konsultation|enkät/i, say: 'synpunkter, förening' },
	{ never: /remissvar/i, say: 'svar', lines: /^export const statementKinds = |^response: 'En mall för/ },
	{ never: /votering/i, say: 'omröstning' },
	{ never: /signera/i, say: 'skriva under, underskrift' },
	{ never: /\bmedlemsorganisation|\borganisationer/i, say: 'förening' },
	{ never: /\bsuppleant|\bombud\b/i, say: 'ersättare, ordinarie' },
]

/** The same in English. `statement`: what the coalition says to whoever asks; an answer is what somebody gives to a comment or a question. */
const ENGLISH: typeof GLOSSARY = [
	{
		never: /\b(?:an|another|each|finished|joint|no|published) answers?\b/i,
		say: 'statement',
		lines: /waiting for an answer|gets an answer|Waits for an answer|statement in answer to/i,
	},
	{ never: /consultation/i, say: 'views', lines: /^(?:openConsultation|consultation\w*): |^samråd: / },
	{ never: /\borgani[sz]ation|\bassociates\b/i, say: 'association' },
	{ never: /\bpolls?\b|\breferendum/i, say: 'ballot, vote' },
	{ never: /\bsubstitute|\balternate\b|\brepresentative/i, say: 'delegate, deputy' },
	{ never: /\balliance|\bcollaborat/i, say: 'coalition' },
	{ never: /\bremittance|\bround of referral/i, say: 'inquiry' },
]

function said(language: 'sv' | 'en') {
	return sourceFiles()
		.filter(({ path }) => path.startsWith(`src/i18n/${language}/`))
		.flatMap(({ path, source }) =>
			source.split('\n').map((line, index) => ({ at: `${path}:${index + 1}`, line: line.trim() })),
		)
}

const cases = [
	...GLOSSARY.map((entry) => ({ lines: undefined, ...entry, language: 'sv' as const })),
	...ENGLISH.map((entry) => ({ lines: undefined, ...entry, language: 'en' as const })),
]

it.each(cases)('says $say', ({ never, lines, language }) => {
	const found = said(language).filter(({ line }) => never.test(line) && lines?.test(line) !== true)
	expect(found.map(({ at, line }) => `${at} ${line}`)).toEqual([])
})
