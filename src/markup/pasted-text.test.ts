import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, numberBlocks } from '#domain/statement/block.ts'
import { golden, goldenPaste } from '#test/support/golden.ts'
import { blocksFromPastedText, type PastedText } from './pasted-text.ts'

const PROSE = 'Vi har tagit del av förslaget och vill framföra följande synpunkter på hur det bör genomföras i länet.'

/** `kind: text` for each block, so that an expectation reads as the document does. */
const outline = ({ blocks }: PastedText): string[] =>
	numberBlocks(blocks).map(({ block, number, letter }) => {
		switch (block.kind) {
			case 'position':
				return `${number}. ${block.text}`
			case 'subPoint':
				return `${letter}. ${block.text}`
			case 'list':
				return `list: ${block.items.join(' | ')}`
			case 'memberList':
				return `members: ${block.heading} ${block.members.map(({ name, area }) => `${name} (${area})`).join(' | ')}`
			case 'table':
				return `table: ${[block.header, ...block.rows].map((row) => row.join(' | ')).join(' || ')}`
			case 'footnote':
				return `footnote ${block.label}: ${block.text}`
			default:
				return `${block.kind}: ${block.text}`
		}
	})

const pasted = (...lines: string[]): PastedText => blocksFromPastedText(lines.join('\n'))
const outlineOf = (...lines: string[]): string[] => outline(pasted(...lines))

test('the golden example gives exactly its title, residue and blocks', () => {
	expect(blocksFromPastedText(goldenPaste)).toEqual(golden)
})

test('it gives the same with other line ends and with invisible characters', () => {
	for (const text of [
		goldenPaste.replaceAll('\n', '\r\n'),
		goldenPaste.replaceAll('\n', '\r'),
		`\ufeff${goldenPaste}`,
		goldenPaste.replaceAll('\n', '\u2028'),
		goldenPaste.replaceAll('brukar', 'bru\u00adkar').replaceAll('vård', 'vå\u200brd'),
		goldenPaste.normalize('NFD'),
		goldenPaste.replaceAll(/^ ?[•] ?/gm, '\t•\t'),
		goldenPaste.replaceAll(/^(\d+)\. /gm, '$1)\t'),
		`\n\n\n${goldenPaste}\n \u00a0\n`,
	]) {
		expect(outline(blocksFromPastedText(text))).toEqual(outline(golden))
	}
})

test('a mail with wrapped lines, hanging indents and a letterhead', () => {
	const { title, residue, blocks } = pasted(
		'Socialdepartementet',
		's.remissvar@regeringskansliet.se',
		'',
		'Stockholm den 3 maj 2022',
		'',
		'Remissvar på SOU 2022:1 Rätt stöd',
		'Dnr S2022/00123',
		'',
		'Sammanfattning',
		'',
		'NSPH tillstyrker förslagen i huvudsak. Vi anser dock att kommunerna måste',
		'få bättre förutsättningar – inte minst ekonomiska – att genomföra dem, och',
		'vi vill se en tidsplan för detta. Brukarna ska vara med i hela arbetet nu',
		'– från början till slut – och få betalt.',
		'',
		'Våra synpunkter',
		'',
		'1. Tillstyrk förslaget om en samordnare, men låt brukarna vara med om att',
		'   välja den.',
		'2. Avstyrk förslaget om avgifter.',
		'   a) För barn.',
		'   b) För äldre som har',
		'      stora behov.',
		'3. Utred frågan vidare.',
		'',
		'Med vänlig hälsning',
		'',
		'Anna Ek',
		'Ordförande',
		'',
		'Bo Al, handläggare',
	)
	expect({ title, residue }).toEqual({ title: 'Remissvar på SOU 2022:1 Rätt stöd', residue: [] })
	expect(outline({ title, residue, blocks })).toEqual([
		'paragraph: Socialdepartementet',
		'paragraph: s.remissvar@regeringskansliet.se',
		'paragraph: Stockholm den 3 maj 2022',
		'paragraph: Dnr S2022/00123',
		'heading: Sammanfattning',
		'paragraph: NSPH tillstyrker förslagen i huvudsak. Vi anser dock att kommunerna måste få bättre förutsättningar – inte minst ekonomiska – att genomföra dem, och vi vill se en tidsplan för detta. Brukarna ska vara med i hela arbetet nu – från början till slut – och få betalt.',
		'heading: Våra synpunkter',
		'1. Tillstyrk förslaget om en samordnare, men låt brukarna vara med om att välja den.',
		'2. Avstyrk förslaget om avgifter.',
		'a. För barn.',
		'b. För äldre som har stora behov.',
		'3. Utred frågan vidare.',
		'signature: Med vänlig hälsning\nAnna Ek\nOrdförande\nBo Al, handläggare',
	])
})

