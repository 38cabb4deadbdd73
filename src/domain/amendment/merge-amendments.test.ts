import { expect, test } from 'vitest'
import type { AmendmentId, AmendmentVersionId, BlockId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { STAGES } from '#domain/statement/statement.ts'
import {
	ALL,
	amendment,
	block,
	factsOf,
	KEY,
	MUST,
	merging,
	SHALL,
	TEXT,
	textOf,
	words,
} from '#test/support/merging-amendments.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	actor,
	chair,
	contextAt,
	delegateOf,
	NOW,
	SHEDO,
	seat,
	secretary,
	statement,
	stranger,
	TILIA,
} from '#test/support/rules.ts'
import { MERGED_AT_ONCE, type MergeAmendments, mergeAmendments } from './merge-amendments.ts'

test('what does not collide comes in together, is adopted by it, and remembers in which versions its words stand', () => {
	const done = merging([SHALL, ALL])
	expect(textOf(done)).toEqual(['Regionen ska agera nu.', 'Vi tackar alla för ordet.'])
	const [document] = granted(done).events
	expect(document).toMatchObject({ type: 'documentRearranged', payload: { how: 'merged' } })
	const written = document?.type === 'documentRearranged' ? document.payload.written : []
	expect(factsOf(done)).toMatchObject([
		{
			outcome: 'adopted',
			note: '',
			before: { state: 'open', note: null },
			parts: [{ kind: 'words', blockId: 'a', versionId: written[0]?.id, removed: 'bör', inserted: 'ska' }],
		},
		{
			outcome: 'adopted',
			before: { state: 'adopted', note: 'Bra.' },
			parts: [{ kind: 'words', blockId: 'b', versionId: written[1]?.id, removed: '', inserted: 'alla' }],
		},
	])
	expect(granted(done).notifications).toMatchObject([{ associationId: SHEDO }, { associationId: TILIA }])
})

test('where they collide somebody has to choose, and is told in what; an answer to what is not asked counts for nothing', () => {
	const open = merging([SHALL, MUST])
	expect(open).toMatchObject({
		reason: {
			code: 'collisionsOpen',
			collisions: [{ key: KEY, base: 'bör', sides: [{ words: 'måste' }, { words: 'ska' }] }],
		},
	})
	// Of another version of the block, of somebody who is no side there, and of nobody.
	for (const choices of [
		{ 'a-0:2-3': { side: SHALL.id } },
		{ [KEY]: { side: ALL.id } },
		{ [KEY]: { side: 'amendment-9' } },
		{ [KEY]: { all: [] } },
	])
		expect(codeOf(merging([SHALL, MUST, ALL], { choices }))).toBe('collisionsOpen')
})

test('one side chosen is adopted; of the other nothing comes in, and it stays as it was', () => {
	const done = merging([SHALL, MUST], { choices: { [KEY]: { side: SHALL.id } } })
	expect(textOf(done)).toEqual(['Regionen ska agera nu.'])
	expect(factsOf(done)).toMatchObject([{ amendmentId: SHALL.id, outcome: 'adopted' }])
	expect(granted(done).value).toEqual([
		{ amendmentId: SHALL.id, outcome: 'adopted' },
		{ amendmentId: MUST.id, outcome: null },
	])
	expect(granted(done).notifications).toMatchObject([{ associationId: SHEDO }])
})

test('other words than its own are never adopted in an association’s name as its own: with changes, a note, and both words', () => {
	const byHand = { [KEY]: { text: 'kan' } }
	expect(codeOf(merging([SHALL, MUST], { choices: byHand }))).toBe('empty')
	const done = merging([SHALL, MUST], { choices: byHand, note: 'En medelväg.' })
	expect(textOf(done)).toEqual(['Regionen kan agera nu.'])
	expect(factsOf(done)).toMatchObject([
		{ outcome: 'adoptedWithChanges', note: 'En medelväg.', parts: [{ kind: 'byHand', inserted: 'kan', own: 'ska' }] },
		{ outcome: 'adoptedWithChanges', note: 'En medelväg.', parts: [{ kind: 'byHand', inserted: 'kan', own: 'måste' }] },
	])
	// Whoever writes by hand what one of them says has changed nothing in that one, and brought in nothing of the other.
	const same = merging([SHALL, MUST], { choices: { [KEY]: { text: ' ska ' } } })
	const at = granted(same).events.flatMap((event) => (event.type === 'documentRearranged' ? event.payload.written : []))
	expect(factsOf(same)).toMatchObject([
		{ amendmentId: SHALL.id, outcome: 'adopted', parts: [{ kind: 'words', versionId: at[0]?.id, inserted: 'ska' }] },
	])
	expect(factsOf(same)).toHaveLength(1)
	// Both of them, one after the other, is what neither asked for.
	const both = merging([SHALL, MUST], { choices: { [KEY]: { all: [SHALL.id, MUST.id] } }, note: 'Båda.' })
	expect(textOf(both)).toEqual(['Regionen ska måste agera nu.'])
	expect(factsOf(both).map(({ outcome }) => outcome)).toEqual(['adoptedWithChanges', 'adoptedWithChanges'])
})

