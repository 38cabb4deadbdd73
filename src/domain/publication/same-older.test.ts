import { expect, test } from 'vitest'
import type { OlderId, SeatId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import { granted } from '#test/support/result.ts'
import { ANBO, chair, coalition, contextAt, member, NOW, SHEDO } from '#test/support/rules.ts'
import { correctOlder, importOlder } from './importing.ts'
import type { OlderContent, OlderStatement } from './older.ts'
import { isSameOlder, marksOf, type OlderWord } from './same-older.ts'

const LONG =
	'Vi är positiva till strategin men saknar stöd till anhöriga under vårdtiden. Regionen bör se till att barn som lever nära en förälder med psykisk ohälsa får råd och stöd så länge det behövs.'
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

const told = (more: Partial<OlderContent> = {}): OlderContent => ({
	title: 'Svar på strategin',
	language: 'sv',
	kind: 'response',
	decidedOn: '2017-05-03',
	inquiry: { title: 'Nationell strategi', sender: 'Socialdepartementet', references: 'S2017/01234' },
	standsBehind: '',
	files: [],
	blocks: [paragraph(LONG)],
	...more,
})

/** Another in each that tells what it is. */
const OTHER = told({
	title: 'Yttrande om boende',
	decidedOn: '2017-09-20',
	inquiry: { title: 'Boende', sender: 'Socialdepartementet', references: 'S2017/09999' },
	blocks: [
		paragraph(
			'Boende med särskild service ska planeras tillsammans med dem som bor där. Kommunerna behöver bygga fler bostäder, och den som flyttar ska kunna ta med sig sitt stöd utan att ansöka en gång till.',
		),
	],
})
const file = { sha256: 'a'.repeat(64), name: 'svar.pdf', mediaType: 'application/pdf', size: 12 } as const

const same = (content: OlderContent, year = 2017, of = told({ files: [file] })) =>
	isSameOlder(marksOf(2017, of), marksOf(year, content))

test('it is the same statement by a file, its title in the year, the day and the inquiry, or most of its words', () => {
	const { title, decidedOn, inquiry, blocks } = told()
	expect(same(OTHER)).toBe(false)
	expect(same({ ...OTHER, files: [{ ...file, name: 'ny.pdf' }] }, 2016)).toBe(true)
	expect(same({ ...OTHER, title: `  ${title.toUpperCase()}!` })).toBe(true)
	expect(same({ ...OTHER, title }, 2016)).toBe(false)
	// So many are called.
	const remissvar = told({ title: 'Remissvar' })
	expect(isSameOlder(marksOf(2017, { ...OTHER, title: 'Remissvar' }), marksOf(2017, remissvar))).toBe(false)
	expect(isSameOlder(marksOf(2017, { ...OTHER, title: 'Remissvar', decidedOn }), marksOf(2017, remissvar))).toBe(true)
	expect(same({ ...OTHER, decidedOn, inquiry: { ...OTHER.inquiry, title: inquiry.title } })).toBe(true)
	expect(same({ ...OTHER, decidedOn, inquiry: { ...OTHER.inquiry, references: 's2017 01234' } })).toBe(true)
	expect(same({ ...OTHER, decidedOn })).toBe(false)
	expect(same({ ...OTHER, inquiry })).toBe(false)
	expect(same({ ...OTHER, blocks }, 1999)).toBe(true)
})

test('nor is it another for what was put beside its words, taken out of them or worded otherwise here and there', () => {
	const words = LONG.split(' ')
	const reworded = words.map((word, at) => (at % 6 === 3 ? 'annars' : word)).join(' ')
	const padded = [...OTHER.blocks, paragraph(LONG), ...OTHER.blocks]
	const half = [paragraph(words.slice(0, 25).join(' '))]
	const typed = [paragraph(LONG.replaceAll(' ', '  ').replaceAll('.', ' !'))]
	for (const blocks of [[paragraph(reworded)], padded, half, typed]) expect(same({ ...OTHER, blocks }, 1999)).toBe(true)
	const unseen = (text: string) => text.replaceAll(/(\p{L})(\p{L})/gu, '$1\u200B$2\u00AD\u034F')
	for (const text of [unseen(LONG), LONG.normalize('NFD'), LONG.replaceAll('fi', '\uFB01').replaceAll('i', '\uFF49')])
		expect(same({ ...OTHER, blocks: [paragraph(text)] }, 1999)).toBe(true)
	expect(same({ ...OTHER, title: unseen(told().title) })).toBe(true)
	const short = { ...OTHER, blocks: [paragraph('Vi har inget att invända mot förslaget.')] }
	expect(same(short, 1999, { ...told(), blocks: short.blocks })).toBe(false)
})

const OLD = 'old' as OlderId
const SAID: OlderWord = {
	...{ standing: true, carriedFrom: null },
	...{ olderId: OLD, associationId: SHEDO, reason: 'Vi var inte med.', seatId: 'seat' as SeatId, at: NOW - 5 },
	marks: [marksOf(2017, told())],
}
const coalitionNow = coalition({ associations: [member(SHEDO), member(ANBO)] })

const carriedBy = (content: OlderContent, contests: readonly OlderWord[] = [SAID], number: number | null = 4) => {
	const known = { taken: { first: null, places: ['3'] }, contests }
	const { events } = granted(importOlder(chair, coalitionNow, known, { year: 2017, number, content }, contextAt()))
	return events.flatMap((event) => (event.type === 'olderContestCarried' ? [event.payload] : []))
}

test('what an association said goes with a statement that is brought in anew, from the seat and the time it was said', () => {
	for (const number of [4, null])
		expect(carriedBy(told(), undefined, number)).toEqual([
			expect.objectContaining({
				...{ associationId: SHEDO, from: OLD, reason: 'Vi var inte med.', seatId: 'seat', saidAt: NOW - 5 },
			}),
		])
	expect(carriedBy(OTHER)).toEqual([])
	expect(carriedBy(told(), [])).toEqual([])
})

test('by what it was when it was said too, and once, as it was said last', () => {
	const reworded = { ...SAID, marks: [marksOf(2017, OTHER), marksOf(2017, told())] }
	expect(carriedBy(told(), [reworded])).toHaveLength(1)
	const again = { ...SAID, olderId: 'other' as OlderId, reason: 'Nej.', at: NOW - 1 }
	expect(carriedBy(told(), [again, SAID])).toEqual([expect.objectContaining({ reason: 'Nej.' })])
})

const about: OlderStatement = {
	...{ id: 'new' as OlderId, year: 2017, number: 5, place: '5', content: OTHER, importedAt: NOW, removedAt: null },
}
const corrected = (contests: readonly OlderWord[], older = about, content = told()) => {
	const known = { members: coalitionNow.associations, documents: [], contests }
	const given = { content, reason: 'Fel text.' }
	return granted(correctOlder(chair, older, known, given, contextAt())).events.map(({ type }) => type)
}
const takenBack = (of: OlderContent, more: Partial<OlderWord> = {}): OlderWord => ({
	...{ ...SAID, olderId: about.id, standing: false, reason: '', at: NOW - 3, marks: [marksOf(2017, of)] },
	...more,
})

test('and with one that is corrected into it, unless the association says that of this one already', () => {
	expect(corrected([SAID])).toContain('olderContestCarried')
	expect(corrected([SAID, { ...SAID, olderId: about.id }])).not.toContain('olderContestCarried')
	expect(corrected([SAID, { ...SAID, olderId: about.id, associationId: ANBO }])).toContain('olderContestCarried')
	expect(corrected([SAID], { ...about, id: OLD })).not.toContain('olderContestCarried')
})

test('of what an association said of the same, the latest decides, under whatever number', () => {
	for (const olderId of [about.id, 'third' as OlderId]) {
		expect(corrected([SAID, takenBack(told(), { olderId })])).not.toContain('olderContestCarried')
		expect(carriedBy(told(), [SAID, takenBack(told(), { olderId })])).toEqual([])
		expect(corrected([SAID, takenBack(told(), { olderId, at: NOW - 9 })])).toContain('olderContestCarried')
		expect(corrected([SAID, takenBack(told(), { olderId, associationId: ANBO })])).toContain('olderContestCarried')
		expect(corrected([SAID, takenBack(OTHER, { olderId })])).toContain('olderContestCarried')
		// Nor by what it took back of another, where this one is made to be like both.
		const both = told({ blocks: [...told().blocks, ...OTHER.blocks] })
		expect(corrected([SAID, takenBack(OTHER, { olderId })], about, both)).toContain('olderContestCarried')
	}
})

test('what it took back of one that only that resembles, and not this, shields this from nothing', () => {
	const contested = { ...SAID, marks: [marksOf(2017, told({ files: [file] }))] }
	const alike = { ...OTHER, title: told().title }
	const short = [paragraph('Vi har inget att invända.')]
	const anew = { ...OTHER, title: 'Brev', decidedOn: '2017', files: [file], blocks: short }
	expect(same(alike)).toBe(true)
	expect(same(anew)).toBe(true)
	expect(isSameOlder(marksOf(2017, alike), marksOf(2017, anew))).toBe(false)
	expect(carriedBy(anew, [contested, takenBack(alike)])).toHaveLength(1)
})

test('it goes from where it was said first, not from where that had gone', () => {
	const copy = { ...SAID, olderId: 'copy' as OlderId, carriedFrom: OLD }
	for (const words of [
		[copy, SAID],
		[SAID, copy],
	])
		expect(carriedBy(told(), words)).toEqual([expect.objectContaining({ from: OLD })])
})

const WENT: OlderWord = { ...SAID, olderId: about.id, carriedFrom: OLD, marks: [marksOf(2017, told())] }
const same2017 = { ...about, content: told() }

test('what went with it leaves it when it is corrected into another, where it is still said of that one', () => {
	expect(corrected([SAID, WENT], same2017, OTHER)).toContain('olderContestParted')
	expect(corrected([SAID, WENT], same2017, told({ standsBehind: 'Alla.' }))).not.toContain('olderContestParted')
	for (const elsewhere of [[], [{ ...SAID, standing: false }], [{ ...SAID, associationId: ANBO }]])
		expect(corrected([...elsewhere, WENT], same2017, OTHER)).not.toContain('olderContestParted')
	expect(corrected([SAID, { ...WENT, carriedFrom: null }], same2017, OTHER)).not.toContain('olderContestParted')
})

test('and in the same act what it is the same as then goes with it', () => {
	const third = { ...SAID, olderId: 'third' as OlderId, reason: 'Inte vi.', marks: [marksOf(2017, OTHER)] }
	const went = corrected([SAID, WENT, third], same2017, OTHER).filter((type) => type.startsWith('olderContest'))
	expect(went).toEqual(['olderContestParted', 'olderContestCarried'])
})