test('a word processor’s text without blank lines, with tabs and footnotes', () => {
	const made = pasted(
		'Yttrande över promemorian Bättre vård',
		'Bakgrund',
		'NSPH har beretts tillfälle att yttra sig över promemorian och vill med anledning av detta framföra följande.[1]',
		'Föreningens synpunkter',
		PROSE,
		'1.\tFörsta punkten är viktig.',
		'2.\tAndra punkten också.[2](inte en not)',
		'o\tEn bulle',
		'o\tTvå bullar',
		'Stockholm den 14 oktober 2022',
		'För NSPH Stockholms län',
		'Kjell Broström',
		'Ordförande',
		'[1] Promemorian, sid. 3.',
		'[7] Ingen hänvisar hit.',
	)
	expect(made.title).toBe('Yttrande över promemorian Bättre vård')
	expect(outline(made)).toEqual([
		'heading: Bakgrund',
		'paragraph: NSPH har beretts tillfälle att yttra sig över promemorian och vill med anledning av detta framföra följande.[^1]',
		'heading: Föreningens synpunkter',
		`paragraph: ${PROSE}`,
		'1. Första punkten är viktig.',
		'2. Andra punkten också.[2](inte en not)',
		'list: En bulle | Två bullar',
		'signature: Stockholm den 14 oktober 2022\nFör NSPH Stockholms län\nKjell Broström\nOrdförande',
		'footnote 1: Promemorian, sid. 3.',
		'paragraph: [7] Ingen hänvisar hit.',
	])
})

test('the page’s own lines are kept aside, in order', () => {
	const { title, residue, blocks } = pasted(
		'Hoppa till innehåll',
		'Vi använder cookies för att ge dig en bättre upplevelse.',
		'Acceptera alla',
		'Hem › Remisser › Remissvar',
		'Du visar för närvarande Bättre vård',
		'',
		'Bättre vård',
		'',
		PROSE,
		'',
		'Vi avstyrker förslaget om kakor, och vi använder ordet i vid mening.',
		'',
		'Dela på Facebook',
		'12 kommentarer',
		'Lämna en kommentar',
	)
	expect(title).toBe('Bättre vård')
	expect(residue).toEqual([
		'Hoppa till innehåll',
		'Vi använder cookies för att ge dig en bättre upplevelse.',
		'Acceptera alla',
		'Hem › Remisser › Remissvar',
		'Du visar för närvarande Bättre vård',
		'Dela på Facebook',
		'12 kommentarer',
		'Lämna en kommentar',
	])
	expect(blocks).toHaveLength(2)
})

test('in English', () => {
	const made = pasted(
		'You are currently viewing Our response',
		'',
		'Our response',
		'',
		'We support the proposal in general, but we want to see a stronger role for user organisations.',
		'',
		'Recommendations',
		'',
		'1. Fund them.',
		'',
		'2. Hear them.',
		'',
		'On behalf of NSPH; Anna Ek, Chair',
		'',
		'Members:',
		'',
		'A (b)',
		'C (d)',
		'',
		'Leave a Reply',
	)
	expect(made).toMatchObject({
		title: 'Our response',
		residue: ['You are currently viewing Our response', 'Leave a Reply'],
	})
	expect(outline(made).slice(1)).toEqual([
		'heading: Recommendations',
		'1. Fund them.',
		'2. Hear them.',
		'signature: On behalf of NSPH; Anna Ek, Chair',
		'members: Members: A (b) | C (d)',
	])
})

