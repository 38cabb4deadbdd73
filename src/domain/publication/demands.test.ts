import { expect, test } from 'vitest'
import { type Asked, addressesIn, demandsOf, lastWorkingDay, type ProposedLetter } from './demands.ts'
import { packFileName } from './pack.ts'

const COALITION = 'NSPH Stockholms län'

/** As a ministry asks (KN2023/04578). */
const ASKED: Asked = {
	title: 'God vård',
	references: 'KN2023/04578',
	sendTo: 'kn.remissvar@regeringskansliet.se',
	copyTo: 'kopia till handlaggare@regeringskansliet.se',
	formats: ['docx', 'accessible-pdf'],
	dueOn: '2026-03-13',
}

const LETTER: ProposedLetter = {
	to: ['kn.remissvar@regeringskansliet.se'],
	copyTo: ['handlaggare@regeringskansliet.se'],
	subject: 'KN2023/04578 – NSPH Stockholms län: svar på remissen God vård',
	names: [packFileName(COALITION, 'NSPH-SL 2026:1', 'docx'), packFileName(COALITION, 'NSPH-SL 2026:1', 'pdf')],
}

const demands = (asked: Partial<Asked> = {}, letter: Partial<ProposedLetter> = {}, today = '2026-03-02') =>
	demandsOf({ ...ASKED, ...asked }, { ...LETTER, ...letter }, COALITION, today)
const unmet = (...given: Parameters<typeof demands>) => demands(...given).filter(({ met }) => !met)

test('what a ministry asks for is a list, and a letter that does so meets every line of it', () => {
	expect(demands().map(({ what, met }) => [what, met])).toEqual([
		['format', true],
		['format', true],
		['names', true],
		['references', true],
		['subject', true],
		['to', true],
		['copyTo', true],
		['deadline', true],
	])
})

test('paper is asked for by some, and is met by nothing that is sent', () => {
	expect(unmet({ formats: ['pdf', 'paper'] })).toEqual([{ what: 'format', format: 'paper', met: false }])
})

test('a file without who answers in its name does not do', () => {
	expect(unmet({}, { names: ['remissvar.pdf'] })).toEqual([{ what: 'names', coalition: COALITION, met: false }])
	expect(packFileName('A/B: "C"', 'X 2026:1', 'pdf')).toBe('A-B- -C-, X 2026-1.pdf')
	expect(
		demandsOf(ASKED, { ...LETTER, names: [packFileName('A/B: C', 'X 2026:1', 'pdf')] }, 'A/B: C', '2026-03-02')[2],
	).toMatchObject({ what: 'names', met: true })
})

test('every reference must stand in the subject line, and so must who answers', () => {
	expect(unmet({ references: 'Dnr KN2023/04578, KN2023/1 och S2024/2' })).toEqual([
		{ what: 'references', missing: ['KN2023/1', 'S2024/2'], met: false },
	])
	expect(unmet({}, { subject: 'KN2023/04578 – svar' })).toEqual([{ what: 'subject', coalition: COALITION, met: false }])
	expect(demands({ references: '' }).some(({ what }) => what === 'references')).toBe(false)
})

test('it goes to whom it is asked to go, and the copy may be among them', () => {
	expect(unmet({}, { to: ['annan@example.org'] })).toEqual([
		{ what: 'to', asked: ASKED.sendTo, missing: ['kn.remissvar@regeringskansliet.se'], met: false },
	])
	expect(unmet({}, { copyTo: [] })).toMatchObject([{ what: 'copyTo', missing: ['handlaggare@regeringskansliet.se'] }])
	expect(unmet({}, { copyTo: [], to: [...LETTER.to, ...LETTER.copyTo] })).toEqual([])
	// A place without an address: somebody must say one.
	expect(unmet({ sendTo: 'Klimatdepartementet, 103 33 Stockholm' }, { to: [] })).toMatchObject([
		{ what: 'to', missing: [] },
	])
})

test('addresses are found in what was written about them', () => {
	expect(addressesIn('Till: A.B@example.org; mailto:c@example.org, <d@example.org>. Och a.b@example.org.')).toEqual([
		'a.b@example.org',
		'c@example.org',
		'd@example.org',
	])
	expect(addressesIn('Box 1, 103 33 Stockholm')).toEqual([])
})

test.each([
	['2026-03-02', 11, false, true, '2026-03-13'],
	['2026-03-13', 0, false, true, '2026-03-13'],
	['2026-03-14', -1, false, false, null],
])('on %s there are %i days left', (today, days, closed, met, last) => {
	const [deadline] = demands({}, {}, today).filter(({ what }) => what === 'deadline')
	expect(deadline).toEqual({ what: 'deadline', dueOn: '2026-03-13', days, closed, met })
	if (deadline?.what === 'deadline') expect(lastWorkingDay(deadline, today)).toBe(last)
})

test('a last day on which offices are closed is told, with the last on which they are open', () => {
	// Good Friday 2026 is 3 April; its eve is a working day.
	const [deadline] = demands({ dueOn: '2026-04-05' }, {}, '2026-03-30').filter(({ what }) => what === 'deadline')
	expect(deadline).toMatchObject({ closed: true, days: 6 })
	if (deadline?.what === 'deadline') expect(lastWorkingDay(deadline, '2026-03-30')).toBe('2026-04-02')
})

test('an answer to nothing is asked for who answers alone', () => {
	expect(demandsOf(null, { ...LETTER, to: [] }, COALITION, '2026-03-02').map(({ what, met }) => [what, met])).toEqual([
		['names', true],
		['subject', true],
	])
})
