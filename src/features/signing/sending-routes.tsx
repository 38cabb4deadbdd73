import { ACTS } from '#domain/acts.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'
import { checkedLetter } from '#domain/publication/sending.ts'
import { answerPack } from '#export/letter/pack.ts'
import { publishedPack } from '#export/letter/published-file.ts'
import { action, fieldsOf } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { fileDisposition } from '#http/disposition.ts'
import { page, refuseEntry } from '#http/page.tsx'
import { errorResponse } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { numberOfQuery, type PublishedPaper, publishedPaperQuery } from '#read/publication/published-paper.ts'
import { sendingViewQuery } from '#read/publication/sending.ts'
import { hasRole, nothing, readPage } from '#read/viewer.ts'
import { href, type Params, routes } from '#routes'
import type { Typed } from '#ui/form-state.ts'
import { sha256 } from '#usecases/hashing.ts'
import { packFiles, sendResponse } from '#usecases/publication/send-response.ts'
import { sendingForm } from './forms.ts'
import { SendingPage } from './sending-page.tsx'

type SendingContext = Context<Params<typeof routes.sending>>

type Pack = Awaited<ReturnType<typeof publishedPack>>

/**
 * What was made last, and of what: whoever checks a letter sends it next, and the same files come of the same record. Never a promise:
 * the runtime lets no request wait for what another began.
 */
let last: { readonly of: string; readonly made: Pack } | undefined

async function madeOf(paper: PublishedPaper, address: string, files: Context['deps']['files']): Promise<Pack> {
	const of = await sha256(JSON.stringify([paper, address]))
	if (last?.of === of) return last.made
	const made = await publishedPack(paper, { address, files })
	last = { of, made }
	return made
}

/** The files as they are now, and whose; null where nothing is published. */
async function packIn({ deps, params }: SendingContext) {
	const [numbered] = await deps.db.read(numberOfQuery(params.coalition, params.statement))
	if (numbered === null) return null
	const { year, number } = numbered
	const [found] = await deps.db.read(publishedPaperQuery(params.coalition, year, number))
	if (!found?.paper) return null
	const at = { coalition: found.coalition.slug, year: String(year), number: String(number) }
	const address = deps.origin + href(routes.published, at)
	const made = await madeOf(found.paper, address, deps.files)
	return { label: found.paper.statement.record.label, address, made }
}

/** Whether what was typed is a letter that could be sent: only then is it shown as it will leave. */
function isReviewed(sent: Typed): boolean {
	const { to = '', copyTo = '', subject = '', cover = '', confirmed } = fieldsOf(sent)
	const written = { to: String(to), copyTo: String(copyTo), subject: String(subject), cover: String(cover) }
	return confirmed !== 'change' && checkedLetter(written).ok
}

/** As they would be sent now. Making them costs more than a page does: not for whoever may not send them. */
async function filesShown(context: SendingContext) {
	const { viewer } = await readPage(context.deps.db, context.actor, context.params.coalition, context.now, nothing)
	const pack = hasRole(viewer, COALITION_ROLES) ? await packIn(context) : null
	return pack && packFiles(pack.made)
}

const sendingPage = page({
	path: routes.sending,
	access: COALITION_ROLES,
	load: async (context, sent) => {
		const { params, now, deps } = context
		const files = sent !== null && isReviewed(sent) ? await filesShown(context) : null
		const intake = deps.intakeDomain === undefined ? null : `${params.coalition}@${deps.intakeDomain}`
		return sendingViewQuery(params.coalition, params.statement, now, { files, origin: deps.origin, intake })
	},
	view: SendingPage,
})

/** Both files and the proposed covering letter, for whoever sends them in another way. */
const packRoute = route('GET', routes.sendingPack, COALITION_ROLES, async (context) => {
	const { deps, actor, now, params } = context
	const query = sendingViewQuery(params.coalition, params.statement, now, {})
	const { viewer, data } = await readPage(deps.db, actor, params.coalition, now, query)
	const refused = await refuseEntry(context, viewer, COALITION_ROLES, null, [])
	if (refused) return refused
	const pack = data === null ? null : await packIn(context)
	if (data === null || pack === null) return errorResponse(context, viewer, 404)
	const { asked, named, header } = data
	const { label, address, made: files } = pack
	const { name, bytes } = answerPack({ asked, named, statement: header.statement, label, address, files })
	return new Response(bytes, {
		headers: {
			'content-type': 'application/zip',
			'content-disposition': fileDisposition('attachment', name),
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store',
		},
	})
})

export const sendingRoutes: readonly Route[] = [
	packRoute,
	sendingPage,
	action({
		path: routes.sending,
		does: ACTS.sendResponse,
		page: sendingPage,
		form: sendingForm,
		confirmed: ({ confirmed }) => confirmed === 'yes',
		act: async ({ context, params, input, order }) => {
			const { confirmed: _confirmed, files: shown, again, ...letter } = input
			const checked = checkedLetter(letter)
			if (!checked.ok) return checked
			const pack = await packIn(context)
			// What is not published is refused by the rules, with the stage it is in.
			const files = pack === null ? [] : await packFiles(pack.made)
			if (pack !== null && files.map(({ sha256 }) => sha256).join(' ') !== shown) return refuse({ code: 'packChanged' })
			const statementId = params.statement as StatementId
			return sendResponse(context.deps, order({ statementId, ...letter, again: again === 'yes', files }))
		},
		done: (_value, { params }) =>
			href(routes.sending, { coalition: params.coalition, statement: params.statement }, { done: 'sent' }),
	}),
]