test('numbered headings stay headings, and the list below one is the positions', () => {
	expect(
		outlineOf(
			'Remissvar',
			'',
			'1. Inledning',
			'',
			PROSE,
			'',
			'2. Våra förslag',
			'',
			'Vi föreslår:',
			'',
			'1. Mer pengar.',
			'2. Mer tid.',
			'',
			'3. Avslutning',
			'',
			PROSE,
		),
	).toEqual([
		'heading: 1. Inledning',
		`paragraph: ${PROSE}`,
		'heading: 2. Våra förslag',
		'paragraph: Vi föreslår:',
		'1. Mer pengar.',
		'2. Mer tid.',
		'heading: 3. Avslutning',
		`paragraph: ${PROSE}`,
	])
})

test('a number or letter that the structure would change stays as typed', () => {
	expect(outlineOf('3. Börjar på tre.', '4. Fyra.')).toEqual(['paragraph: 3. Börjar på tre.', 'paragraph: 4. Fyra.'])
	expect(
		outlineOf('1. Ett.', '', 'b. Fel.', '', '2. Två.', '', 'a. Rätt.', '', 'c. Hoppar.', '', '1984. Året.'),
	).toEqual(['1. Ett.', 'paragraph: b. Fel.', '2. Två.', 'a. Rätt.', 'paragraph: c. Hoppar.', 'paragraph: 1984. Året.'])
	// Two lists: only the longer can have its numbers.
	expect(outlineOf('1. A.', '2. B.', '', PROSE, '', '1. C.', '2. D.', '3. E.')).toEqual([
		'paragraph: 1. A.',
		'paragraph: 2. B.',
		`paragraph: ${PROSE}`,
		'1. C.',
		'2. D.',
		'3. E.',
	])
})

test('positions go on after what stands between them', () => {
	expect(outlineOf('1. Ett.', '', PROSE, '', '2. Två.', '', '• a', '• b', '', '3. Tre.')).toEqual([
		'1. Ett.',
		`paragraph: ${PROSE}`,
		'2. Två.',
		'list: a | b',
		'3. Tre.',
	])
})

test('a paragraph wholly within quotation marks is a quote, whatever stands quoted in it', () => {
	expect(
		outlineOf(
			PROSE,
			'',
			'”Att öppna upp ”stängda rum” för medverkan…”',
			'',
			'"Rakt."',
			'',
			'“Engelskt.”',
			'',
			'»Vinklar.»',
			'',
			'”Först” och ”sedan”.',
			'',
			'> Svarade så',
			'> här.',
			'',
			'> 5 procent av alla.',
		).slice(1),
	).toEqual([
		'quote: ”Att öppna upp ”stängda rum” för medverkan…”',
		'quote: "Rakt."',
		'quote: “Engelskt.”',
		'quote: »Vinklar.»',
		'paragraph: ”Först” och ”sedan”.',
		'quote: Svarade så\nhär.',
		'paragraph: > 5 procent av alla.',
	])
})

test('bullets are lists, a single dash opens a spoken line', () => {
	expect(
		outlineOf(
			'– Vi är glada.',
			'',
			'– Det är vi.',
			'',
			'Krav:',
			'– mer pengar',
			'– mer tid',
			'',
			'\u00b7\tpunkt',
			'',
			'•utan blank',
		),
	).toEqual([
		'paragraph: – Vi är glada.',
		'paragraph: – Det är vi.',
		'paragraph: Krav:',
		'list: mer pengar | mer tid | punkt | utan blank',
	])
})

test('tab-separated lines are a table when their columns agree', () => {
	expect(outlineOf('Här:', '', 'År\tKr\tAnm', '2024\t1\u00a0800\t', '\t1 900\tprel.')).toEqual([
		'paragraph: Här:',
		'table: År | Kr | Anm || 2024 | 1 800 |  ||  | 1 900 | prel.',
	])
	expect(outlineOf(PROSE, '', `\t${PROSE}`, `\t${PROSE}`)).toEqual(
		[PROSE, PROSE, PROSE].map((text) => `paragraph: ${text}`),
	)
	expect(outlineOf('Ensam\trad.')).toEqual(['paragraph: Ensam rad.'])
})

