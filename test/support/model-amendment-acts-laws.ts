import type { AmendmentId } from '#domain/kernel/id.ts'
import { decides } from './model-amendment-ballot-laws.ts'
import { isByAssociations, putBy, questionsIn, toldOf } from './model-amendment-told.ts'
import { aboutIn, handWritten, isWithin, less, plus, puts, strikes, wordsOf } from './model-amendment-words.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Before, Conditions } from './model-law.ts'
import { openingOf, stageOf } from './model-log.ts'

const only = <Type extends Entry['type']>(act: readonly Entry[], type: Type) =>
	act.filter((entry): entry is Of<Type> => entry.type === type)

/** What must be true of an act as a whole: what it did to several amendments, and to the text with them. */
function ofAct(act: readonly Entry[], log: readonly Entry[], papers: Before['papers']): Conditions {
	const after = [...log, ...act]
	return {
		...ofMerging(only(act, 'amendmentMerged'), log, after),
		...ofUnmerging(only(act, 'amendmentUnmerged'), log, after),
		...ofCounting(act, log, papers),
		...ofSettling(act),
		...ofFalling(act, log),
	}
}

function ofMerging(
	merged: readonly Of<'amendmentMerged'>[],
	log: readonly Entry[],
	after: readonly Entry[],
): Conditions {
	const [first] = merged
	if (!first) return {}
	const [was, is] = [aboutIn(log, first.statementId), aboutIn(after, first.statementId)]
	const of = (some: typeof merged) => some.flatMap(({ payload }) => was.amendments.get(payload.amendmentId) ?? [])
	const [before, now] = [wordsOf(was), wordsOf(is)]
	const hands = merged.flatMap(({ payload }) =>
		payload.parts.filter(({ kind }) => kind === 'byHand' || kind === 'otherwise'),
	)
	const written = handWritten(hands.map(({ inserted }) => inserted))
	const whole = of(merged.filter(({ payload }) => payload.outcome === 'adopted'))
	return {
		'the text holds the words of what came in whole': whole.every((each) => isWithin(puts(each), now)),
		'no word is lost that none of them strikes': isWithin(less(before, now), plus(...of(merged).map(strikes))),
		'no word comes in that none of them puts': isWithin(less(now, before), plus(written, ...of(merged).map(puts))),
	}
}

function ofUnmerging(
	undone: readonly Of<'amendmentUnmerged'>[],
	log: readonly Entry[],
	after: readonly Entry[],
): Conditions {
	const [first] = undone
	if (!first) return {}
	const { mergedBy } = first.payload
	const merge = log.filter(({ actId }) => actId === mergedBy)
	const start = merge[0]?.position ?? 0
	const until = (position: number) => wordsOf(aboutIn(log.slice(0, position), first.statementId))
	const [before, then] = [until(start - 1), until(merge.at(-1)?.position ?? 0)]
	const [stood, now] = [until(log.length), wordsOf(aboutIn(after, first.statementId))]
	const come = less(then, before)
	const written = only(merge, 'documentRearranged').flatMap(({ payload }) => payload.written)
	const wrote = new Set(written.map(({ id }) => id))
	const there = wordsOf(aboutIn(after, first.statementId), new Set(written.map(({ blockId }) => blockId)))
	const { amendments, stances } = aboutIn(log, first.statementId)
	const saw = [...amendments.values()].flatMap(({ state, seen }) => (state === 'open' ? seen.map(({ id }) => id) : []))
	const said = [...saw, ...[...stances.values()].map(({ versionId }) => versionId)]
	const all = only(merge, 'amendmentMerged').map(({ payload }) => payload.amendmentId)
	const since = log.slice(merge.at(-1)?.position ?? 0)
	return {
		// Somebody may have written it as it was before already, and the same words may have come in elsewhere.
		'nothing that came in by it stands any more': [...come].every(([word]) => before.has(word) || !there.has(word)),
		'no word is lost but what came in by it': isWithin(less(stood, now), come),
		'no word comes back but what it took': isWithin(less(now, stood), less(before, then)),
		'nobody has said anything of its words since': !said.some((id) => wrote.has(id)),
		'of all that it merged':
			undone
				.map(({ payload }) => payload.amendmentId)
				.sort()
				.join() === all.sort().join(),
		'the text did not go to the associations since': !since.some(({ type, statementId }) => {
			return statementId === first.statementId && (type === 'consultationOpened' || type === 'referredBack')
		}),
	}
}

const named = (decided: readonly Of<'amendmentDecided'>[]) =>
	decided
		.map(({ payload }) => `${payload.amendmentId} ${payload.versionId} ${payload.outcome}`)
		.sort()
		.join()

/** The ballot decides on one at most, as it was counted: of two on neither that it adopts. */
function ofCounting(act: readonly Entry[], log: readonly Entry[], papers: Before['papers']): Conditions {
	const [counted] = only(act, 'ballotDecided')
	const theirs = only(act, 'amendmentDecided').filter(({ payload }) => payload.ballotId !== undefined)
	const opened = openingOf(log, counted?.payload.ballotId)
	if (!counted || !opened) return { 'a ballot decides only when it is counted': theirs.length === 0 }
	const isOnAmendment = opened.payload.subject.kind === 'amendment'
	const must = isOnAmendment ? decides(opened, { log, act, papers }).sort().join() : ''
	return {
		'the ballot decides what its votes say, and no more': named(theirs) === must,
		'in its own name': theirs.every(({ payload }) => payload.ballotId === counted.payload.ballotId),
	}
}

