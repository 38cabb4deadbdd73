import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { CoalitionId, PersonId, SeatId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import type { Actor } from '#domain/members/seats.ts'
import { type CoalitionSettings, validSettings, validSlug } from './coalition.ts'

/** Creates a coalition with its first chair. For the operator. */
export function createCoalition(
	actor: Actor,
	command: {
		readonly slug: string
		readonly settings: CoalitionSettings
		readonly demo: boolean
		readonly chair: PersonId
	},
	reserved: readonly string[],
	{ now, newId }: Context,
): Result<Decision<{ readonly coalitionId: CoalitionId; readonly seatId: SeatId }>, Rejection> {
	if (!actor.operator) return refuse({ code: 'operatorOnly' })
	const slug = validSlug(command.slug, reserved)
	if (!slug.ok) return slug
	const settings = validSettings(command.settings)
	if (!settings.ok) return settings
	const coalitionId = newId<'coalition'>()
	const seatId = newId<'seat'>()
	const stream = streams.coalition(coalitionId)
	return ok({
		value: { coalitionId, seatId },
		events: [
			{
				type: 'coalitionCreated',
				stream,
				statementId: null,
				payload: { slug: slug.value, settings: settings.value, demo: command.demo },
			},
			{
				type: 'seatGiven',
				stream,
				statementId: null,
				payload: { seatId, personId: command.chair, associationId: null, role: 'chair', from: now, until: null },
			},
		],
		guards: [],
		notifications: [{ kind: 'invitation', seatId }],
	})
}
