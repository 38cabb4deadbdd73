import { expect, test } from 'vitest'
import type { BlockVersion } from '#domain/statement/block.ts'
import { amendment, block, factsOf, MUST, merging, SHALL, TEXT, words } from '#test/support/merging-amendments.ts'
import { granted } from '#test/support/result.ts'
import { ANBO, SHEDO } from '#test/support/rules.ts'
import { isDone, isInText } from './in-text.ts'

test('what was merged is done with, whatever is written in it since; whether its words stand is told by the text', () => {
	const content = { kind: 'paragraph', text: 'Ett till.' } as const
	const wanted = [...words('Regionen bör agera nu.'), { blockId: null, content }]
	const put = block('new', 'Ett till.')
	const part = { kind: 'new', blockId: put.blockId, versionId: put.id, removed: '', inserted: 'Ett till.' } as const
	const merged = { outcome: 'adopted', parts: [part] } as const
	const added = amendment(7, SHEDO, wanted, { state: 'adopted', merged })
	const corrected = [...TEXT, block('new', 'Ett till, rättat.', 2)]
	expect([isInText(added, [...TEXT, put]), isInText(added, corrected)]).toEqual([true, false])
	expect(isDone(added, corrected)).toBe(true)
	expect(merging([added, MUST], { stands: corrected, seen: corrected })).toMatchObject({
		reason: { code: 'amendmentsMoved', numbers: [7] },
	})
})

test('as merged stands only what was written, and what was moved only where it was moved to', () => {
	const [a, b] = TEXT as [BlockVersion, BlockVersion]
	expect(isInText({ ...SHALL, merged: { outcome: 'adopted', parts: [] } }, TEXT)).toBe(false)
	const part = { kind: 'moved', blockId: b.blockId, versionId: b.id, removed: '', inserted: '' } as const
	const moved = amendment(8, ANBO, words('Regionen bör agera nu.').toReversed(), {
		merged: { outcome: 'adopted', parts: [part] },
	})
	expect([isInText(moved, [b, a]), isInText(moved, TEXT)]).toEqual([true, false])
})

test('a new part, a struck one and a moved one each say where they went', () => {
	const added = amendment(7, SHEDO, [
		...words('Regionen bör agera nu.'),
		{ blockId: null, content: { kind: 'paragraph', text: 'Ett till.' } },
	])
	const moved = amendment(8, ANBO, words('Regionen bör agera nu.').toReversed())
	const done = merging([added, moved])
	const [one, other] = factsOf(done)
	const [document] = granted(done).events
	const written = document?.type === 'documentRearranged' ? document.payload.written : []
	expect(one?.parts).toMatchObject([
		{ kind: 'new', blockId: written[0]?.blockId, versionId: written[0]?.id, inserted: 'Ett till.' },
	])
	expect(other?.parts).toMatchObject([{ kind: 'moved', versionId: expect.stringMatching(/-1$/) }])
})
