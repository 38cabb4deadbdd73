import { expect, test } from 'vitest'
import type { ActId, AmendmentId, BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { STAGES } from '#domain/statement/statement.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	chair,
	contextAt,
	delegateOf,
	SHEDO,
	STATEMENT_ID,
	secretary,
	statement,
	stranger,
} from '#test/support/rules.ts'
import { type KnownOfMerging, type Merging, undoMerging } from './unmerge.ts'

const block = (name: string, text: string, version = 1): BlockVersion => ({
	id: `${name}-${version}` as BlockVersionId,
	blockId: name as BlockId,
	content: { kind: 'paragraph', text },
})
const BEFORE = [block('a', 'Regionen bör agera.'), block('b', 'Vi tackar.')]
const AFTER = [block('a', 'Regionen ska agera.', 2), block('b', 'Vi tackar.'), block('c', 'Ett till.')]
const WAS = { state: 'open', note: null, decidedSeatId: null, decidedAt: null, own: false } as const
const MERGING: Merging = {
	actId: 'act' as ActId,
	isUndone: false,
	amendments: [
		{ id: 'one' as AmendmentId, statementId: STATEMENT_ID, associationId: SHEDO, joined: [], before: WAS },
		{ id: 'two' as AmendmentId, statementId: STATEMENT_ID, associationId: ANBO, joined: [], before: WAS },
	],
	decidedSince: false,
	movedSince: false,
	saidSince: false,
}

type Tried = Partial<Merging> & {
	readonly who?: typeof chair
	readonly stands?: readonly BlockVersion[]
	readonly known?: Partial<KnownOfMerging>
}
const undoing = ({ who = chair, stands = AFTER, known = {}, ...more }: Tried = {}, stage = 'consulting') =>
	undoMerging(
		who,
		{ statement: statement(stage as 'consulting'), blocks: stands },
		{ merging: { ...MERGING, ...more }, sides: { before: BEFORE, after: AFTER }, judged: [], position: 7, ...known },
		contextAt(),
	)

test('the text is given back, each amendment is what it was, and those behind them are told', () => {
	const done = granted(undoing())
	expect(done.events).toMatchObject([
		{
			type: 'documentRearranged',
			payload: {
				how: 'unmerged',
				order: ['a', 'b'],
				written: [{ blockId: 'a', content: { text: 'Regionen bör agera.' } }],
			},
		},
		{ type: 'amendmentUnmerged', payload: { amendmentId: 'one', mergedBy: 'act', before: WAS } },
		{ type: 'amendmentUnmerged', payload: { amendmentId: 'two' } },
	])
	expect(done.notifications).toMatchObject([{ associationId: SHEDO }, { associationId: ANBO }])
	expect(granted(undoing({ who: secretary })).notifications).toMatchObject([{ associationId: null }, {}, {}])
	// What is said of the text while it is decided may rest on it.
	expect(done.guards).toContainEqual({ kind: 'unchangedSince', statementId: STATEMENT_ID, position: 7 })
})

test('what was written in other parts since stays; in the same part it rests on what was merged', () => {
	const elsewhere = [AFTER[0], block('b', 'Vi tackar så mycket.', 2), AFTER[2]] as BlockVersion[]
	expect(granted(undoing({ stands: elsewhere })).events[0]).toMatchObject({
		payload: { written: [{ blockId: 'a' }] },
	})
	const same = [block('a', 'Regionen ska agera nu.', 3), ...AFTER.slice(1)]
	expect(undoing({ stands: same })).toMatchObject({ reason: { code: 'mergingRests', on: 'text' } })
	const added = [...AFTER.slice(0, 2), block('c', 'Ett till, med mera.', 2)]
	expect(undoing({ stands: added })).toMatchObject({ reason: { code: 'mergingRests', on: 'text' } })
})

test('it stands once something rests on it: what was said, decided or sent to the associations', () => {
	expect(undoing({ saidSince: true })).toMatchObject({ reason: { on: 'said' } })
	expect(undoing({ known: { judged: ['c' as BlockId] } })).toMatchObject({ reason: { on: 'said' } })
	expect(undoing({ decidedSince: true })).toMatchObject({ reason: { on: 'amendments' } })
	expect(undoing({ movedSince: true })).toMatchObject({ reason: { on: 'stage' } })
})

test('what is undone is undone once', () => {
	expect(granted(undoing({ isUndone: true })).events).toEqual([])
})

test('where the text was given back already, the amendments alone become what they were', () => {
	const types = granted(undoing({ stands: BEFORE })).events.map(({ type }) => type)
	expect(types).toEqual(['amendmentUnmerged', 'amendmentUnmerged'])
})

test('only chair and secretary undo it, only while the text can be changed', () => {
	expect(codeOf(undoing({ who: delegateOf(SHEDO) }))).toBe('notAllowed')
	expect(codeOf(undoing({ who: stranger }))).toBe('notFound')
	for (const stage of STAGES)
		expect(codeOf(undoing({}, stage))).toBe(['drafting', 'consulting'].includes(stage) ? 'granted' : 'wrongStage')
})
