import { leastTime } from '#domain/deciding/least-time.ts'
import type { Context } from '#domain/kernel/context.ts'
import { futureDeadline } from '#domain/kernel/deadline.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { BlockId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { NOTE_LIMIT, requiredText } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { validBlock } from '#domain/statement/block-texts.ts'
import { fixRevision } from '#domain/statement/revision.ts'
import type { TextSalts } from '#domain/statement/salts.ts'
import { acts } from './acts.ts'
import type { Signing } from './signoff.ts'
import { onlySlips } from './slips.ts'

export type EditorialChange = {
	readonly blockId: BlockId
	readonly content: Block
	readonly note: string
	readonly signoffDueAt: Instant
}

export type EditorialPlan = {
	readonly version: BlockVersion
	readonly previous: BlockVersion
	/** The text as it becomes. */
	readonly blocks: readonly BlockVersion[]
	/** As typed, trimmed. */
	readonly note: string
	readonly guards: readonly Guard[]
}

/** A text as it stands after the vote, and as it was voted on. */
export type DecidedText = { readonly blocks: readonly BlockVersion[]; readonly voted: readonly BlockVersion[] }

/**
 * Mends a slip found after the vote, where the ballot's question authorised it. What differs from the text that was voted
 * on stays slips, however often it is mended. The text gets a new hash, so every association is asked again, and has the
 * least time of the bylaws: to sign off, or to object where silence is consent.
 */
export function planEditorialChange(
	actor: Actor,
	signing: Signing,
	{ blocks, voted }: DecidedText,
	command: EditorialChange,
	{ now, newId }: Context,
): Result<EditorialPlan, Rejection> {
	const may = permit(acts.makeEditorialChange, actor, now, signing)
	if (!may.ok) return may
	const note = requiredText('note', command.note, NOTE_LIMIT)
	if (!note.ok) return note
	const { bylaws, track } = signing.ballot
	if (!bylaws.editorialChanges) return refuse({ code: 'editorialNotAuthorised' })
	const due = futureDeadline('signoffDueAt', command.signoffDueAt, now)
	if (!due.ok) return due
	const days = track === 'light' ? bylaws.leastDays.object : bylaws.leastDays.sign
	const enough = leastTime({ field: 'signoffDueAt', at: due.value, from: now, days, remedy: 'none' })
	if (!enough.ok) return enough
	const previous = blocks.find((block) => block.blockId === command.blockId)
	if (!previous) return refuse({ code: 'blockGone' })
	const content = validBlock(command.content)
	if (!content.ok) return content
	if (JSON.stringify(content.value) === JSON.stringify(previous.content))
		return refuse({ code: 'empty', field: 'text' })
	const version: BlockVersion = { id: newId<'blockVersion'>(), blockId: previous.blockId, content: content.value }
	const mended = blocks.map((block) => (block === previous ? version : block))
	const slips = onlySlips(voted, mended)
	if (!slips.ok) return slips
	return ok({
		version,
		previous,
		blocks: mended,
		note: note.value,
		guards: may.value.guards,
	})
}

/** The text as it becomes: its hash, and the salts that are in it. */
type Mended = { readonly textHash: string; readonly salts: TextSalts | null }

/** The planned change with the hash of the text it gives. */
export function makeEditorialChange(
	signing: Signing,
	plan: EditorialPlan,
	command: Pick<EditorialChange, 'signoffDueAt'>,
	mended: Mended,
	{ newId }: Context,
): Decision<null> {
	const { statement, ballot } = signing
	const revision = fixRevision({ statement, blocks: plan.blocks, ...mended }, newId)
	return {
		value: null,
		events: [
			revision,
			{
				type: 'editorialChangeMade',
				stream: streams.statement(statement.id),
				statementId: statement.id,
				payload: {
					version: plan.version,
					previous: plan.previous,
					note: plan.note,
					revisionId: revision.payload.revisionId,
					signoffDueAt: command.signoffDueAt,
				},
			},
		],
		guards: plan.guards,
		notifications: ballot.electorate.map(({ associationId }) => ({
			kind: 'signoff' as const,
			statementId: statement.id,
			associationId,
		})),
	}
}