test('a member list needs a heading with a colon and two members, and ends where the members end', () => {
	expect(outlineOf('Vi står bakom:', 'A (x)', 'B (y, z/å)', 'C (RX) (y (z))', 'Inte (med) detta.')).toEqual([
		'members: Vi står bakom: A (x) | B (y, z/å) | C (RX) (y (z))',
		'paragraph: Inte (med) detta.',
	])
	expect(outlineOf('Vi står bakom:', 'A (x)')).toEqual(['paragraph: Vi står bakom:', 'paragraph: A (x)'])
})

test('many short lines in a row are not headings', () => {
	const titles = [
		'Plan för vården',
		'Policy för hälsa',
		'Riktlinjer för dialog',
		'Program för samverkan',
		'Mål för året',
	]
	const lines = titles.flatMap((title) => [title, ''])
	expect(outlineOf('Dokument', '', PROSE, '', ...lines, PROSE).filter((line) => line.startsWith('heading'))).toEqual([])
	expect(
		outlineOf('Dokument', '', PROSE, '', ...lines.slice(0, 4), PROSE).filter((line) => line.startsWith('heading')),
	).toHaveLength(2)
})

test('a last short line is no heading, and a single line no title', () => {
	expect(outlineOf('Titel', '', PROSE, '', 'Tack för ordet')).toEqual([
		`paragraph: ${PROSE}`,
		'paragraph: Tack för ordet',
	])
	expect(pasted('Hej')).toEqual({ title: null, residue: [], blocks: [{ kind: 'paragraph', text: 'Hej' }] })
	expect(pasted('')).toEqual({ title: null, residue: [], blocks: [] })
	expect(pasted(PROSE, '', PROSE).title).toBeNull()
})

test('Markdown that is pasted keeps its headings', () => {
	const made = pasted('# Titel', '', '## Rubrik', '', 'Text.', '', '* a', '* b', '', '[^1]: Not.')
	expect(made.title).toBe('Titel')
	expect(outline(made)).toEqual(['heading: Rubrik', 'paragraph: Text.', 'list: a | b', 'footnote 1: Not.'])
})

test('short lines that stand together stay together', () => {
	expect(outlineOf('Titel', '', 'NSPH Stockholms län', 'Box 1', '111 11 Stockholm', '', PROSE)[0]).toBe(
		'paragraph: NSPH Stockholms län\nBox 1\n111 11 Stockholm',
	)
})

/** Everything that stands in the result, with numbers, letters and brackets where the structure holds them. */
const everything = ({ title, residue, blocks }: PastedText): string =>
	[title ?? '', ...residue, ...outlineTexts(blocks)].join('\n')

const outlineTexts = (blocks: readonly Block[]): string[] =>
	outline({ title: null, residue: [], blocks: [...blocks] }).map((line) =>
		line.replace(/^(?:list|members|table|heading|paragraph|quote|signature): /, '').replace(/^footnote (\S+): /, '$1'),
	)

