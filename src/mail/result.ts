import { isCounted } from '#domain/deciding/ballot.ts'
import type { ResultSubject } from '#domain/kernel/notification.ts'
import { amendmentBallotWords } from '#i18n/amendments.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { afterwards, cameOfItLine, countedLine } from './amendment-ballot.ts'

export function resultSubjectLine({ title, outcome, onAmendments }: ResultSubject, lang: Language): string {
	if (onAmendments) return `${cameOfItLine(onAmendments, lang)}: ${title}`
	return catalogue(lang).result.subjects[outcome.result](title)
}

/** What the ballot came to, and what that means. */
export function resultFirstLine({ title, track, outcome, onAmendments }: ResultSubject, lang: Language): string {
	if (onAmendments) return amendmentBallotWords(lang).mail.result(title, cameOfItLine(onAmendments, lang))
	const t = catalogue(lang).result
	return t.firstLine(title, t[track][outcome.result])
}

/** How many voted how, as far as anything was counted: who did stands on the page, for those who may see it. And what follows. */
export function resultParagraphs(subject: ResultSubject, ofAssociation: boolean, lang: Language): string[] {
	const { ballot, result: t, withoutQuorum } = catalogue(lang)
	const { outcome, onAmendments, secret } = subject
	const uncounted = secret ? ballot.uncounted : withoutQuorum.stayHidden
	if (onAmendments) {
		const counted = isCounted(outcome) ? countedLine(onAmendments, outcome, lang) : uncounted
		return [counted, subject.voided ? t.next.voided : afterwards(onAmendments, lang)]
	}
	return [isCounted(outcome) ? t.counted(outcome) : uncounted, next(subject, ofAssociation, lang)]
}

function next({ voided, outcome, track }: ResultSubject, ofAssociation: boolean, lang: Language): string {
	const t = catalogue(lang).result.next
	if (voided) return t.voided
	if (outcome.result === 'noQuorum') return t.tooFew
	if (outcome.result !== 'adopted') return t.stopped
	if (track === 'light') return ofAssociation ? t.light : t.lightOfficers
	// An association that has yet to sign is told in the letter that asks it to.
	return ofAssociation ? t.signed : t.signing
}
