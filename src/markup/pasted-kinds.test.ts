import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outline, PROSE, pasted } from '#test/support/pasted-outline.ts'
import { blocksFromPastedText } from './pasted-text.ts'

/** What somebody reported that was read wrongly, made up after it, lies in `cases/`. */
const caseOf = (name: string) => blocksFromPastedText(readFileSync(new URL(`cases/${name}`, import.meta.url), 'utf8'))

test('the cases that were reported', () => {
	expect(outline(caseOf('paste-excel-multiline-cell.txt')).at(1)).toBe(
		'table: Kommun | Kostnad | Kommentar || Solna | 1 200 | Gäller bara 2027. Inte 2028. || Nacka | 900 | Engångskostnad || Täby | 0 | ',
	)
	const { residue, ...footer } = caseOf('paste-remissvar-running-footer.txt')
	expect(residue).toEqual(['Datum Sida', 'Exempel kommun 2026-11-19 KS 2026/130 4(5)', 'Exempel kommun 5(5)'])
	expect(outline({ residue, ...footer }).slice(0, 3)).toEqual([
		'heading: Sammanfattning',
		'paragraph: Exempel kommun avstyrker förslaget om kostnadstak. Kommunen anser att det inskränker självstyret på ett sätt som inte har utretts. Risken är att både invånare och företag i kommuner med ett redan högt skattetryck blir dubbelbestraffade. Det bidrar inte heller till ett balanserat och kostnadseffektivt säkerhetsskydd för dem som behöver stödet mest, och det prövar enskildas fri- och rättigheter på ett sätt som utredningen inte har redovisat.',
		'paragraph: De som registreras[^7] tilldelas ett samordningsnummer, vilket kräver att handläggarna har tillgång till uppgifter som i dag saknas i registren.',
	])
	expect(outline(caseOf('paste-soft-hyphen-wrapped.txt'))[0]).toMatch(
		/^paragraph: Vi anser att samverkan mellan regioner .* kommunerna\.$/,
	)
	expect(outline(caseOf('paste-word-wingdings.txt')).slice(1)).toEqual([
		'list: nivå tre ett | nivå tre två',
		'list: pil ett | pil två',
	])
})

const paragraph = (...lines: readonly string[]) => outline(pasted('Titel på yttrandet', '', ...lines))[0]

test.each([
	[['Vi anser att säkerhets-', 'skyddet behövs.'], 'Vi anser att säkerhetsskyddet behövs.'],
	[['Vi anser att skatte-', 'och avgiftsfrihet behövs.'], 'Vi anser att skatte- och avgiftsfrihet behövs.'],
	[['Vi stöder EU-', 'kommissionens förslag.'], 'Vi stöder EU-kommissionens förslag.'],
	[['Svara per e-', 'post till oss.'], 'Svara per e-post till oss.'],
	[['Vi vill ha sam\u00ad', 'verkan nu.'], 'Vi vill ha samverkan nu.'],
	[['Vi vill ha sam\u00ad\u2010', 'verkan nu.'], 'Vi vill ha samverkan nu.'],
	[['Vi vill ha sam\u00adver\u00adkan nu.'], 'Vi vill ha samverkan nu.'],
])('a hyphen at the end of a line: %j', (lines, text) => {
	expect(paragraph(...lines)).toBe(`paragraph: ${text}`)
})

const BEFORE = 'Vi tillstyrker förslaget, men anser att det måste följas av medel till de'
const AFTER = 'föreningar som ska göra det, och att de ska få det i tid.'
const MORE = [
	'Det gäller också dem som i dag inte har det.',
	'Vi vill se det prövat.',
	'Det har ingen gjort.',
	'Nu är det tid',
]

