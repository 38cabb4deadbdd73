import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import type { Choice } from '#domain/amendment/collision.ts'
import { MERGED_OUTCOMES } from '#domain/amendment/state.ts'
import type { ActId, AmendmentId, AmendmentVersionId, BlockVersionId } from '#domain/kernel/id.ts'
import { mergeAmendments, undoMerging } from '#usecases/amendment/merging.ts'
import { type Endpoint, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { idOf, idText, nothingMore } from './schemas.ts'
import { idIn } from './statement.ts'

const tag = 'Amendments'

const choice = z.strictObject({
	key: z.string().meta({ description: 'Of the collision, as the refusal named it.' }),
	choose: z.enum(['side', 'all', 'base', 'text']).meta({
		description:
			'`side`: what the first of `amendments` wants. `all`: what each of them wants, one after the other. `base`: as the text stands. `text`: `text`.',
	}),
	amendments: z.array(z.string()).max(100).default([]),
	text: z.string().default(''),
})

function choiceOf({ choose, amendments, text }: z.output<typeof choice>): Choice {
	if (choose === 'base') return { base: true }
	if (choose === 'text') return { text }
	return choose === 'all' ? { all: amendments } : { side: amendments[0] ?? '' }
}

export const mergingEndpoints: readonly Endpoint[] = [
	writing({
		does: ACTS.mergeAmendments,
		tag,
		path: paths.amendmentMergings,
		summary: 'Put amendments into the text; refused with `collisions` until each of them is chosen in',
		input: z.strictObject({
			seen: z
				.array(idOf<BlockVersionId>())
				.max(1000)
				.meta({ description: 'The text you read, by the versions of its blocks.' }),
			amendments: z
				.array(z.strictObject({ amendmentId: idOf<AmendmentId>(), versionId: idOf<AmendmentVersionId>() }))
				.max(1000)
				.meta({ description: 'Which, in the versions you read. Open ones are adopted by it.' }),
			choices: z.array(choice).max(1000).default([]),
			note: z.string().default('').meta({ description: 'Required where an amendment comes in with changes.' }),
			letGo: z.boolean().default(false).meta({
				description: 'True: parts are struck although somebody has said something about them.',
			}),
		}),
		gives: {
			merged: z
				.array(z.strictObject({ amendmentId: idText, outcome: z.enum(MERGED_OUTCOMES).nullable() }))
				.meta({ description: 'Null: nothing of it came in, and it stands as it did.' }),
		},
		act: async ({ deps, params, input: { amendments: chosen, ...input }, order }) => {
			const choices = Object.fromEntries(input.choices.map((each) => [each.key, choiceOf(each)]))
			const done = await mergeAmendments(deps, order({ statementId: idIn(params), ...input, choices, chosen }))
			return done.ok ? { ...done, value: { ...done.value, value: { merged: [...done.value.value] } } } : done
		},
	}),
	writing({
		does: ACTS.undoMerging,
		tag,
		gives: {},
		path: paths.mergingUndoing,
		summary: 'Take out again what was merged by one act, as long as nothing rests on it',
		input: nothingMore,
		act: ({ deps, params, order }) =>
			undoMerging(deps, order({ statementId: idIn(params), merging: params.merging as ActId })),
	}),
]