function ofSettling(act: readonly Entry[]): Conditions {
	const [settled] = only(act, 'consensusListSettled')
	const theirs = only(act, 'amendmentDecided').filter(({ payload }) => payload.listId !== undefined)
	const adopted = settled?.payload.outcomes.filter(({ outcome }) => outcome === 'adopted') ?? []
	const those = (ids: readonly AmendmentId[]) => [...ids].sort().join()
	return {
		'a list decides what it adopts, and no more':
			those(adopted.map(({ amendmentId }) => amendmentId)) === those(theirs.map(({ payload }) => payload.amendmentId)),
	}
}

/** What was rejected for words that were preferred is open again only as their makers take them back. */
function ofFalling(act: readonly Entry[], log: readonly Entry[]): Conditions {
	const again = only(act, 'amendmentReopened').filter(isByAssociations)
	const isTakenBack = (amendmentId: AmendmentId) =>
		act.some(({ type, payload }) => {
			return (type === 'amendmentChanged' || type === 'amendmentWithdrawn') && payload.amendmentId === amendmentId
		})
	return {
		'what associations rejected is open again only as its makers take back what was preferred': again.every(
			({ payload }) => {
				const opened = openingOf(log, payload.ballotId)
				return (
					opened &&
					putBy(opened).some(({ amendmentId }) => amendmentId !== payload.amendmentId && isTakenBack(amendmentId))
				)
			},
		),
	}
}

/** What ballots between two rejected, with what was preferred to it there. */
const fallenIn = (log: readonly Entry[]) =>
	only(log, 'amendmentDecided').flatMap(({ payload }) => {
		const { amendmentId, ballotId } = payload
		const opened = openingOf(log, ballotId)
		const other = opened && putBy(opened).find((each) => each.amendmentId !== amendmentId)
		return other && ballotId !== undefined ? [{ fell: { amendmentId }, preferred: { ...other, ballotId } }] : []
	})

/** Whether something that associations adopted came into the text by the same act. */
function cameBesideTheirs(log: readonly Entry[], id: AmendmentId): boolean {
	const merged = log.flatMap((e) =>
		e.type === 'amendmentMerged' ? [{ actId: e.actId, id: e.payload.amendmentId }] : [],
	)
	const last = merged.findLast((each) => each.id === id)
	return merged.some(
		(each) => each.actId === last?.actId && each.id !== id && (toldOf(log, each.id)?.by ?? null) !== null,
	)
}

/** What is always so, whatever was done last. */
function always(log: readonly Entry[]): Conditions {
	const questions = questionsIn(log)
	const put = questions.flatMap((question) => question.put)
	return {
		'what is asked about stands as it was asked about': put.every(({ amendmentId, versionId }) => {
			const now = toldOf(log, amendmentId)
			return now?.state === 'open' && now.versionId === versionId
		}),
		'nothing is asked about twice at once': new Set(put.map(({ amendmentId }) => amendmentId)).size === put.length,
		'the text waits while amendments are asked about': questions.every(({ opened }) => {
			return ['drafting', 'consulting'].includes(stageOf(log, opened.statementId))
		}),
		'what fell to another stays so as long as the words that were preferred stand, and no longer': fallenIn(log).every(
			({ fell, preferred }) => {
				const [lost, won] = [toldOf(log, fell.amendmentId), toldOf(log, preferred.amendmentId)]
				const stands = won?.versionId === preferred.versionId && won.state !== 'withdrawn'
				// Associations may decide on it by itself since.
				return stands ? lost?.state === 'rejected' : lost?.by !== preferred.ballotId
			},
		),
		'what was preferred falls by nobody but associations and its makers': fallenIn(log).every(({ preferred }) => {
			const won = toldOf(log, preferred.amendmentId)
			if (won?.versionId !== preferred.versionId || won.by !== null) return true
			if (won.state === 'adoptedWithChanges') return cameBesideTheirs(log, preferred.amendmentId)
			return won.state === 'open' || won.state === 'adopted' || won.state === 'withdrawn'
		}),
	}
}

/** What is wrong with the acts from there on, each as a whole; and with what has come of them. */
export function breachesOfActs(log: readonly Entry[], start: number, papers: Before['papers']): string[] {
	const acts = [...Map.groupBy(log.slice(start), ({ actId }) => actId).values()]
	const conditions = acts.flatMap((act) => {
		const before = log.slice(0, (act[0]?.position ?? 1) - 1)
		return Object.entries(ofAct(act, before, papers)).map(
			([name, holds]) => [`${act[0]?.type}: ${name}`, holds] as const,
		)
	})
	const all = [...conditions, ...(acts.length > 0 ? Object.entries(always(log)) : [])]
	return all.flatMap(([name, holds]) => (holds ? [] : [name]))
}
