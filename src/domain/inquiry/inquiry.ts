import { isDate } from '#domain/kernel/calendar.ts'
import type { CoalitionId, InquiryId, Instant, SwedishDate } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { NOTE_LIMIT, oneLine, optionalText, requiredLine, TITLE_LIMIT } from '#domain/kernel/text.ts'

/**
 * What is sent round for comment: a government inquiry's report (SOU), a ministry's own (Ds) or its memorandum
 * (promemoria), an agency's report, a proposal of the EU, or a local consultation (samråd).
 */
export const INQUIRY_KINDS = ['sou', 'ds', 'promemoria', 'report', 'eu', 'samråd', 'other'] as const
export type InquiryKind = (typeof INQUIRY_KINDS)[number]

/** What an answer is asked for as. */
export const ANSWER_FORMATS = ['docx', 'pdf', 'accessible-pdf', 'paper'] as const
export type AnswerFormat = (typeof ANSWER_FORMATS)[number]

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
	readonly kind: InquiryKind
	/** What the answer is asked for as; empty where nothing is said. */
	readonly formats: readonly AnswerFormat[]
	/** Those who were asked to answer, by name. */
	readonly invited: readonly string[]
	/** The deadline before it was extended, where the notice says so. */
	readonly extendedFrom: SwedishDate | null
}

type Optional = 'kind' | 'formats' | 'invited' | 'extendedFrom'

/** Facts as they are given and stored: inquiries have been received of which some of it was never asked. */
export type GivenFacts = Omit<InquiryFacts, Optional> & Partial<Pick<InquiryFacts, Optional>>

export function completeFacts(given: GivenFacts): InquiryFacts {
	return { kind: 'other', formats: [], invited: [], extendedFrom: null, ...given }
}

export const INQUIRY_STATUSES = ['received', 'accepted', 'answered', 'declined'] as const
export type InquiryStatus = (typeof INQUIRY_STATUSES)[number]

export type DueDateChange = { readonly dueOn: SwedishDate | null; readonly at: Instant; readonly note: string }

export type Inquiry = InquiryFacts & {
	readonly id: InquiryId
	readonly coalitionId: CoalitionId
	readonly status: InquiryStatus
	/** Every deadline it has had, first to last. */
	readonly dueDateHistory: readonly DueDateChange[]
}

/** Most documents that can come with one inquiry, and the longest address of one. Characters. */
export const DOCUMENTS_LIMIT = 100
export const URL_LIMIT = 2000

/** Most bodies that an inquiry can be sent to: the longest lists there have been hold some four hundred. */
export const INVITED_LIMIT = 1000

/** Checks and trims what a person typed about an inquiry. */
export function validInquiry(given: GivenFacts): Result<InquiryFacts, Rejection> {
	const facts = completeFacts(given)
	const title = requiredLine('title', facts.title, TITLE_LIMIT)
	if (!title.ok) return title
	for (const field of ['dueOn', 'extendedFrom'] as const) {
		const date = facts[field]
		if (date !== null && !isDate(date)) return refuse({ code: 'invalid', field })
	}
	const texts = { sender: '', references: '', sendTo: '', copyTo: '', note: '' }
	for (const field of ['sender', 'references', 'sendTo', 'copyTo', 'note'] as const) {
		const text = optionalText(field, facts[field], NOTE_LIMIT)
		if (!text.ok) return text
		texts[field] = text.value
	}
	const documents = validDocuments(facts.documents)
	if (!documents.ok) return documents
	const invited = validInvited(facts.invited)
	if (!invited.ok) return invited
	return ok({
		...facts,
		...texts,
		title: title.value,
		documents: documents.value,
		formats: ANSWER_FORMATS.filter((format) => facts.formats.includes(format)),
		invited: invited.value,
	})
}

/** One line each, none of them twice. */
function validInvited(invited: readonly string[]): Result<string[], Rejection> {
	const { length } = invited
	if (length > INVITED_LIMIT) return refuse({ code: 'tooLong', field: 'invited', limit: INVITED_LIMIT, length })
	const valid = new Set<string>()
	for (const name of invited) {
		const line = optionalText('invited', oneLine(name), TITLE_LIMIT)
		if (!line.ok) return line
		if (line.value !== '') valid.add(line.value)
	}
	return ok([...valid])
}

const WEB_ADDRESS = /^https?:\/\/[^\s<>"\\]+$/i

function validDocuments(documents: readonly InquiryDocument[]): Result<InquiryDocument[], Rejection> {
	const { length } = documents
	if (length > DOCUMENTS_LIMIT) return refuse({ code: 'tooLong', field: 'documents', limit: DOCUMENTS_LIMIT, length })
	const valid: InquiryDocument[] = []
	for (const document of documents) {
		const title = requiredLine('documents', document.title, TITLE_LIMIT)
		const url = requiredLine('documents', document.url, URL_LIMIT)
		if (!title.ok || !url.ok || !WEB_ADDRESS.test(url.value)) return refuse({ code: 'invalid', field: 'documents' })
		valid.push({ title: title.value, url: url.value })
	}
	return ok(valid)
}
