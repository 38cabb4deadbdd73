import type { CoalitionId, InquiryId, Instant, SwedishDate } from './id.ts'
import type { Rejection } from './rejection.ts'
import { ok, type Result, refuse } from './result.ts'
import { NOTE_LIMIT, requiredText, TITLE_LIMIT } from './statement.ts'

/** A document that came with the inquiry, kept where it is published. */
export type InquiryDocument = { readonly title: string; readonly url: string }

/** What is known of an inquiry. Everything but the title can be missing. */
export type InquiryFacts = {
	readonly title: string
	readonly sender: string
	/** Reference numbers (diarienummer) in free text, never validated by a pattern. */
	readonly references: string
	readonly dueOn: SwedishDate | null
	readonly sendTo: string
	readonly copyTo: string
	readonly documents: readonly InquiryDocument[]
	readonly note: string
}

export type InquiryStatus = 'received' | 'accepted' | 'answered' | 'declined'

export type DueDateChange = { readonly dueOn: SwedishDate | null; readonly at: Instant; readonly note: string }

export type Inquiry = InquiryFacts & {
	readonly id: InquiryId
	readonly coalitionId: CoalitionId
	readonly status: InquiryStatus
	/** Every deadline it has had, first to last. */
	readonly dueDateHistory: readonly DueDateChange[]
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** A real date in the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
	if (!DATE.test(text)) return false
	const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
	const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
	return day >= 1 && day <= (lengths[month - 1] ?? 0)
}

/** Checks and trims what a person typed about an inquiry. */
export function validInquiry(facts: InquiryFacts): Result<InquiryFacts, Rejection> {
	const title = requiredText('title', facts.title, TITLE_LIMIT)
	if (!title.ok) return title
	if (facts.dueOn !== null && !isDate(facts.dueOn)) return refuse({ code: 'invalid', field: 'dueOn' })
	for (const field of ['sender', 'references', 'sendTo', 'copyTo', 'note'] as const) {
		const length = [...facts[field]].length
		if (length > NOTE_LIMIT) return refuse({ code: 'tooLong', field, limit: NOTE_LIMIT, length })
	}
	if (facts.documents.some((document) => !/^https?:\/\//i.test(document.url) || document.title.trim() === '')) {
		return refuse({ code: 'invalid', field: 'documents' })
	}
	const trimmed = (text: string) => text.normalize('NFC').trim()
	return ok({
		...facts,
		title: title.value,
		sender: trimmed(facts.sender),
		references: trimmed(facts.references),
		sendTo: trimmed(facts.sendTo),
		copyTo: trimmed(facts.copyTo),
		note: trimmed(facts.note),
	})
}
