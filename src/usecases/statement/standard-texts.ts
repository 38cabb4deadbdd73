import { streamNames } from '#db/load-log.ts'
import { coalitionIdQuery } from '#db/members/load-actor.ts'
import { keptTextQuery, standardNamesQuery, standardTextQuery } from '#db/statement/load-standard-texts.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import type { BlockId, Instant, StandardTextId, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/statement/acts.ts'
import type { Block } from '#domain/statement/block.ts'
import { type Edited, editDocument } from '#domain/statement/document.ts'
import * as rules from '#domain/statement/standard-text.ts'
import type { StandardUse } from '#domain/statement/standard-use.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

const onTexts = (slug: string) => ({ coalition: coalitionIdQuery(slug), texts: standardNamesQuery(slug) })

type Words = { readonly name: string; readonly blocks: readonly Block[] }

/** See `keepStandardText` among the rules. */
export function keepStandardText(
	deps: Deps,
	order: Order<Words & { readonly use: StandardUse }>,
): Outcome<{ readonly textId: StandardTextId }> {
	return perform(deps, {
		act: acts.keepStandardText,
		order,
		needs: onTexts(order.coalition),
		streams: () => [streamNames.standardTexts(order.coalition)],
		decide: (actor, { coalition, texts }, context) =>
			rules.keepStandardText(actor, coalition, texts, order.command, context),
	})
}

/** Changes what is named of it; the rest stays as it is. */
export function changeStandardText(
	deps: Deps,
	order: Order<Partial<Words> & { readonly textId: StandardTextId; readonly away?: boolean; readonly seen?: Instant }>,
): Outcome<null> {
	const { textId, ...command } = order.command
	return perform(deps, {
		act: acts.changeStandardText,
		order,
		needs: { ...onTexts(order.coalition), text: keptTextQuery(order.coalition, textId) },
		streams: () => [streamNames.standardTexts(order.coalition)],
		decide: (actor, { coalition, texts, text }, context) => {
			const others = texts.filter(({ id }) => id !== textId)
			return rules.changeStandardText(actor, coalition, others, text, command, context)
		},
		latestCounts: true,
	})
}

type Insertion = {
	readonly statementId: StatementId
	readonly textId: StandardTextId
	/** The block it goes after; null for first. Left out: last. */
	readonly after?: BlockId | null
}

/** Puts a standard text into a text being written. From then on it is that text's, and nothing ties the two together. */
export function insertStandardText(deps: Deps, order: Order<Insertion>): Outcome<Edited> {
	const { statementId, textId, after } = order.command
	return perform(deps, {
		act: acts.editDocument,
		order,
		needs: { draft: draftQuery(order.coalition, statementId), text: standardTextQuery(order.coalition, textId) },
		streams: () => [streams.document(statementId)],
		decide: (actor, { draft, text }, context) => {
			const place = after === undefined ? (draft.blocks.at(-1)?.blockId ?? null) : after
			return editDocument(actor, draft, { do: 'add', blocks: text.blocks, after: place }, context)
		},
	})
}
