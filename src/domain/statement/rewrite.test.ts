import { expect, test } from 'vitest'
import type { ActId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Actor } from '#domain/members/seats.ts'
import { at, edited, id, OLD, paragraph, rearranged, sidesIn, THREE } from '#test/support/editing.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { chair, contextAt, delegateOf, eventOf, SHEDO, statement, version } from '#test/support/rules.ts'
import type { BlockVersion } from './block.ts'
import { type DocumentEdit, editDocument } from './document.ts'
import type { Stage } from './statement.ts'
import type { TextChange } from './text-history.ts'

const act = (name: string) => name as ActId

test('where the whole text is written anew, what is the same stays what it was', () => {
	const { how, order, written } = rearranged({
		do: 'write',
		blocks: [paragraph('Ny a\u030a'), paragraph('Fyra.'), paragraph('Ett.'), paragraph('Två och fem.')],
	})
	expect([how, order]).toEqual(['rewritten', ['id-1', 'c', 'a', 'b']])
	expect(written.map(({ blockId, content }) => [blockId, content])).toEqual([
		['id-1', paragraph('Ny å')],
		['b', paragraph('Två och fem.')],
	])
	expect(granted(edited({ do: 'write', blocks: THREE.map(({ content }) => content) })).events).toEqual([])
})

test('what has stances or comments leaves the text only when that is said to be meant', () => {
	const without = { do: 'write', blocks: [paragraph('Ett.'), paragraph('Fyra.')] } as const
	const judged = { judged: [id('b')], named: null }
	const by = (edit: DocumentEdit) =>
		editDocument(chair, { statement: statement('consulting'), blocks: THREE }, edit, contextAt(), judged)
	expect(by(without)).toEqual({ ok: false, reason: { code: 'losesPlace', blocks: ['b'] } })
	expect(by({ do: 'remove', blockId: id('b') })).toEqual({ ok: false, reason: { code: 'losesPlace', blocks: ['b'] } })
	expect(eventOf('documentRearranged', by({ ...without, letGo: true })).order).toEqual(['a', 'c'])
	expect(codeOf(by({ do: 'remove', blockId: id('b'), letGo: true }))).toBe('granted')
})

test('what others wrote meanwhile is asked about, and asked about again when it changes once more', () => {
	const seen = [version('Ett.', 'a'), { ...version('Två.', 'b'), id: OLD }, version('Fyra.', 'c')]
	const blocks = [paragraph('Ett.'), paragraph('Fem.'), paragraph('Sex.')]
	const mine = { do: 'write', seen, blocks } as const
	const [, b] = THREE
	expect(edited(mine)).toEqual({
		ok: false,
		reason: { code: 'partsChanged', parts: [{ blockId: 'b', mine: null, theirs: b }] },
	})
	const decided = (against: BlockVersionId, side: 'mine' | 'theirs') =>
		edited({ ...mine, lastWord: { side, against: [against] } })
	expect(codeOf(decided(OLD, 'mine'))).toBe('partsChanged')
	expect(eventOf('documentRearranged', decided(at('b'), 'theirs')).order).toContain('b')
	expect(eventOf('documentRearranged', decided(at('b'), 'mine')).order).not.toContain('b')
})

test('once others are asked about it, the whole text is written anew by chair and secretary alone, and a part by all who write', () => {
	const whole = { do: 'write', blocks: [paragraph('Ny.')] } as const
	const part = { do: 'write', seen: THREE.slice(0, 1), blocks: [paragraph('Ny.')] } as const
	const outcomes = (by: Actor, stage: Stage) => [whole, part].map((edit) => codeOf(edited(edit, THREE, by, stage)))
	expect(outcomes(delegateOf(SHEDO), 'drafting')).toEqual(['granted', 'granted'])
	expect(outcomes(delegateOf(SHEDO), 'consulting')).toEqual(['notAllowed', 'granted'])
	expect(outcomes(chair, 'consulting')).toEqual(['granted', 'granted'])
	const allSeen = edited({ ...whole, seen: THREE }, THREE, delegateOf(SHEDO), 'consulting')
	expect(codeOf(allSeen)).toBe('notAllowed')
	const allButOne = { do: 'write', seen: THREE.slice(0, 2), blocks: [paragraph('Ny.'), paragraph('Ännu en.')] } as const
	expect(codeOf(edited(allButOne, THREE, delegateOf(SHEDO), 'consulting'))).toBe('notAllowed')
	const before = [version('Etta.', 'a'), version('Tvåa.', 'b'), version('Trea.', 'c')]
	const changes: TextChange[] = [
		{ actId: act('1'), type: 'documentWritten', payload: { blocks: before } },
		{
			actId: act('2'),
			type: 'documentRearranged',
			payload: { how: 'rewritten', order: THREE.map(({ blockId }) => blockId), written: THREE },
		},
	]
	for (const edit of [
		{ do: 'restore', to: '1' },
		{ do: 'takeBack', change: '2' },
	] as const) {
		const draft = { statement: statement('consulting'), blocks: THREE }
		const named = sidesIn(changes, edit.do === 'restore' ? edit.to : edit.change)
		const by = (who: Actor) => codeOf(editDocument(who, draft, edit, contextAt(), { judged: [], named }))
		expect([by(delegateOf(SHEDO)), by(chair)]).toEqual(['notAllowed', 'granted'])
	}
})