test.each<[string, readonly string[], readonly string[]]>([
	['pages of pages', ['Sida 2 av 9'], ['Sida 3 av 9']],
	['pages in brackets', ['2 (9)'], ['3 (9)']],
	['pages with a stroke', ['2/9'], ['3/9']],
	['a name and a page', ['NSPH Stockholms län 2'], ['NSPH Stockholms län 3']],
	['a number, a date and a page', ['Dnr 2026/130 2026-11-19 2'], ['Dnr 2026/130 2026-11-19 3']],
	['a page between dashes', ['– 2 –'], ['– 3 –']],
	['a head and a foot', ['Remissvar SOU 2026:41', 'Sida 2 av 9'], ['Remissvar SOU 2026:41', 'Sida 3 av 9']],
	['labels above', ['Datum Dnr Sida', '2026-11-19 KS 1/26 2(9)'], ['Datum Dnr Sida', '2026-11-19 KS 1/26 3(9)']],
	['empty lines around', ['', 'Sida 2', ''], ['', 'Sida 3', '']],
])('what pages repeat is kept aside, and the sentence runs through: %s', (_kind, first, second) => {
	const made = pasted('Titel på yttrandet', '', BEFORE, ...first, AFTER, '', ...MORE, ...second, 'för det.')
	const written = (lines: readonly string[]) => lines.filter((line) => line !== '')
	expect(made.residue).toEqual([...written(first), ...written(second)])
	expect(outline(made)[0]).toBe(`paragraph: ${BEFORE} ${AFTER}`)
	expect(outline(made).join(' ')).toContain('Nu är det tid för det.')
})

test('headings, questions, rows and law that are numbered are no furniture', () => {
	const made = pasted(
		'Titel',
		'',
		...['Fråga 1', PROSE, 'Text.', 'Mer.', 'Fråga 2', PROSE, '', 'Avsnitt 5.1', PROSE, '', 'Avsnitt 5.2', PROSE, ''],
		...['Vi hänvisar till artikel 4(5) i direktivet.', '', '1 200', '1 300', '2027', '2028'],
	)
	expect(made.residue).toEqual([])
})

test.each([
	['ü\tett', 'ü\ttvå'],
	['Ø\tett', 'Ø\ttvå'],
	['§\tett', '§\ttvå'],
	['v\tett', 'v\ttvå'],
	['→\tett', '→\ttvå'],
	['\uf0fc\tett', '\uf0fc\ttvå'],
	['\uf0b7 ett', '\uf0a7 två'],
	['*\tett', '*\ttvå'],
])('any one sign repeated before tabs is a bullet, and a sign of Word’s own: %j', (...lines) => {
	expect(outline(pasted('Titel', '', PROSE, '', ...lines)).slice(1)).toEqual(['list: ett | två'])
})

test('a table with one letter in each row is one, and signs of Word’s own within a line are nothing', () => {
	expect(outline(pasted('Titel', '', PROSE, '', 'A\tOrt\tKr', 'A\tSolna\t5')).at(1)).toBe(
		'table: A | Ort | Kr || A | Solna | 5',
	)
	expect(outline(pasted('Titel', '', `${PROSE} \uf0e0 slut.`, '', '\uf0b7'))[0]).toBe(`paragraph: ${PROSE} slut.`)
})

test('a cell may hold line ends and quotation marks; a paragraph in quotation marks is none', () => {
	expect(outline(pasted('Titel', '', PROSE, '', 'A\tB', '"ett\ntvå"\t"säger ""hej"""', 'c\td')).at(1)).toBe(
		'table: A | B || ett två | säger "hej" || c | d',
	)
	expect(outline(pasted('Titel', '', PROSE, '', '\t"Rad ett', '\trad två"', '', PROSE)).join(' ')).toContain('"Rad ett')
})

test.each([
	[['REMISSVAR', '', 'En väg in till stöd'], 'En väg in till stöd'],
	[['Yttrande', '', '2026-11-19', '', 'Svar på SOU 2026:41'], 'Svar på SOU 2026:41'],
	[['Exempel kommun', '', 'Kommunstyrelsen', '', 'En väg in till stöd'], 'En väg in till stöd'],
	[['Region Stockholm', '', 'Tjänsteutlåtande', '', 'Synpunkter på En väg in'], 'Synpunkter på En väg in'],
	[['Riksförbundet Attention', '', 'Remissyttrande över SOU 2026:41'], 'Remissyttrande över SOU 2026:41'],
	[['Remissvar', ''], 'Remissvar'],
])('a letterhead or a word for what it is, above the title, is no title: %j', (lines, title) => {
	expect(pasted(...lines, '', PROSE, '', PROSE).title).toBe(title)
})
