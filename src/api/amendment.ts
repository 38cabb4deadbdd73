import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { MERGED_KINDS } from '#domain/amendment/facts.ts'
import { AMENDMENT_OUTCOMES, AMENDMENT_STATES } from '#domain/amendment/state.ts'
import type { Want } from '#domain/amendment/want.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type { AmendmentId, AmendmentVersionId, AssociationId, BlockVersionId, CommentId } from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { amendmentsForAllQuery, seenBy } from '#read/amendment/amendments.ts'
import { wantedSchema } from '#schema/amendment.ts'
import {
	changeAmendment,
	decideAmendment,
	joinAmendment,
	leaveAmendment,
	proposeAmendment,
	putForwardAmendment,
	reopenAmendment,
	withdrawAmendment,
} from '#usecases/amendment/amendment.ts'
import { consensusEndpoints } from './consensus.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { mergingEndpoints } from './merging.ts'
import { paths } from './paths.ts'
import { block, idOf, idText, instantText, nothingMore } from './schemas.ts'
import { idIn } from './statement.ts'

const tag = 'Amendments'

const amendment = z
	.strictObject({
		amendmentId: idText,
		number: z.int().meta({ description: 'Shown as `Y1`. Never given again.' }),
		state: z.enum(AMENDMENT_STATES).meta({
			description: '`prepared`: waits in its association, and is shown to nobody else.',
		}),
		associationId: idText,
		association: z.string(),
		versionId: idText,
		reason: z.string(),
		seen: z.array(z.strictObject({ blockId: idText, versionId: idText, content: block })),
		wanted: z.array(z.strictObject({ blockId: idText.nullable(), content: block })),
		joined: z.array(
			z.strictObject({
				associationId: idText,
				association: z.string(),
				versionId: idText.meta({ description: 'The version it joined.' }),
			}),
		),
		note: z.string().nullable(),
		decidedAt: instantText.nullable(),
		decidedIn: idText.nullable().meta({ description: 'The ballot that decided on it, which is not taken back.' }),
		askedIn: idText
			.nullable()
			.meta({ description: 'The ballot that it is in now. Until that is counted its words stand.' }),
		commentId: idText.nullable().meta({ description: 'The comment that it was made of.' }),
		decidedByList: idText.nullable().meta({ description: 'The consensus list in which all associations adopted it.' }),
		askedInList: idText
			.nullable()
			.meta({ description: 'The one in which they are being asked: until then its words stand.' }),
		merged: z
			.strictObject({
				mergingId: idText,
				at: instantText,
				parts: z.array(
					z.strictObject({
						kind: z.enum(MERGED_KINDS),
						blockId: idText,
						versionId: idText.nullable(),
						removed: z.string(),
						inserted: z.string(),
						own: z.string().exactOptional(),
					}),
				),
			})
			.nullable()
			.meta({ description: 'How its words came into the text, and in which versions of blocks they stand.' }),
	})
	.meta({ id: 'Amendment' })

const versionId = idOf<AmendmentVersionId>().meta({ description: 'The version you read.' })
const associationId = idOf<AssociationId>()

const proposed = {
	seen: z
		.array(idOf<BlockVersionId>())
		.max(1000)
		.meta({ description: 'The stretch of the text you read, by its versions; none for the end of the text.' }),
	put: z.enum(['instead', 'after', 'named']).meta({
		description:
			'`instead`: `blocks` in its place, none to strike it. `after`: `blocks` after it. `named`: `wanted` in its place, each saying which block it is.',
	}),
	blocks: z.array(block).max(1000).default([]),
	wanted: z.array(wantedSchema).max(1000).default([]),
	reason: z.string(),
}

type Proposed = {
	readonly put: Want['put']
	readonly blocks: Extract<Want, { put: 'after' }>['blocks']
	readonly wanted: Extract<Want, { put: 'named' }>['wanted']
}

function wantIn<Input extends Proposed>({ put, blocks, wanted, ...rest }: Input) {
	const want: Want = put === 'named' ? { put, wanted } : { put, blocks }
	return { ...rest, want }
}

type One = { readonly statement: string; readonly amendment: string }
const idsIn = (params: One) => ({ statementId: idIn(params), amendmentId: params.amendment as AmendmentId })

const common = { tag, gives: {} } as const

