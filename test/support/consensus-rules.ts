import type { ConsensusList, Listed, StandingList } from '#domain/amendment/consensus-list.ts'
import { openConsensusList } from '#domain/amendment/consensus-opening.ts'
import type { Mergeable } from '#domain/amendment/merge-amendments.ts'
import type { Coalition } from '#domain/coalition/coalition.ts'
import type { AdoptedAmendment } from '#domain/deciding/before-ballot.ts'
import { PRESETS } from '#domain/deciding/bylaws.ts'
import type { ConsensusListId } from '#domain/kernel/id.ts'
import type { Actor, Seat } from '#domain/members/seats.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Stage } from '#domain/statement/statement.ts'
import { amendment, SHALL, TEXT, words } from './merging-amendments.ts'
import { chair, coalition, contextAt, DAY, MEMBERS, NOW, STATEMENT_ID, statement, TILIA, VOICES } from './rules.ts'

export const asked = { openedAt: NOW, closesAt: NOW + 7 * DAY } as const

/** Another amendment, that goes with `SHALL`. */
export const THANKS = amendment(3, TILIA, words('Regionen bör agera nu.', 'Vi tackar alla för ordet.'))

/** A list of the two. */
export const listOf = (more: Partial<ConsensusList> = {}): ConsensusList => ({
	id: 'list' as ConsensusListId,
	statementId: STATEMENT_ID,
	...asked,
	bylaws: PRESETS.standard,
	electorate: MEMBERS.map((associationId) => ({ associationId, name: associationId, area: '' })),
	items: [SHALL, THANKS].map(({ id, versionId }) => ({ amendmentId: id, versionId })),
	answers: [],
	settledAt: null,
	cancelledAt: null,
	...more,
})
export const LISTED = listOf()

type Tried = {
	readonly who?: Actor
	readonly stage?: Stage
	readonly about?: Coalition
	readonly stands?: readonly BlockVersion[]
	readonly seats?: readonly Seat[]
	readonly standing?: StandingList | null
	readonly chosen?: readonly Listed[]
	readonly closesAt?: number
	readonly adopted?: readonly Mergeable[]
}

/** As one that chair or secretary adopted. */
export const asAdopted = (amendment: Mergeable): AdoptedAmendment => ({
	...amendment,
	byAssociations: false,
	decidedAt: null,
})

/** Puts these on a list. */
export function opening(amendments: readonly Mergeable[], tried: Tried = {}) {
	const { who = chair, stage = 'consulting', about = coalition(), stands = TEXT, seats = VOICES, adopted = [] } = tried
	const chosen = amendments.map(({ id, versionId }) => ({ amendmentId: id, versionId }))
	return openConsensusList(
		who,
		{ statement: statement(stage), blocks: stands },
		{
			coalition: about,
			amendments,
			adopted: adopted.map(asAdopted),
			standing: tried.standing ?? null,
			seats,
			position: 7,
		},
		{ chosen: tried.chosen ?? chosen, closesAt: tried.closesAt ?? asked.closesAt },
		contextAt(),
	)
}