const MARKER = /[\s.)(•◦▪▫●○■□‣⁃∙·\uf0b7\uf0a7➢►✓✔–—\-*>#[\]^:|]/gu
const UNSEEN = /[\u00ad\u200b\u2060\ufeff\ufffe\uffff\p{Cc}]/gu
const counted = (text: string): Map<string, number> => {
	const counts = new Map<string, number>()
	const visible = text.toWellFormed().replace(UNSEEN, '').normalize('NFC').replace(MARKER, '')
	for (const character of visible) counts.set(character, (counts.get(character) ?? 0) + 1)
	// `o` and a tab are a bullet.
	counts.delete('o')
	return counts
}

const line = fc.oneof(
	fc.constantFrom(
		...goldenPaste.split('\n').filter((text) => text.length < 160),
		PROSE,
		'',
		'',
		'',
		'Lämna ett svar',
		'För NSPH; Anna Ek, ordförande',
		'Stockholm den 3 maj 2022',
		'Anna Ek',
		'Medlemmar:',
		'A (b)',
		'C (d (e))',
		'a\tb\tc',
		'1\t2\t3',
		'\tindrag',
		'> citat',
		'>',
		'# Rubrik',
		'[1] not',
		'[^x]: not',
		'text[1] och [^x]',
		'– sade hon',
	),
	fc
		.tuple(
			fc.constantFrom('1. ', '2. ', '3) ', 'a. ', 'b) ', '• ', '- ', '* ', '–', '> ', '\t', '   ', '12. ', '[2] '),
			fc.string({ maxLength: 12 }),
		)
		.map((parts) => parts.join('')),
	fc.string({ unit: 'grapheme', maxLength: 30 }),
	fc.string({ unit: 'binary', maxLength: 20 }),
)
const text = fc
	.array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\u00a0\n', '\u2028')), { maxLength: 25 })
	.map((lines) => lines.flat().join(''))

test('no character of the text is lost or made up, other than spaces and markers', () => {
	fc.assert(
		fc.property(text, (raw) => {
			expect(counted(everything(blocksFromPastedText(raw)))).toEqual(counted(raw))
		}),
		{ numRuns: 2_000 },
	)
})

test('the blocks keep the order of the text', () => {
	const squeezed = (value: string) => value.toWellFormed().replace(UNSEEN, '').normalize('NFC').replace(MARKER, '')
	fc.assert(
		fc.property(text, (raw) => {
			const source = squeezed(raw)
			let at = 0
			for (const character of squeezed(outlineTexts(blocksFromPastedText(raw).blocks).join('\n'))) {
				const found = source.indexOf(character, at)
				expect(found).toBeGreaterThanOrEqual(0)
				at = found + character.length
			}
		}),
	)
})

/** Milliseconds of processor time, so that other work on the machine does not count. The best of up to three, of which one is enough that is `good`. */
function fastest(run: () => void, good = 1_000): number {
	let best = Number.POSITIVE_INFINITY
	for (let round = 0; round < 3 && best >= good; round += 1) {
		const before = process.threadCpuUsage()
		run()
		const { user, system } = process.threadCpuUsage(before)
		best = Math.min(best, (user + system) / 1_000)
	}
	return best
}

test('a text of one megabyte takes what eight of an eighth of it take, and not their square', () => {
	for (const piece of [goldenPaste, '1. a\n', `${'ord '.repeat(18)}\n`]) {
		const reading = (length: number) => {
			const raw = piece.repeat(Math.ceil(length / piece.length))
			return fastest(() => blocksFromPastedText(raw), 0)
		}
		// Sixty-four times, were it the square.
		expect(reading(1_000_000) / reading(125_000), JSON.stringify(piece.slice(0, 20))).toBeLessThan(24)
	}
})

test('no text takes the square of its length', () => {
	const pieces = [
		'a',
		' ',
		'\n',
		'\t',
		'a\tb\n',
		'”',
		'” ',
		'(',
		'A (b)\n',
		'x:\n',
		'1. a\n',
		'1. a\nb\n',
		'a. ',
		'> ',
		'>\n',
		'• ',
		'- a\n',
		'– a\n',
		'[1] ',
		'[1] a\n',
		'[^a]: b\n',
		'#',
		'# a\n',
		'För a; ',
		'Hem > ',
		'Lämna ett svar\n',
		'Anna Ek\n',
		'För X\n',
		'Rubrik\n\n',
		'Ord utan slut ',
		`${'ord '.repeat(18)}\n`,
		'\u0301\u0323',
		'å\u0323\u0301',
		'\u00ad',
		'\ufeff\n',
		'Å ',
		'1',
		'12.',
		'Stockholm den 3 ',
	]
	for (const piece of pieces) {
		const raw = piece.repeat(Math.ceil(150_000 / piece.length))
		expect(
			fastest(() => blocksFromPastedText(raw)),
			JSON.stringify(piece),
		).toBeLessThan(1_000)
	}
})
