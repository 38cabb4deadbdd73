import type { Amendment } from '#domain/amendment/amendment.ts'
import type { FactsOfAmendment } from '#domain/amendment/facts.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type {
	ActId,
	AmendmentId,
	AmendmentVersionId,
	AssociationId,
	BlockVersionId,
	PersonId,
} from '#domain/kernel/id.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { changesOf, type TextChange, writtenIn } from '#domain/statement/text-history.ts'
import { NOW, STATEMENT_ID } from './rules.ts'
import { standingAmong } from './standing-amendments.ts'

/** What an amendment said in one version, with the blocks it was written against. */
export type Wording = {
	readonly versionId: AmendmentVersionId
	readonly seen: readonly BlockVersion[]
	readonly wanted: readonly Wanted[]
	readonly reason: string
}

export type Held = Amendment & {
	readonly number: number
	readonly at: number
	readonly putForward: boolean
	readonly wordings: readonly Wording[]
}

/** One text with its amendments, as what has happened makes it: the same meaning as the tables, in memory. */
export type AmendedText = {
	/** What happened, in order, and by whom. */
	readonly log: { readonly event: DomainEvent; readonly by: PersonId }[]
	readonly changes: TextChange[]
	blocks: readonly BlockVersion[]
	readonly versions: Map<BlockVersionId, BlockVersion>
	readonly amendments: Map<AmendmentId, Held>
	readonly context: () => Context
}

export function emptyText(): AmendedText {
	let minted = 0
	const newId = () => {
		minted += 1
		return `id-${minted}` as never
	}
	return {
		log: [],
		changes: [],
		blocks: [],
		versions: new Map(),
		amendments: new Map(),
		context: () => ({ now: NOW + minted, newId }),
	}
}

/** Lets what was decided happen. */
export function happen(text: AmendedText, events: readonly DomainEvent[], by: PersonId): void {
	for (const event of events) {
		text.log.push({ event, by })
		if (isTextual(event)) changeText(text, event)
		else changeAmendments(text, event as AmendmentEvent, by)
	}
}

const isTextual = (event: DomainEvent): event is DomainEvent<TextChange['type']> =>
	['documentWritten', 'documentRearranged', 'blockEdited'].includes(event.type)

function changeText(text: AmendedText, { type, payload }: DomainEvent<TextChange['type']>): void {
	const change = { actId: `act-${text.changes.length}` as ActId, type, payload } as TextChange
	text.changes.push(change)
	for (const version of writtenIn(change)) text.versions.set(version.id, version)
	const [sides] = changesOf([change], text.blocks)
	text.blocks = sides?.after ?? []
}

type AmendmentEvent = {
	[T in keyof FactsOfAmendment]: { readonly type: T; readonly payload: FactsOfAmendment[T] }
}[keyof FactsOfAmendment]

function changeAmendments({ amendments, ...text }: AmendedText, event: AmendmentEvent, by: PersonId): void {
	const id = event.payload.amendmentId
	const update = (change: (held: Held) => Partial<Held>) => {
		const held = amendments.get(id)
		if (held === undefined) throw new Error(`${event.type} of an amendment that there is not`)
		amendments.set(id, { ...held, ...change(held) })
	}
	const wording = ({ versionId, seen, wanted, reason }: FactsOfAmendment['amendmentMade' | 'amendmentChanged']) => ({
		versionId,
		seen: seen.flatMap((block) => text.versions.get(block.id) ?? []),
		wanted,
		reason,
	})
	const without = ({ joined }: Held, associationId: AssociationId) =>
		joined.filter((each) => each.associationId !== associationId)
	switch (event.type) {
		case 'amendmentMade': {
			const { associationId, number, prepared, versionId } = event.payload
			const state = prepared ? 'prepared' : 'open'
			const made = {
				id,
				statementId: STATEMENT_ID,
				associationId,
				personId: by,
				state,
				versionId,
				versions: 1,
				asked: null,
				decidedIn: null,
				adoptedBy: null,
			} as const
			const wordings = [wording(event.payload)]
			amendments.set(id, { ...made, joined: [], number, at: amendments.size, putForward: !prepared, wordings })
			return
		}
		case 'amendmentChanged': {
			const { payload } = event
			update(({ wordings }) => ({
				versionId: payload.versionId,
				versions: wordings.length + 1,
				wordings: [...wordings, wording(payload)],
			}))
			return
		}
		case 'amendmentPutForward':
			update(() => ({ state: 'open', putForward: true }))
			return
		case 'amendmentWithdrawn':
			update(() => ({ state: 'withdrawn' }))
			return
		case 'amendmentJoined': {
			const { associationId, versionId } = event.payload
			update((held) => ({ joined: [...without(held, associationId), { associationId, versionId }] }))
			return
		}
		case 'amendmentLeft': {
			const { associationId } = event.payload
			update((held) => ({ joined: without(held, associationId) }))
			return
		}
		case 'amendmentDecided': {
			const { outcome } = event.payload
			update(() => ({ state: outcome }))
			return
		}
		case 'amendmentReopened':
			update(() => ({ state: 'open' }))
	}
}

/** The words that count. */
export function wordingOf({ wordings }: Held): Wording {
	const last = wordings.at(-1)
	if (last === undefined) throw new Error('an amendment has words from its start')
	return last
}

export const standingIn = ({ amendments }: AmendedText, associationId: AssociationId) =>
	standingAmong(amendments.values(), associationId)
