import type { PersonId } from '#domain/kernel/id.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { handOverLeft } from '#domain/statement/handing-over.ts'
import { changesOf, type TextChange } from '#domain/statement/text-history.ts'
import { type HandOver, handedOver, pulled, toHandOver } from '#live/hand-over.ts'
import type { Room } from '#live/room.ts'
import { granted } from './result.ts'
import { contextAt, statement } from './rules.ts'

/** A version that was typed, what its block was before, and who is said to have written it. */
export type Attributed = {
	readonly before: BlockVersion | undefined
	readonly version: BlockVersion
	readonly by: readonly PersonId[]
}

/** A record of one text: by the rules alone, without a database. */
export function liveRecord(blocks: readonly Block[]) {
	const { newId } = contextAt()
	const versionOf = (content: Block): BlockVersion => ({ id: newId(), blockId: newId(), content })
	let stands: readonly BlockVersion[] = blocks.map(versionOf)
	const attributed: Attributed[] = []
	return {
		attributed,
		blocks: () => stands,
		newBlock: versionOf,
		/** What a form makes of the text. */
		changed: (by: (blocks: readonly BlockVersion[]) => readonly BlockVersion[]) => {
			stands = by(stands).map((block) =>
				stands.includes(block) || !stands.some(({ blockId }) => blockId === block.blockId)
					? block
					: { ...block, id: newId() },
			)
		},
		/** What a room has for the record, after it has taken in what the record has for it. */
		asked: (room: Room): { readonly room: Room; readonly given: HandOver | null } => {
			const next = pulled(room, stands)
			return { room: next, given: toHandOver(next) }
		},
		/** Takes what was given. The room may have gone on since. */
		taken: (room: Room, given: HandOver): Room => {
			const before = new Map(stands.map((block) => [block.blockId, block]))
			const decided = granted(handOverLeft({ statement: statement('drafting'), blocks: stands }, given.text, [], newId))
			const [event] = decided.events
			if (event?.type === 'documentRearranged') {
				const { written, writers = [] } = event.payload
				for (const version of written) {
					const by = writers.flatMap(({ personId, versions }) => (versions.includes(version.id) ? [personId] : []))
					attributed.push({ before: before.get(version.blockId), version, by })
				}
				const change = { type: event.type, payload: event.payload, actId: newId<'act'>() } as TextChange
				stands = [...changesOf([change], stands)][0]?.after ?? stands
			}
			return handedOver(room, given, decided.value)
		},
	}
}

export type LiveRecord = ReturnType<typeof liveRecord>
