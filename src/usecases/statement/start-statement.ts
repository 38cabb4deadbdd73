import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { standardTextQuery } from '#db/statement/load-standard-texts.ts'
import { inquiryQuery } from '#db/statement/load-statement.ts'
import type { Coalition } from '#domain/coalition/coalition.ts'
import type { Inquiry } from '#domain/inquiry/inquiry.ts'
import type { InquiryId, StandardTextId, StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/statement/acts.ts'
import type { Block } from '#domain/statement/block.ts'
import { startStatement as decide, type StartStatement } from '#domain/statement/lifecycle.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/** A text to start from, filled with what is known when the statement is started. */
export type Template = {
	readonly name: string
	readonly fill: (known: { readonly coalition: Coalition; readonly inquiry: Inquiry | null }) => readonly Block[]
}

export type StartStatementCommand = StartStatement & {
	readonly inquiryId: InquiryId | null
	/** Left out: the text is empty, or the coalition's own template. */
	readonly template?: Template
	readonly ownTemplate?: StandardTextId
}

/** Starts a statement, and writes the text it starts from. */
export function startStatement(
	deps: Deps,
	order: Order<StartStatementCommand>,
): Outcome<{ readonly statementId: StatementId }> {
	const { inquiryId, template, ...command } = order.command
	return perform(deps, {
		act: acts.startStatement,
		order,
		payload: { ...command, inquiryId, ...(template && { template: template.name }) },
		needs: (now) => ({ coalition: coalitionQuery(order.coalition, now) }),
		load: () => ({
			inquiry: inquiryQuery(order.coalition, inquiryId),
			own: standardTextQuery(order.coalition, command.ownTemplate ?? null),
		}),
		streams: () => (inquiryId === null ? [] : [streams.inquiry(inquiryId)]),
		decide: (actor, { coalition, inquiry, own }, context) => {
			if (inquiryId !== null && !inquiry) return refuse({ code: 'notFound' })
			// It was taken away meanwhile: another has to be chosen.
			if (command.ownTemplate && own?.use !== 'start') return refuse({ code: 'invalid', field: 'template' })
			const blocks = own ? own.blocks : template?.fill({ coalition, inquiry })
			return decide(actor, inquiry, command, context, blocks)
		},
	})
}