test('words by hand that are those of the text are no merging; and one side, once or twice, is not several', () => {
	for (const text of ['bör', ' bör\n']) {
		const choices = { [KEY]: { text } }
		expect(codeOf(merging([SHALL, MUST], { choices, note: 'Med ändringar.' }))).toBe('mergesNothing')
	}
	for (const all of [[SHALL.id], [SHALL.id, SHALL.id]]) {
		const done = merging([SHALL, MUST], { choices: { [KEY]: { all } } })
		expect(factsOf(done)).toMatchObject([{ amendmentId: SHALL.id, outcome: 'adopted' }])
		expect(factsOf(done)).toHaveLength(1)
	}
	const twice = { [KEY]: { all: [SHALL.id, MUST.id, SHALL.id] } }
	expect(codeOf(merging([SHALL, MUST], { choices: twice, note: 'Båda.' }))).toBe('collisionsOpen')
})

test('nothing is written by hand in place of a whole table', () => {
	const table = (cell: string) => ({ kind: 'table', header: ['Vad'], rows: [[cell]] }) as const
	const text = [{ ...block('a', ''), content: table('Bör.') }]
	const strike = amendment(6, SHEDO, [], { seen: text })
	const change = amendment(7, ANBO, [{ blockId: 'a' as BlockId, content: table('Ska.') }], { seen: text })
	const choosing = (choice: MergeAmendments['choices'][string]) =>
		merging([strike, change], { seen: text, stands: text, choices: { 'a-1:removed': choice }, note: 'Kort.' })
	expect(codeOf(choosing({ text: 'Vi ska.' }))).toBe('collisionsOpen')
	expect(factsOf(choosing({ side: change.id }))).toMatchObject([{ amendmentId: change.id, outcome: 'adopted' }])
})

test('what comes in by half is adopted with changes, and says where others’ words stand', () => {
	const half = amendment(4, SHEDO, words('Regionen ska agera nu.', 'Vi tackar er för ordet.'))
	const choices = { [KEY]: { side: MUST.id } }
	const done = merging([half, MUST], { choices, note: 'Y2 var skarpare.' })
	const [, other] = factsOf(done)
	expect(other).toMatchObject({
		amendmentId: half.id,
		outcome: 'adoptedWithChanges',
		parts: [
			{ kind: 'words', blockId: 'b', inserted: 'er' },
			{ kind: 'otherwise', blockId: 'a', removed: 'bör', inserted: 'måste', own: 'ska' },
		],
	})
	const base = merging([SHALL, MUST], { choices: { [KEY]: { base: true } } })
	expect(codeOf(base)).toBe('mergesNothing')
})

test('what others wrote in other parts meanwhile stays; in the same part the page is to be read again', () => {
	const elsewhere = [TEXT[0] as BlockVersion, block('b', 'Vi tackar så mycket.', 2)]
	expect(textOf(merging([SHALL], { stands: elsewhere }))).toEqual(['Regionen ska agera nu.'])
	const same = [block('a', 'Kommunen bör agera nu.', 2), TEXT[1] as BlockVersion]
	expect(codeOf(merging([SHALL], { stands: same }))).toBe('textChanged')
	expect(codeOf(merging([SHALL], { seen: null }))).toBe('textChanged')
	// A part named twice, in two versions, would bring an old one back under another's name.
	expect(codeOf(merging([ALL], { seen: [...TEXT, block('a', 'Något gammalt.', 0)] }))).toBe('textChanged')
})

