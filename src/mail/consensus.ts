import type { ConsensusListSubject } from '#domain/amendment/consensus-subject.ts'
import { amendmentWords, consensusWords } from '#i18n/amendments.ts'
import type { Language } from '#i18n/index.ts'
import { href, routes } from '#routes'
import { marked } from './comment.ts'

export const consensusSubjectLine = ({ step, title }: ConsensusListSubject, language: Language): string =>
	consensusWords(language).mail.subjects[step](title)

export function consensusFirstLine(subject: ConsensusListSubject, association: string, language: Language): string {
	const t = consensusWords(language).mail
	const { step, title, items, dueAt } = subject
	switch (step) {
		case 'open':
			return t.open(association, items.length, title, dueAt)
		case 'settled':
			return t.settled(title)
		case 'cancelled':
			return t.cancelled(title)
	}
}

/** Which amendments it is about, and in whose words why; what became of each; or why it was cancelled. */
export function consensusParagraphs(
	{ step, items, unheard, reason }: ConsensusListSubject,
	language: Language,
): string[] {
	const { from } = amendmentWords(language)
	const t = consensusWords(language)
	if (step === 'cancelled') return [marked(reason)]
	if (unheard.length > 0) return [t.unheard(unheard)]
	if (step === 'open') {
		const asked = items.map((each) => `${from(each.number, each.association)}:\n${marked(each.reason)}`)
		return [...asked, t.mail.against]
	}
	const came = items.flatMap(({ number, association, outcome }) =>
		outcome === null ? [] : [`${from(number, association)}: ${t.outcomes[outcome]}`],
	)
	return [came.join('\n')]
}

export const consensusPath = (
	{ statementId: statement, listId: list }: ConsensusListSubject,
	coalition: string,
): string => href(routes.consensusList, { coalition, statement, list })