export const amendmentEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.amendments,
		access: MEMBERS,
		tag,
		summary: 'The amendments to a text, by number: those put forward, and what waits in your own association',
		output: z.strictObject({ amendments: z.array(amendment) }),
		load: ({ params }) => amendmentsForAllQuery(params.coalition, params.statement),
		show: (amendments, { entry }) => ({
			amendments: seenBy(amendments, entry.seats).map((each) => ({
				amendmentId: each.id,
				number: each.number,
				state: each.state,
				associationId: each.associationId,
				association: each.association,
				versionId: each.versionId,
				reason: each.reason,
				seen: each.seen.map(({ id, blockId, content }) => ({ blockId, versionId: id, content: block.parse(content) })),
				wanted: each.wanted.map(({ blockId, content }) => ({ blockId, content: block.parse(content) })),
				joined: [...each.joined],
				note: each.note,
				decidedAt: each.decidedAt === null ? null : isoInstant(each.decidedAt),
				decidedIn: each.decidedIn,
				askedIn: each.ballots.find(({ outcome }) => outcome === null)?.id ?? null,
				commentId: each.commentId,
				decidedByList: each.byList,
				askedInList: each.listedIn,
				merged: each.merged && {
					mergingId: each.merged.actId,
					at: isoInstant(each.merged.at),
					parts: [...each.merged.parts],
				},
			})),
		}),
	}),
	writing({
		does: ACTS.proposeAmendment,
		tag,
		path: paths.amendments,
		summary: 'Propose a change; a contributor’s waits for the delegate or deputy',
		input: z.strictObject({
			associationId,
			...proposed,
			commentId: idOf<CommentId>().exactOptional().meta({ description: 'Of which comment on the text it is made.' }),
		}),
		gives: { amendmentId: idText, prepared: z.boolean() },
		act: ({ deps, params, input, order }) =>
			proposeAmendment(deps, order({ statementId: idIn(params), ...wantIn(input) })),
	}),
	writing({
		...common,
		does: ACTS.putForwardAmendment,
		path: paths.amendmentForwarding,
		summary: 'Put forward what a contributor prepared, in the version you read',
		input: z.strictObject({ versionId }),
		act: ({ deps, params, input, order }) => putForwardAmendment(deps, order({ ...idsIn(params), ...input })),
	}),
	writing({
		...common,
		does: ACTS.changeAmendment,
		path: paths.amendmentWordings,
		summary: 'Reword an amendment against the text as it is now; those that joined are asked anew',
		input: z.strictObject({ versionId, ...proposed }),
		act: ({ deps, params, input, order }) => changeAmendment(deps, order({ ...idsIn(params), ...wantIn(input) })),
	}),
	writing({
		...common,
		does: ACTS.withdrawAmendment,
		path: paths.amendmentWithdrawal,
		summary: 'Withdraw an amendment; it stays in the list',
		input: nothingMore,
		act: ({ deps, params, order }) => withdrawAmendment(deps, order(idsIn(params))),
	}),
	writing({
		...common,
		does: ACTS.joinAmendment,
		path: paths.amendmentJoinings,
		summary: 'Join another association’s amendment, in the version you read',
		input: z.strictObject({ associationId, versionId }),
		act: ({ deps, params, input, order }) => joinAmendment(deps, order({ ...idsIn(params), ...input })),
	}),
	writing({
		...common,
		does: ACTS.leaveAmendment,
		path: paths.amendmentLeavings,
		summary: 'Stand behind another association’s amendment no more',
		input: z.strictObject({ associationId }),
		act: ({ deps, params, input, order }) => leaveAmendment(deps, order({ ...idsIn(params), ...input })),
	}),
	writing({
		...common,
		does: ACTS.decideAmendment,
		path: paths.amendmentDecision,
		summary: 'Note what becomes of an amendment; all that stand behind it are told',
		input: z.strictObject({
			versionId,
			outcome: z.enum(AMENDMENT_OUTCOMES),
			note: z.string().default('').meta({ description: 'Required unless it is adopted as it is.' }),
		}),
		act: ({ deps, params, input, order }) => decideAmendment(deps, order({ ...idsIn(params), ...input })),
	}),
	writing({
		...common,
		does: ACTS.reopenAmendment,
		path: paths.amendmentReopening,
		summary: 'Take back what was decided',
		input: nothingMore,
		act: ({ deps, params, order }) => reopenAmendment(deps, order(idsIn(params))),
	}),
	...mergingEndpoints,
	...consensusEndpoints,
]
