import { signingQuery, votedBlocksQuery } from '#db/signing/load-signing.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { textOf } from '#domain/publication/record.ts'
import { acts } from '#domain/signing/acts.ts'
import {
	makeEditorialChange as change,
	type EditorialChange,
	planEditorialChange,
} from '#domain/signing/editorial-change.ts'
import { saltsAfter } from '#domain/statement/salts.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'
import { textHashOf } from '#usecases/sealing.ts'

/** `text`: what the block is to say instead. Only blocks of one text can be mended. */
export type EditorialChangeCommand = Omit<EditorialChange, 'content'> & {
	readonly statementId: StatementId
	readonly text: string
}

/** Mends a slip in the decided text and asks for new sign-offs. */
export function makeEditorialChange(deps: Deps, order: Order<EditorialChangeCommand>): Outcome<null> {
	const { statementId } = order.command
	return perform(deps, {
		act: acts.makeEditorialChange,
		order,
		needs: { found: signingQuery(order.coalition, statementId) },
		load: () => ({ voted: votedBlocksQuery(statementId) }),
		streams: () => [streams.statement(statementId)],
		decide: async (actor, { found: { draft, signing }, voted }, context) => {
			if (!signing) return refuse({ code: 'wrongStage', stage: draft.statement.stage, allowed: ['signing'] })
			const block = draft.blocks.find((each) => each.blockId === order.command.blockId)
			if (!block || !('text' in block.content)) return refuse({ code: 'blockGone' })
			const { text, ...asked } = order.command
			const command = { ...asked, content: { ...block.content, text } }
			const plan = planEditorialChange(actor, signing, { blocks: draft.blocks, voted }, command, context)
			if (!plan.ok) return plan
			const { blocks } = plan.value
			const salts = draft.salts && saltsAfter(draft.salts, draft.blocks, blocks, deps.newSalt)
			const textHash = await textHashOf(textOf(draft.statement, blocks), salts)
			return ok(change(signing, plan.value, command, { textHash, salts }, context))
		},
	})
}
