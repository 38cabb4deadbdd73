import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { FILE_GAPS, FILE_REFUSALS, MEDIA_TYPES } from '#domain/inquiry/file.ts'
import { ANSWER_FORMATS, INQUIRY_KINDS } from '#domain/inquiry/inquiry.ts'
import { type IncomingNotice, NOTICE_STATUSES, textsOf, WAYS_IN } from '#domain/inquiry/notice.ts'
import { isoInstant, swedishDate } from '#domain/kernel/calendar.ts'
import type { NoticeId } from '#domain/kernel/id.ts'
import { ok } from '#domain/kernel/result.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'
import type { Context } from '#http/context.ts'
import { doubtSentence } from '#i18n/doubts.ts'
import { readOn } from '#intake/notice.ts'
import { letterReader } from '#intake/reader.ts'
import { incomingNoticeQuery, waitingNoticesQuery } from '#read/inquiry/incoming.ts'
import { href } from '#routes'
import { discardNotice, takeNotice } from '#usecases/inquiry/take-notice.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { date, idText, instantText } from './schemas.ts'

const tag = 'Notices'

/** What is stated, and the words it was read from. */
const found = <Value extends z.ZodType>(value: Value) => z.strictObject({ value, words: z.string() })
const texts = z.array(found(z.string()))

const read = z
	.strictObject({
		title: found(z.string()).nullable(),
		kind: found(z.enum(INQUIRY_KINDS)).nullable(),
		sender: found(z.string()).nullable(),
		references: texts,
		dueOn: found(date).nullable(),
		extendedFrom: found(date).nullable(),
		sendTo: texts,
		copyTo: texts,
		formats: z.array(found(z.enum(ANSWER_FORMATS))),
		invited: texts,
		doubts: z
			.array(z.strictObject({ kind: z.string(), detail: z.string() }))
			.meta({ description: 'What a person must look at: two days that could be the deadline, a year left out.' }),
	})
	.meta({ id: 'NoticeReading', description: 'What the notice states. What it does not state is null or empty.' })

const noticeIn = (params: { readonly notice: string }) => params.notice as NoticeId

async function readingOf(
	notice: IncomingNotice,
	{ deps, now }: Pick<Context, 'deps' | 'now'>,
): Promise<z.output<typeof read>> {
	const { references, sendTo, copyTo, formats, invited, doubts, ...single } = readOn(
		swedishDate(now),
		await letterReader(deps).parts(textsOf(notice)),
	)
	return {
		...single,
		references: [...references],
		sendTo: [...sendTo],
		copyTo: [...copyTo],
		formats: [...formats],
		invited: [...invited],
		doubts: doubts.map((doubt) => ({ kind: doubt.kind, detail: doubtSentence('en', doubt) })),
	}
}

export const noticeEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.notices,
		access: COALITION_ROLES,
		tag,
		summary: 'Notices that wait to be checked, the first that came first',
		output: z.strictObject({
			notices: z.array(z.strictObject({ id: idText, how: z.enum(WAYS_IN), title: z.string(), takenAt: instantText })),
		}),
		load: ({ params }) => waitingNoticesQuery(params.coalition),
		show: (notices) => ({ notices: notices.map((each) => ({ ...each, takenAt: isoInstant(each.takenAt) })) }),
	}),
	writing({
		path: paths.notices,
		does: ACTS.takeNotice,
		tag,
		summary: 'Lay the text of a notice where it waits to be checked',
		input: z.strictObject({ text: z.string() }),
		gives: { noticeId: idText },
		act: ({ deps, input: { text }, order }) => takeNotice(deps, order({ how: 'api', open: () => ok({ text }) })),
		location: ({ noticeId }, { params }) => href(paths.notice, { ...params, notice: noticeId }),
	}),
	reading({
		path: paths.notice,
		access: COALITION_ROLES,
		tag,
		summary: 'A notice, and what is read in it',
		output: z
			.strictObject({
				id: idText,
				status: z.enum(NOTICE_STATUSES),
				how: z.enum(WAYS_IN),
				title: z.string(),
				text: z.string(),
				files: z.array(
					z.strictObject({
						name: z.string(),
						mediaType: z.enum(MEDIA_TYPES),
						size: z.int(),
						sha256: z.string(),
						text: z.string(),
						gap: z.enum(FILE_GAPS).nullable().meta({ description: 'Why there is no text, or not all of it.' }),
					}),
				),
				leftOut: z
					.array(z.strictObject({ name: z.string(), why: z.enum(FILE_REFUSALS) }))
					.meta({ description: 'Files that came along and were not taken.' }),
				takenAt: instantText,
				inquiryId: idText.nullable().meta({ description: 'What it became.' }),
				read,
			})
			.meta({ id: 'Notice' }),
		load: ({ params }) => incomingNoticeQuery(params.coalition, params.notice),
		show: async (notice, { context }) => {
			const { coalitionId: _own, files, leftOut, takenAt, ...shown } = notice
			return {
				...shown,
				files: files.map(({ id: _id, ...file }) => file),
				leftOut: [...leftOut],
				takenAt: isoInstant(takenAt),
				read: await readingOf(notice, context),
			}
		},
	}),
	writing({
		path: paths.noticeDiscarding,
		does: ACTS.discardNotice,
		tag,
		summary: 'Put aside what is no inquiry',
		input: z.strictObject({}),
		gives: {},
		act: ({ deps, params, order }) => discardNotice(deps, order({ noticeId: noticeIn(params) })),
	}),
]
