import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import type { AssociationId, BlockId } from '#domain/kernel/id.ts'
import { answerSchema } from '#schema/signing.ts'
import { redactBlock } from '#usecases/publication/erase-person.ts'
import { publishStatement } from '#usecases/publication/publish-statement.ts'
import { answerSignoff } from '#usecases/signing/answer-signoff.ts'
import { makeEditorialChange } from '#usecases/signing/make-editorial-change.ts'
import { markAsSent } from '#usecases/statement/move-statement.ts'
import { type Endpoint, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { responseEndpoints } from './responses.ts'
import { date, hash, idOf, instant } from './schemas.ts'
import { idIn } from './statement.ts'

const tag = 'Sign-off and publication'

export const signingEndpoints: readonly Endpoint[] = [
	writing({
		path: paths.signoffs,
		does: ACTS.answerSignoff,
		tag,
		summary: 'Sign off the decided text for an association, or decline with a reason',
		input: z.strictObject({
			associationId: idOf<AssociationId>(),
			answer: answerSchema,
			reason: z.string().default(''),
			textHash: hash,
		}),
		gives: {},
		act: ({ deps, params, input, order }) =>
			answerSignoff(deps, order({ statementId: idIn(params), ...input, method: 'api' })),
	}),
	writing({
		path: paths.editorialChanges,
		does: ACTS.makeEditorialChange,
		tag,
		summary: 'Mend a slip in the decided text, where the ballot allowed it; asks for new sign-offs',
		input: z.strictObject({
			blockId: idOf<BlockId>(),
			text: z.string(),
			note: z.string(),
			signoffDueAt: instant,
		}),
		gives: {},
		act: ({ deps, params, input, order }) => makeEditorialChange(deps, order({ statementId: idIn(params), ...input })),
	}),
	writing({
		path: paths.publication,
		does: ACTS.publishStatement,
		tag,
		summary: 'Publish under the next number of the series',
		input: z.strictObject({ textHash: hash }),
		gives: { label: z.string(), year: z.int(), number: z.int() },
		act: ({ deps, params, input, order }) => publishStatement(deps, order({ statementId: idIn(params), ...input })),
	}),
	writing({
		path: paths.dispatches,
		does: ACTS.markAsSent,
		tag,
		summary: 'Note that the statement was sent: when, how and to whom',
		input: z.strictObject({ sentOn: date, how: z.string(), to: z.string() }),
		gives: {},
		act: ({ deps, params, input, order }) => markAsSent(deps, order({ statementId: idIn(params), ...input })),
	}),
	...responseEndpoints,
	writing({
		path: paths.redactions,
		does: ACTS.redactBlock,
		tag,
		summary: 'Withhold a block of a published text that names a person',
		input: z.strictObject({ blockId: idOf<BlockId>(), ground: z.string() }),
		gives: {},
		act: ({ deps, params, input, order }) => redactBlock(deps, order({ statementId: idIn(params), ...input })),
	}),
]
