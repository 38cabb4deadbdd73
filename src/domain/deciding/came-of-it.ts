import { isCounted, type Outcome } from './ballot.ts'
import { isBetweenTwo, type PutAmendment, type Subject } from './subject.ts'

/** What came of a ballot, in the words of what it was about. `first`, `second`: of two amendments that one was preferred. */
export const CAME_OF_IT = ['adopted', 'rejected', 'noQuorum', 'first', 'second', 'tied'] as const
export type CameOfIt = (typeof CAME_OF_IT)[number]

export function cameOfIt(subject: Subject, outcome: Outcome): CameOfIt {
	if (!isBetweenTwo(subject) || !isCounted(outcome) || outcome.result === 'noQuorum') return outcome.result
	if (outcome.yes === outcome.no) return 'tied'
	return outcome.yes > outcome.no ? 'first' : 'second'
}

/** Of two the amendment that more associations voted for, in the words that they read; null: there was none. */
export function preferredIn(subject: Subject, outcome: Outcome): PutAmendment | null {
	if (subject.kind === 'text') return null
	const came = cameOfIt(subject, outcome)
	return came === 'first' ? subject : came === 'second' ? subject.against : null
}

/** The amendment that a ballot decided on, and how; null: on none. Of two the one that was preferred stays open, and is what goes on. */
export function decidedAmendment(
	subject: Subject,
	outcome: Outcome,
): (PutAmendment & { readonly outcome: 'adopted' | 'rejected' }) | null {
	if (subject.kind === 'text') return null
	const { amendmentId, versionId, against } = subject
	switch (cameOfIt(subject, outcome)) {
		case 'adopted':
			return { amendmentId, versionId, outcome: 'adopted' }
		case 'rejected':
		case 'second':
			return { amendmentId, versionId, outcome: 'rejected' }
		case 'first':
			return against && { ...against, outcome: 'rejected' }
		case 'tied':
		case 'noQuorum':
			return null
	}
}
