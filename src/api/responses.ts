import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { isoInstant, swedishDate } from '#domain/kernel/calendar.ts'
import type { ReplyId } from '#domain/kernel/id.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'
import { demandsOf } from '#domain/publication/demands.ts'
import { DELIVERY_OUTCOMES } from '#domain/publication/facts.ts'
import { PACK_FILES, packFileName } from '#domain/publication/pack.ts'
import { REPLY_KINDS, REPLY_STATUSES } from '#domain/publication/reply.ts'
import { checkedLetter } from '#domain/publication/sending.ts'
import { publishedPack } from '#export/letter/published-file.ts'
import { proposedLetter } from '#i18n/proposed-letter.ts'
import { numberOfQuery, publishedPaperQuery } from '#read/publication/published-paper.ts'
import { sendingViewQuery } from '#read/publication/sending.ts'
import type { ShownReply } from '#read/publication/sent.ts'
import { href, routes } from '#routes'
import { checksSchema, packFileSchema, reportedSchema } from '#schema/publication.ts'
import { packFiles, sendResponse } from '#usecases/publication/send-response.ts'
import { checkReply } from '#usecases/publication/take-reply.ts'
import { type Endpoint, reading, type Sent, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { instantText } from './schemas.ts'
import { idIn } from './statement.ts'

const tag = 'Sign-off and publication'

const letter = { to: z.array(z.string()), copyTo: z.array(z.string()), subject: z.string(), cover: z.string() }

/** What came back about it. Its files are had from its page. */
const reply = z.strictObject({
	id: z.string(),
	kind: z.enum(REPLY_KINDS),
	from: z.string(),
	/** The domain of that address vouches for it; and what each check came to, null where it was not made. */
	proven: z.boolean(),
	checks: checksSchema,
	subject: z.string(),
	/** As much of it as pages show. */
	text: z.string(),
	/** Of a report, whom it is about. */
	about: z.array(reportedSchema),
	status: z.enum(REPLY_STATUSES),
	at: instantText,
})

const sent = z.strictObject({
	id: z.string(),
	...letter,
	files: z.array(packFileSchema),
	reason: z.string(),
	sentAt: instantText,
	/** Null while it is still tried. */
	outcome: z.enum(DELIVERY_OUTCOMES).nullable(),
	outcomeAt: instantText.nullable(),
	/** Of all addressees those that the inquiry did not name then; null: it was not asked. */
	added: z.array(z.string()).nullable(),
	replies: z.array(reply),
})

/** What is asked of a published answer, the letter that is proposed, and how it was sent. */
const output = z.strictObject({
	demands: z.array(z.looseObject({ what: z.string(), met: z.boolean() })),
	proposed: z.strictObject(letter),
	sent: z.array(sent),
})

const given = z.strictObject({
	to: z.array(z.string()).min(1),
	copyTo: z.array(z.string()).default([]),
	subject: z.string(),
	cover: z.string(),
	/** It was sent before and is meant to be sent again, with a reason. */
	again: z.boolean().default(false),
	reason: z.string().default(''),
})

export const responseEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.responses,
		access: COALITION_ROLES,
		tag,
		summary: 'What the inquiry asks of the answer, the letter that is proposed, and how it was sent',
		output,
		load: ({ params, now }) => sendingViewQuery(params.coalition, params.statement, now, {}),
		show: ({ header, asked, named, coalition, responses, replies }, { deps, params, context }) => {
			if (header.published === null) return null
			const { label, year, number } = header.published
			const { title, language } = header.statement
			const at = { coalition: params.coalition, year: String(year), number: String(number) }
			const address = deps.origin + href(routes.published, at)
			const written = proposedLetter({ asked, named, label, title, language, address })
			const checked = checkedLetter(written)
			const proposed = checked.ok ? checked.value : { ...written, to: [], copyTo: [] }
			const names = PACK_FILES.map((kind) => packFileName(named, label, kind))
			return {
				demands: demandsOf(asked, { ...proposed, names }, coalition.name, swedishDate(context.now)).map((demand) => ({
					...demand,
				})),
				proposed: { ...proposed, to: [...proposed.to], copyTo: [...proposed.copyTo] },
				sent: responses.map(({ at, outcomeAt, said: _said, ...response }) => ({
					...response,
					sentAt: isoInstant(at),
					outcomeAt: outcomeAt === null ? null : isoInstant(outcomeAt),
					replies: replies.filter(({ responseId }) => responseId === response.id).map(shownReply),
				})),
			}
		},
	}),
	writing({
		path: paths.responses,
		does: ACTS.sendResponse,
		tag,
		summary: 'Send the published statement, as a Word file and a PDF, to whoever asked for it',
		input: given,
		gives: { responseId: z.string() },
		act: send,
	}),
	writing({
		path: paths.reply,
		does: ACTS.checkReply,
		tag,
		summary: 'Say whether what came back belongs to the answer, so that all members can read it, or put it aside',
		input: z.strictObject({ belongs: z.boolean() }),
		gives: {},
		act: ({ deps, params, input, order }) =>
			checkReply(deps, order({ replyId: params.reply as ReplyId, belongs: input.belongs })),
	}),
]

function shownReply({ id, kind, from, proven, checks, subject, text, about, status, at }: ShownReply) {
	return { id, kind, from, proven, checks, subject, text, about, status, at: isoInstant(at) }
}

async function send({ deps, params, input, order }: Sent<typeof paths.responses, z.output<typeof given>>) {
	const [numbered] = await deps.db.read(numberOfQuery(params.coalition, params.statement))
	const { year = 0, number = 0 } = numbered ?? {}
	const [found] = await deps.db.read(publishedPaperQuery(params.coalition, year, number))
	const { to, copyTo, ...rest } = input
	const command = { statementId: idIn(params), ...rest, to: to.join('\n'), copyTo: copyTo.join('\n') }
	// What is not published is refused by the rules, with the stage it is in.
	if (!found?.paper) return sendResponse(deps, order({ ...command, files: [] }))
	const at = { coalition: found.coalition.slug, year: String(year), number: String(number) }
	const from = { address: deps.origin + href(routes.published, at), files: deps.files }
	const files = await packFiles(await publishedPack(found.paper, from))
	return sendResponse(deps, order({ ...command, files }))
}
