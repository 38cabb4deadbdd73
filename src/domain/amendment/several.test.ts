import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { contextAt, delegateOf, NOW, SHEDO, statement } from '#test/support/rules.ts'
import { proposeAmendments } from './several.ts'

const SEEN: BlockVersion = {
	...{ id: 'a-1' as BlockVersionId, blockId: 'a' as BlockId },
	content: { kind: 'paragraph', text: 'Ett råd.' },
}
const wanting = (name: string, text: string, reason = 'Fler behövs.') => ({
	...{ name, reason, seen: [SEEN] },
	wanted: [{ blockId: SEEN.blockId, content: { kind: 'paragraph', text } as const }],
})

test.each([
	['amendmentChangesNothing', 'text-two', wanting('two', 'Ett råd.')],
	['tooLong', 'text-two', wanting('two', 'x'.repeat(20_001))],
	['empty', 'reason-two', wanting('two', 'Tre råd.', ' ')],
])('of several, what is wrong with one is told of its own field: %s', (code, field, wrong) => {
	const command = { associationId: SHEDO, proposals: [wanting('one', 'Två råd.'), wrong] }
	const standing = { all: 0, last: 0, own: 0, waiting: 0 }
	const done = proposeAmendments(delegateOf(SHEDO), statement('consulting'), standing, command, contextAt(NOW))
	expect(done).toMatchObject({ ok: false, reason: { code, field } })
})
