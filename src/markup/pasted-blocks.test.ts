import { expect, test } from 'vitest'
import { outline, outlineOf, PROSE, pasted } from '#test/support/pasted-outline.ts'

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
