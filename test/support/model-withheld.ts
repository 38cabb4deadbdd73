import type { AssociationId, StatementId } from '#domain/kernel/id.ts'
import { contestWithheld, takeBackWithheldContest } from '#domain/publication/contesting-withheld.ts'
import { ballotOf } from './model.ts'
import { type Attempt, associationFor, nth, on } from './model-attempt.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Laws } from './model-law.ts'
import { roundOf } from './model-log.ts'
import { saidRightly } from './model-words.ts'

/** What associations try to say of what is withheld of a published text. */
export const WITHHELD_ACTS = {
	contestWithheld: on(['published'], (about, view, actor, step, context) => {
		const { id: statementId } = about.statement
		const associationId = associationFor(view, actor, step)
		const electorate = (ballotOf(about)?.electorate ?? []).map((elector) => elector.associationId)
		const withheld = view.after.withheld.get(statementId) ?? []
		const current = view.after.withheldWords.get(statementId)?.get(associationId) ?? null
		const said = { associationId, reason: nth(['', 'Nej.', 'Kanske.'], step.c) ?? '' }
		return contestWithheld(actor, { statementId, electorate, withheld, current }, said, context)
	}),
	takeBackWithheldContest: on(['published'], (about, view, actor, step, context) => {
		const { id: statementId } = about.statement
		const words = view.after.withheldWords.get(statementId)
		const own = [...(words?.keys() ?? [])].find((id) => actor.seats.some((seat) => seat.associationId === id))
		const associationId: AssociationId = own ?? associationFor(view, actor, step)
		const current = words?.get(associationId) ?? null
		return takeBackWithheldContest(actor, { statementId, current }, { associationId }, context)
	}),
} satisfies Record<string, Attempt>

type Word = Of<'withheldContested'> | Of<'withheldContestTakenBack'>

const lastWord = (log: readonly Entry[], { statementId, payload }: Word): Word | undefined =>
	log.findLast(
		(e): e is Word =>
			(e.type === 'withheldContested' || e.type === 'withheldContestTakenBack') &&
			e.statementId === statementId &&
			e.payload.associationId === payload.associationId,
	)

const standing = (word: Word | undefined): word is Of<'withheldContested'> => word?.type === 'withheldContested'

function rightly(entry: Word, log: readonly Entry[]) {
	const last = lastWord(log, entry)
	return saidRightly(entry, last && { seatId: last.seatId, at: last.at, standing: standing(last) }, log)
}

export const withheldLaws: Laws = {
	withheldContested: (entry, { log }) => {
		const last = lastWord(log, entry)
		return {
			...rightly(entry, log),
			'something is withheld': log.some((e) => e.type === 'redacted' && e.statementId === entry.statementId),
			'it had a vote on the text': roundOf(log, entry.statementId as StatementId).electorate.some(
				({ associationId }) => associationId === entry.payload.associationId,
			),
			'it says something new': !standing(last) || last.payload.reason !== entry.payload.reason,
		}
	},
	withheldContestTakenBack: (entry, { log }) => ({
		...rightly(entry, log),
		'it was said': standing(lastWord(log, entry)),
	}),
}