test('a change is taken back where it was made, and what others did since stays', () => {
	const changes: TextChange[] = [
		{ actId: act('1'), type: 'documentWritten', payload: { blocks: THREE } },
		{
			actId: act('2'),
			type: 'documentRearranged',
			payload: { how: 'removed', order: [id('a'), id('c')], written: [] },
		},
		{ actId: act('3'), type: 'blockEdited', payload: { version: { ...version('Fem.', 'c'), id: OLD } } },
	]
	const stands = [version('Ett.', 'a'), { ...version('Fem.', 'c'), id: OLD }]
	const by = (edit: DocumentEdit, named: string) =>
		eventOf(
			'documentRearranged',
			editDocument(chair, { statement: statement('drafting'), blocks: stands }, edit, contextAt(), {
				judged: [],
				named: sidesIn(changes, named),
			}),
		)
	expect(by({ do: 'takeBack', change: '2' }, '2')).toMatchObject({
		how: 'takenBack',
		order: ['a', 'b', 'c'],
		written: [{ blockId: 'b', content: paragraph('Två och tre.') }],
	})
	expect(by({ do: 'takeBack', change: '3' }, '3').written).toMatchObject([
		{ blockId: 'c', content: paragraph('Fyra.') },
	])
	const restored = by({ do: 'restore', to: '1' }, '1')
	expect([restored.how, restored.order, restored.written.map(({ blockId }) => blockId)]).toEqual([
		'restored',
		['a', 'b', 'c'],
		['b', 'c'],
	])
	expect(codeOf(edited({ do: 'takeBack', change: '9' }))).toBe('notFound')
})

test('one part is made as it was, in its place, after what it followed that still stands, or first', () => {
	const then = [version('Etta.', 'a'), version('Tvåa.', 'b'), version('Trea.', 'c')]
	const again = (block: string, stands: readonly BlockVersion[]) => {
		const edit = { do: 'restoreBlock', to: '1', blockId: id(block) } as const
		const basedOn = stands.find(({ blockId }) => blockId === block)?.id ?? null
		const draft = { statement: statement('consulting'), blocks: stands }
		const known = { judged: [id('a'), id('b')], named: { before: [], after: then } }
		const { order, written } = eventOf(
			'documentRearranged',
			editDocument(delegateOf(SHEDO), draft, { ...edit, basedOn }, contextAt(), known),
		)
		return [order?.join(''), written.map(({ content }) => content)]
	}
	const [a, b, c] = THREE
	expect(again('b', THREE)).toEqual(['abc', [paragraph('Tvåa.')]])
	expect(
		again(
			'b',
			[a, c].filter((one) => one !== undefined),
		),
	).toEqual(['abc', [paragraph('Tvåa.')]])
	expect(
		again(
			'c',
			[b, a].filter((one) => one !== undefined),
		),
	).toEqual(['bca', [paragraph('Trea.')]])
	expect(
		again(
			'a',
			[b, c].filter((one) => one !== undefined),
		),
	).toEqual(['abc', [paragraph('Etta.')]])
	expect(again('b', [])).toEqual(['b', [paragraph('Tvåa.')]])
})

test('who writes in an editor says which block each is, and one that is not known or named twice is new', () => {
	const blocks = ['Helt annan text.', 'Ett.', 'Två.', 'Ny.'].map(paragraph)
	const { order, written } = rearranged({ do: 'write', blocks, names: [id('c'), id('a'), id('a'), id('elsewhere')] })
	expect(order).toEqual(['c', 'a', 'id-2', 'id-4'])
	expect(written.map(({ blockId, content }) => [blockId, content])).toEqual([
		['c', blocks[0]],
		['id-2', blocks[2]],
		['id-4', blocks[3]],
	])
})