test('what was read is the whole text: nothing that an amendment saw or that stood there then is left out or out of order', () => {
	const [a, b] = TEXT as [BlockVersion, BlockVersion]
	const instead = amendment(9, SHEDO, words('Något annat.').slice(0, 1), { seen: [a] })
	for (const seen of [[b], [], [b, a]]) expect(codeOf(merging([instead], { seen }))).toBe('textChanged')
	expect(codeOf(merging([instead], { seen: [a], older: [a, b].map(({ blockId }) => blockId) }))).toBe('textChanged')
	// Put in after it was read; taken away since.
	const more = [a, block('new', 'Ett till.'), b]
	expect(codeOf(merging([instead], { stands: more, older: [a.blockId, b.blockId] }))).toBe('granted')
	expect(codeOf(merging([instead], { stands: [a], older: [a.blockId, b.blockId] }))).toBe('granted')
})

test('those that were reworded, withdrawn or decided after they were read are named; what waits in an association is not there', () => {
	const named = [{ amendmentId: SHALL.id, versionId: 'before' as AmendmentVersionId }]
	expect(merging([SHALL], { chosen: named })).toMatchObject({ reason: { code: 'amendmentsMoved', numbers: [1] } })
	for (const state of ['withdrawn', 'rejected'] as const)
		expect(merging([{ ...SHALL, state }, ALL])).toMatchObject({ reason: { code: 'amendmentsMoved', numbers: [1] } })
	expect(codeOf(merging([{ ...SHALL, state: 'prepared' }]))).toBe('notFound')
	const unknown = [{ amendmentId: 'other' as AmendmentId, versionId: SHALL.versionId }]
	expect(codeOf(merging([SHALL], { chosen: unknown }))).toBe('notFound')
	expect(codeOf(merging([]))).toBe('empty')
	const many = Array.from({ length: MERGED_AT_ONCE + 1 }, (_, index) => amendment(index, SHEDO, SHALL.wanted))
	expect(codeOf(merging(many))).toBe('tooLong')
})

test('one that does not go with the text as it was seen is named', () => {
	const old = amendment(5, SHEDO, words('Kommunen bör agera.'), { seen: [block('a', 'Landstinget bör agera.', 0)] })
	expect(merging([{ ...old, wanted: old.wanted.slice(0, 1) }])).toMatchObject({
		reason: { code: 'amendmentsInTheWay', numbers: [5] },
	})
})

test('a part that somebody has judged is struck only by whoever says so', () => {
	const strike = amendment(6, SHEDO, words('Regionen bör agera nu.').slice(0, 1))
	const judging = (letGo: boolean) =>
		mergeAmendments(
			chair,
			{ statement: statement('consulting'), blocks: TEXT },
			{ amendments: [strike], judged: ['b' as BlockId], older: [], overtaken: [] },
			{
				seen: TEXT,
				chosen: [{ amendmentId: strike.id, versionId: strike.versionId }],
				choices: {},
				note: '',
				letGo,
			},
			contextAt(),
		)
	expect(codeOf(judging(false))).toBe('losesPlace')
	expect(factsOf(judging(true))).toMatchObject([
		{ outcome: 'adopted', parts: [{ kind: 'struck', blockId: 'b', versionId: null, removed: 'Vi tackar för ordet.' }] },
	])
})

test('only chair and secretary merge, only while the text can be changed; the chair learns what the secretary merged', () => {
	const gone = actor(seat('chair', null, { endedAt: NOW - 1 }))
	for (const who of [delegateOf(SHEDO), gone]) expect(codeOf(merging([SHALL], { who }))).toBe('notAllowed')
	expect(codeOf(merging([SHALL], { who: stranger }))).toBe('notFound')
	for (const stage of STAGES) {
		const may = ['drafting', 'consulting'].includes(stage)
		expect(codeOf(merging([SHALL], {}, stage))).toBe(may ? 'granted' : 'wrongStage')
	}
	expect(granted(merging([SHALL], { who: secretary })).notifications).toMatchObject([
		{ associationId: null },
		{ associationId: SHEDO },
	])
})

test('whoever merges what their own association stands behind has that noted', () => {
	const both = actor(...chair.seats, ...delegateOf(SHEDO).seats)
	expect(factsOf(merging([SHALL, ALL], { who: both })).map(({ own }) => own)).toEqual([true, false])
})

test('a part too long for a text is refused as it is when somebody writes it', () => {
	const long = merging([SHALL, MUST], { choices: { [KEY]: { text: 'x'.repeat(200_000) } }, note: 'Långt.' })
	expect(codeOf(long)).toBe('tooLong')
})
