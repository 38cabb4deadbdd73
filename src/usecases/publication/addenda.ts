import { amendableQuery, type LoadedAmendable, publishedAsQuery } from '#db/publication/load-addenda.ts'
import type { AddendumId, Instant, StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/publication/acts.ts'
import * as rules from '#domain/publication/addenda.ts'
import type { Addendum, AddendumKind } from '#domain/publication/addendum.ts'
import { planAddendum, publishAddendum as publish } from '#domain/publication/publish-addendum.ts'
import { canonical } from '#usecases/hashing.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'
import { sealAddendum } from '#usecases/sealing.ts'

type About = { readonly statementId: StatementId }
type AboutOne = About & { readonly addendumId: AddendumId }

const loaded =
	(slug: string, { statementId }: About) =>
	(now: Instant) => ({
		about: amendableQuery(slug, statementId, now),
	})

function named({ addenda }: LoadedAmendable, addendumId: AddendumId): Result<Addendum, Rejection> {
	const found = addenda.find(({ id }) => id === addendumId)
	return found ? ok(found) : refuse({ code: 'notFound' })
}

/** Asks the associations whether a correction, or a withdrawal, is to be added to the published statement. */
export function proposeAddendum(
	deps: Deps,
	order: Order<rules.ProposeAddendum & About>,
): Outcome<{ readonly addendumId: AddendumId }> {
	const { statementId, ...proposed } = order.command
	return perform(deps, {
		act: acts.proposeAddendum,
		order,
		needs: loaded(order.coalition, order.command),
		streams: () => [streams.addenda(statementId)],
		decide: (actor, { about }, context) => rules.proposeAddendum(actor, about, proposed, context),
	})
}

/** Answers for an association. */
export function answerAddendum(deps: Deps, order: Order<rules.AnswerAddendum & AboutOne>): Outcome<null> {
	const { statementId, addendumId, ...answer } = order.command
	return perform(deps, {
		act: acts.answerAddendum,
		order,
		latestCounts: true,
		needs: loaded(order.coalition, order.command),
		// That of all addenda, so that none is answered that was taken back or published meanwhile.
		streams: () => [streams.addendumAnswer(addendumId, answer.associationId), streams.addenda(statementId)],
		decide: (actor, { about }, context) => {
			const found = named(about, addendumId)
			return found.ok ? rules.answerAddendum(actor, about, found.value, answer, context) : found
		},
	})
}

/** Takes back what the associations were asked about. */
export function takeBackAddendum(deps: Deps, order: Order<AboutOne>): Outcome<null> {
	const { statementId, addendumId } = order.command
	return perform(deps, {
		act: acts.takeBackAddendum,
		order,
		needs: loaded(order.coalition, order.command),
		streams: () => [streams.addenda(statementId)],
		decide: (actor, { about }, context) => {
			const found = named(about, addendumId)
			return found.ok ? rules.takeBackAddendum(actor, about, found.value, context) : found
		},
	})
}

/** Publishes what the associations let pass, or agreed to, as an entry of its own beside the statement. */
export function publishAddendum(
	deps: Deps,
	order: Order<AboutOne>,
): Outcome<{ readonly kind: AddendumKind; readonly ordinal: number }> {
	const { statementId, addendumId } = order.command
	return perform(deps, {
		act: acts.publishAddendum,
		order,
		needs: (now) => ({ ...loaded(order.coalition, order.command)(now), published: publishedAsQuery(statementId) }),
		streams: () => [streams.addenda(statementId)],
		decide: async (actor, { about, published }, { now }) => {
			const found = named(about, addendumId)
			if (!found.ok) return found
			const plan = planAddendum(actor, about, published, found.value, now)
			if (!plan.ok) return plan
			const { bytes, hash, revealed } = await sealAddendum(plan.value.record, deps.newSalt)
			return ok(publish(about, found.value, { ...plan.value, bytes, hash, revealed: canonical(revealed) }))
		},
	})
}
