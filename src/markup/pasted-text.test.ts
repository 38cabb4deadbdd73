import { expect, test } from 'vitest'
import { golden, goldenPaste } from '#test/support/golden.ts'
import { outline, PROSE, pasted } from '#test/support/pasted-outline.ts'
import { blocksFromPastedText } from './pasted-text.ts'

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
