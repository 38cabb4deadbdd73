import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { MEDIA_TYPES } from '#domain/inquiry/file.ts'
import { ANSWER_FORMATS, INQUIRY_KINDS, INQUIRY_STATUSES } from '#domain/inquiry/inquiry.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type { InquiryId, NoticeId } from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { inquiryListQuery } from '#read/coalition/lists.ts'
import { inquiryViewQuery } from '#read/inquiry/inquiries.ts'
import { href } from '#routes'
import { changeInquiry, declineInquiry, moveDueDate, receiveInquiry } from '#usecases/inquiry/handle-inquiry.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { listSearch, nextOf, nextText } from './lists.ts'
import { paths } from './paths.ts'
import { date, idOf, idText, instantText } from './schemas.ts'

const tag = 'Inquiries'

const documents = z.array(z.strictObject({ title: z.string(), url: z.string() }))
const formats = z.array(z.enum(ANSWER_FORMATS)).meta({ description: 'What the answer is asked for as.' })
const file = z.strictObject({ name: z.string(), mediaType: z.enum(MEDIA_TYPES), size: z.int(), sha256: z.string() })
const status = z.enum(INQUIRY_STATUSES)

const facts = z
	.strictObject({
		title: z.string(),
		sender: z.string().default(''),
		references: z.string().default('').meta({ description: 'Reference numbers (diarienummer), as they are written.' }),
		dueOn: date.nullable().default(null),
		sendTo: z.string().default(''),
		copyTo: z.string().default(''),
		documents: documents.default([]),
		note: z.string().default(''),
		kind: z.enum(INQUIRY_KINDS).default('other'),
		formats: formats.default([]),
		invited: z.array(z.string()).default([]).meta({ description: 'Those who were asked to answer, by name.' }),
		extendedFrom: date.nullable().default(null).meta({ description: 'The deadline before it was extended.' }),
	})
	.meta({ id: 'InquiryFacts', description: 'What is known of an inquiry. Everything but the title can be missing.' })

const inquiry = z
	.strictObject({
		id: idText,
		status,
		title: z.string(),
		sender: z.string(),
		references: z.string(),
		dueOn: date.nullable(),
		sendTo: z.string(),
		copyTo: z.string(),
		documents,
		note: z.string(),
		kind: z.enum(INQUIRY_KINDS),
		formats,
		invited: z.array(z.string()),
		extendedFrom: date.nullable(),
		files: z.array(file).meta({ description: 'What lies with it. Members fetch them at the inquiry’s page.' }),
		dueDateHistory: z.array(z.strictObject({ dueOn: date.nullable(), note: z.string(), at: instantText })),
		declineReason: z.string().nullable(),
		receivedAt: instantText,
		statements: z.array(idText).meta({ description: 'The statements that answer it.' }),
	})
	.meta({ id: 'Inquiry' })

const listed = z.strictObject({
	id: idText,
	status,
	title: z.string(),
	sender: z.string(),
	references: z.string(),
	dueOn: date.nullable(),
	receivedAt: instantText,
})

const idIn = (params: { readonly inquiry: string }) => params.inquiry as InquiryId

export const inquiryEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.inquiries,
		access: MEMBERS,
		tag,
		summary: 'Inquiries, newest first',
		search: z.object(listSearch),
		output: z.strictObject({ inquiries: z.array(listed), next: nextText }),
		load: ({ params }, { limit, before = null }) => inquiryListQuery(params.coalition, { limit, before }),
		show: (part, asked, { limit }) => ({
			inquiries: part.map((each) => ({ ...each, receivedAt: isoInstant(each.receivedAt) })),
			next: nextOf(paths.inquiries, asked, part, limit),
		}),
	}),
	writing({
		path: paths.inquiries,
		does: ACTS.receiveInquiry,
		tag,
		summary: 'Take an inquiry in',
		input: facts.extend({
			noticeId: idOf<NoticeId>()
				.optional()
				.meta({ description: 'The notice it was read from, which with that is confirmed.' }),
		}),
		gives: { inquiryId: idText },
		act: ({ deps, input: { noticeId, ...given }, order }) =>
			receiveInquiry(deps, order({ ...given, ...(noticeId !== undefined && { noticeId }) })),
		location: ({ inquiryId }, { params }) => href(paths.inquiry, { ...params, inquiry: inquiryId }),
	}),
	reading({
		path: paths.inquiry,
		access: MEMBERS,
		tag,
		summary: 'An inquiry with the history of its deadline',
		output: inquiry,
		load: ({ params, now }) => inquiryViewQuery(params.coalition, params.inquiry, now),
		show: ({ inquiry: { coalitionId: _own, ...found }, files, declineReason, receivedAt, statements }) => ({
			...found,
			documents: [...found.documents],
			formats: [...found.formats],
			invited: [...found.invited],
			files: files.map(({ id: _id, ...file }) => file),
			dueDateHistory: found.dueDateHistory.map((change) => ({ ...change, at: isoInstant(change.at) })),
			declineReason,
			receivedAt: isoInstant(receivedAt),
			statements: statements.map(({ id }) => id),
		}),
	}),
	writing({
		path: paths.inquiryChanges,
		does: ACTS.changeInquiry,
		tag,
		summary: 'Correct what is known of an inquiry; its deadline is moved on its own',
		input: facts.omit({ dueOn: true }),
		gives: {},
		act: ({ deps, params, input, order }) =>
			changeInquiry(deps, order({ inquiryId: idIn(params), facts: { ...input, dueOn: null } })),
	}),
	writing({
		path: paths.dueDates,
		does: ACTS.moveDueDate,
		tag,
		summary: 'Move the deadline; the earlier ones are kept',
		input: z.strictObject({ dueOn: date.nullable(), note: z.string().default('') }),
		gives: {},
		act: ({ deps, params, input, order }) => moveDueDate(deps, order({ inquiryId: idIn(params), ...input })),
	}),
	writing({
		path: paths.declining,
		does: ACTS.declineInquiry,
		tag,
		summary: 'Decline to answer, with a reason',
		input: z.strictObject({ reason: z.string() }),
		gives: {},
		act: ({ deps, params, input, order }) => declineInquiry(deps, order({ inquiryId: idIn(params), ...input })),
	}),
]
