import { changeSettings } from '#domain/coalition/settings.ts'
import { PRESETS } from '#domain/deciding/bylaws.ts'
import { changeInquiry, declineInquiry, receiveInquiry } from '#domain/inquiry/handling.ts'
import type { InquiryId, StatementId } from '#domain/kernel/id.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { type Attempt, NOTHING, nth } from './model-attempt.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Laws } from './model-law.ts'
import { putsText } from './model-log.ts'
import type { View } from './model-store.ts'
import { inquiryFacts } from './rules.ts'

/** Titles of what is being voted on or signed, of those that answer the inquiry or of all. */
const fixedIn = ({ statements }: View, inquiryId?: InquiryId) =>
	[...statements.values()]
		.map(({ statement }) => statement)
		.filter((each) => inquiryId === undefined || each.inquiryId === inquiryId)
		.filter(({ stage }) => stage === 'deciding' || stage === 'signing')
		.map(({ title }) => title)

/** Tries at what a statement is published with, and is no part of its text. */
export const PUBLISHED_WITH_ACTS = {
	changeSettings: (view, actor, { a, b, flag }, context) => {
		const { coalition, seats } = view
		const preset = nth(Object.values(PRESETS), b)?.preset ?? 'standard'
		const { language, listed } = coalition
		const name = flag ? `Namn ${a}` : coalition.name
		const seriesPrefix = flag && b > 3 ? `P${a}` : coalition.seriesPrefix
		const settings = { name, seriesPrefix, language, listed, preset: flag ? coalition.preset : preset }
		return changeSettings(actor, { coalition, seats, texts: fixedIn(view) }, settings, context)
	},
	receiveInquiry: (_view, actor, _step, context) => receiveInquiry(actor, inquiryFacts, context),
	changeInquiry: (view, actor, { a, b }, context) => {
		const inquiry = nth([...view.inquiries.values()], a)
		if (!inquiry) return NOTHING
		const other = [{ title: `Remiss ${b}` }, { sender: `Avsändare ${b}` }, { references: `D ${b}` }, { note: `${b}` }]
		return changeInquiry(actor, inquiry, { ...inquiry, ...nth(other, b) }, fixedIn(view, inquiry.id), context)
	},
	declineInquiry: (view, actor, { a }, context) => {
		const inquiry = nth([...view.inquiries.values()], a)
		return inquiry ? declineInquiry(actor, inquiry, 'Hinner inte', context) : NOTHING
	},
} satisfies Record<string, Attempt>

/** What the record says of the inquiry that a statement answers. */
export function answeredBy({ inquiries }: View, { inquiryId }: Statement) {
	const inquiry = inquiryId === null ? undefined : inquiries.get(inquiryId)
	if (!inquiry) return null
	const { title, sender, references } = inquiry
	return { title, sender, references }
}

/** In whose name the text was put to the associations, and in answer to what, read from the log. */
function shownAs(log: readonly Entry[], statementId: StatementId | null) {
	const named = log.findLast((e): e is Of<'coalitionCreated'> | Of<'coalitionChanged'> => {
		return e.type === 'coalitionCreated' || e.type === 'coalitionChanged'
	})
	const started = log.find((e): e is Of<'statementStarted'> => {
		return e.type === 'statementStarted' && e.statementId === statementId
	})
	const known = log.findLast((e): e is Of<'inquiryReceived'> | Of<'inquiryChanged'> => {
		const isFacts = e.type === 'inquiryReceived' || e.type === 'inquiryChanged'
		return isFacts && e.payload.inquiryId === started?.payload.inquiryId
	})
	return { settings: named?.payload.settings, facts: known?.payload.facts }
}

export const publishedWithLaws: Laws = {
	published: ({ payload, statementId }, { log }) => {
		const put = log.findLastIndex((e) => e.statementId === statementId && putsText(e))
		const { settings, facts } = shownAs(log.slice(0, put), statementId)
		const record = JSON.parse(payload.record)
		const inquiry = record.inquiry ?? undefined
		return {
			'in the name it was put to them in': record.coalition === settings?.name,
			'under a number of the series that was theirs then': payload.label.startsWith(`${settings?.seriesPrefix} `),
			'in answer to what it was put to them as an answer to':
				inquiry?.title === facts?.title &&
				inquiry?.sender === facts?.sender &&
				inquiry?.references === facts?.references,
		}
	},
}
