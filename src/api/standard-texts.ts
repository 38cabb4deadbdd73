import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type { BlockId, StandardTextId } from '#domain/kernel/id.ts'
import { ok } from '#domain/kernel/result.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { STANDARD_USES } from '#domain/statement/standard-use.ts'
import { standardTextsViewQuery, standardTextViewQuery } from '#read/statement/standard-texts.ts'
import { changeStandardText, insertStandardText, keepStandardText } from '#usecases/statement/standard-texts.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { block, idOf, idText, instant, instantText } from './schemas.ts'
import { idIn } from './statement.ts'

const tag = 'Standard texts'

const use = z.enum(STANDARD_USES).meta({ description: '`insert`: put into texts; `start`: a template.' })

const listed = { id: idText, name: z.string(), use, away: z.boolean().meta({ description: 'Taken away.' }) }

export const standardTextEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.standardTexts,
		access: MEMBERS,
		tag,
		summary: 'Texts that the coalition keeps to use again, by name, and those it took away last',
		output: z.strictObject({
			texts: z.array(z.strictObject({ ...listed, parts: z.int().meta({ description: 'Blocks.' }) })),
		}),
		load: ({ params }) => standardTextsViewQuery(params.coalition),
		show: ({ texts, away }) => ({ texts: [...texts, ...away].map(({ begins: _begins, ...text }) => text) }),
	}),
	reading({
		path: paths.standardText,
		access: MEMBERS,
		tag,
		summary: 'One of them',
		output: z.strictObject({ ...listed, blocks: z.array(block), changedAt: instantText }),
		load: ({ params, now }) => standardTextViewQuery(params.coalition, params.text, { size: 1, from: 0 }, now),
		show: ({ text }) => ({
			...text,
			blocks: text.blocks.map((each) => block.parse(each)),
			changedAt: isoInstant(text.changedAt),
		}),
	}),
	writing({
		path: paths.standardTexts,
		does: ACTS.keepStandardText,
		tag,
		summary: 'Keep a text to use again',
		input: z.strictObject({ name: z.string(), use, blocks: z.array(block) }),
		gives: { textId: idText },
		act: ({ deps, input, order }) => keepStandardText(deps, order(input)),
	}),
	writing({
		path: paths.standardTextChanges,
		does: ACTS.changeStandardText,
		tag,
		summary: 'Give it another name or other words, take it away or bring it back; what is left out stays as it is',
		input: z.strictObject({
			name: z.string().exactOptional(),
			blocks: z.array(block).exactOptional(),
			away: z.boolean().exactOptional(),
			seen: instant.exactOptional().meta({
				description: 'Its `changedAt` as it was read. With `name` or `blocks` it must be there.',
			}),
		}),
		gives: {},
		act: ({ deps, params, input, order }) =>
			changeStandardText(deps, order({ textId: params.text as StandardTextId, ...input })),
	}),
	writing({
		path: paths.standardInserts,
		does: ACTS.editDocument,
		tag,
		summary: 'Put a standard text into a text',
		input: z.strictObject({
			textId: idOf<StandardTextId>(),
			after: idOf<BlockId>()
				.nullable()
				.exactOptional()
				.meta({ description: 'The block it goes after; null for first; left out, last.' }),
		}),
		gives: { blockId: idText.nullable(), versionId: idText.nullable() },
		act: async ({ deps, params, input, order }) => {
			const result = await insertStandardText(deps, order({ statementId: idIn(params), ...input }))
			if (!result.ok) return result
			const { version } = result.value.value
			return ok({ ...result.value, value: { blockId: version?.blockId ?? null, versionId: version?.id ?? null } })
		},
	}),
]
