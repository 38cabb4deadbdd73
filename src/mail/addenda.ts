import type { AddendumSubject } from '#domain/kernel/notification.ts'
import { addendumSegment } from '#domain/publication/addendum-segment.ts'
import { addendumWords } from '#i18n/addenda.ts'
import type { Language } from '#i18n/index.ts'
import { href, routes } from '#routes'

export function addendumSubjectLine({ step, addendum, title }: AddendumSubject, language: Language): string {
	const t = addendumWords(language).mail.subjects
	return step === 'takenBack' ? t.takenBack(title) : t[step][addendum](title)
}

export function addendumFirstLine(subject: AddendumSubject, association: string, language: Language): string {
	const t = addendumWords(language).mail
	const { step, addendum, title, label, dueAt } = subject
	switch (step) {
		case 'open':
			return t.open[addendum](association, title, dueAt ?? 0)
		case 'takenBack':
			return t.takenBack(title)
		case 'published':
			return t.published[addendum](title, label)
	}
}

/** What is published is read where everybody does; what waits, among members. */
export function addendumPath(subject: AddendumSubject, coalition: string): string {
	const { step, addendum, ordinal, year, number, statementId, addendumId } = subject
	if (step !== 'published') return href(routes.addendum, { coalition, statement: statementId, addendum: addendumId })
	const entry = addendumSegment(addendum, ordinal ?? 1)
	return href(routes.publishedAddendum, { coalition, year: String(year), number: String(number), entry })
}
