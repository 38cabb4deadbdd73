import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { nothing, type PageQuery, readPage, type Viewer } from '#read/viewer.ts'
import { href, type Params, routes } from '#routes'
import type { ErrorStatus } from '#ui/error-page.tsx'
import { blankForm, type FormState, type Typed } from '#ui/form-state.ts'
import type { PageView } from '#ui/page-view.ts'
import { refusedForm } from '#ui/refused-form.ts'
import type { Deps } from '#usecases/perform.ts'
import { isUseDue, noteUse } from '#usecases/person/last-use.ts'
import { type Access, verdict } from './access.ts'
import type { Context } from './context.ts'
import { type Echo, membersEcho, strangersEcho } from './echo.ts'
import { movedTo } from './moved.ts'
import { namedByLabel } from './named-fields.ts'
import { refusalHeaders, refusalStatus } from './refusal-status.ts'
import { errorResponse, framed, htmlResponse, proseIn, seeOther, toBeCopied } from './respond.tsx'
import type { Route } from './route.ts'
import { readSender } from './sender.ts'

type PageDefinition<Path extends string, Data> = {
	readonly path: Path
	readonly access: Access
	/** Counts that it is asked for, before anything is worked out, where that takes long; or refuses. */
	readonly turn?: (deps: Deps, personId: string) => Promise<Result<null, Rejection>>
	/** Where the data are null, the page is answered as not found. */
	readonly load: (
		context: Context<Params<Path>>,
		/** What was sent, where a form on it is shown again. */
		sent: Typed | null,
	) => PageQuery<Data | null> | Promise<PageQuery<Data | null>>
	readonly view: (view: PageView<Data, Params<Path>>) => JSX.Element | Promise<JSX.Element>
}

/** A page that a GET shows, and that a refused form on it shows again with all that was typed. */
export type Page = Route & {
	readonly again: (context: Context, typed: Typed, rejections: readonly Rejection[]) => Promise<Response>
}

/** Defines a page: who is looking and what is shown are read in one round trip. */
export function page<Path extends string, Data>(definition: PageDefinition<Path, Data>): Page {
	const { path, access, turn, load, view } = definition
	const show = async (context: Context, sent: Typed | null, rejections: readonly Rejection[]) => {
		const own = context as Context<Params<Path>>
		const slug = context.params.coalition ?? null
		const { deps, actor, now, url } = context
		const tooOften = turn && (await refuseTurn(context, { access, turn }, sent, rejections))
		if (tooOften) return tooOften
		const query = await load(own, sent)
		const { viewer, data, stranger } =
			sent === null
				? { ...(await readPage(deps.db, actor, slug, now, query)), stranger: false }
				: await readSender(context, slug, query)
		if (actor !== null && viewer.person !== null && isUseDue(viewer.person.lastUsedAt, now)) {
			deps.background(noteUse(deps, actor))
		}
		const echo = sent && (stranger ? strangersEcho(sent) : membersEcho(sent))
		const typed = echo?.typed ?? null
		const refused = await refuseEntry(context, viewer, access, typed, rejections)
		if (refused) return refused
		if (data === null || (slug !== null && viewer.coalition === null)) {
			const sentence = rejections[0] && refusalSentence(framed(context, viewer).lang, rejections[0])
			return errorResponse(context, viewer, 404, sentence, undefined, typed ?? {})
		}
		if (
			slug !== null &&
			viewer.coalition !== null &&
			viewer.coalition.slug !== slug &&
			context.request.method === 'GET'
		) {
			return movedTo(url, slug, viewer.coalition.slug)
		}
		const { lang, ...frame } = framed(context, viewer)
		const key = deps.newId('random')
		const form =
			echo === null
				? blankForm(key)
				: toldOfEcho(
						refusedForm(echo.typed, rejections, lang, typed?.key?.[0]?.slice(0, LONGEST_KEY) ?? key),
						echo,
						lang,
					)
		const draw = async (shown: FormState, kept: readonly string[]) => {
			const whole = { lang, ...frame, errors: shown.errors, kept }
			return String(
				await view({ params: own.params, query: url.searchParams, viewer, data, form: shown, lang, frame: whole, now }),
			)
		}
		const drawn = await draw(form, [])
		const reachable = namedByLabel(onThePage(form, drawn), drawn)
		// The form may be gone from the page, as when a ballot closed meanwhile: what was written in it is shown all the same.
		const prose = proseIn(typed ?? {})
		const gone = new Set([...new Set(prose)].filter((text) => !drawn.includes(escapeText(text))))
		const lost = prose.filter((text) => gone.has(text))
		const settled = reachable === form && lost.length === 0
		return htmlResponse(
			settled ? drawn : await draw(reachable, toBeCopied(lost)),
			rejections[0] ? refusalStatus(rejections[0]) : 200,
			rejections[0] ? refusalHeaders(rejections[0]) : {},
		)
	}
	return {
		method: 'GET',
		path,
		access,
		handle: (context) => show(context, null, []),
		again: show,
	}
}

/** Whoever may not see a page is told that instead, and is not counted. */
async function refuseTurn(
	context: Context,
	{ access, turn }: { readonly access: Access; readonly turn: NonNullable<PageDefinition<string, unknown>['turn']> },
	sent: Typed | null,
	[refused]: readonly Rejection[],
): Promise<Response | null> {
	const { deps, actor, now, params } = context
	const { viewer } = await readPage(deps.db, actor, params.coalition ?? null, now, nothing)
	if (verdict(access, viewer) !== 'granted') return null
	const { lang } = framed(context, viewer)
	// For whoever may not send the form nothing is worked out, and nothing is counted.
	if (refused && refusalStatus(refused) === 403)
		return errorResponse(context, viewer, 403, refusalSentence(lang, refused), undefined, sent ?? {})
	const taken = await turn(deps, viewer.person?.id ?? '')
	if (taken.ok) return null
	const sentence = refusalSentence(lang, taken.reason)
	const response = await errorResponse(context, viewer, 429, sentence, undefined, sent ?? {})
	for (const [name, value] of Object.entries(refusalHeaders(taken.reason))) response.headers.set(name, value)
	return response
}

/** As much of a form's key as counts. Characters. */
const LONGEST_KEY = 100

/** Whoever is not shown all that they wrote is told so, and where it still is. */
function toldOfEcho(form: FormState, { whole }: Echo, lang: Language): FormState {
	if (whole) return form
	const sentences = [form.errors[''], publicWords(lang).errors.notAllShown]
	return { ...form, errors: { ...form.errors, '': sentences.filter((each) => each !== undefined).join(' ') } }
}

/** Errors of fields that the page does not show, such as a hidden field, are told at the top of the form instead. */
function onThePage(form: FormState, drawn: string): FormState {
	const has = (field: string) =>
		drawn.includes(` id="${escapeText(field)}"`) || drawn.includes(` id="${escapeText(field)}-`)
	const errors = Object.entries(form.errors)
	const nowhere = errors.filter(([field]) => field !== '' && !has(field))
	if (nowhere.length === 0) return form
	const sentences = [form.errors[''], ...nowhere.map(([, sentence]) => sentence)].filter((each) => each !== undefined)
	const others = errors.filter((each) => !nowhere.includes(each))
	return { ...form, errors: { ...Object.fromEntries(others), '': [...new Set(sentences)].join(' ') } }
}

/** Text as `hono/jsx` writes it into a page, so that it can be looked for there. */
function escapeText(text: string): string {
	const entities: Readonly<Record<string, string>> = {
		'&': '&amp;',
		'<': '&lt;',
		'>': '&gt;',
		'"': '&quot;',
		"'": '&#39;',
	}
	return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** Nobody signed in: to the sign-in page and back here. No seat: not found. The wrong seat: forbidden. */
export async function refuseEntry(
	context: Context,
	viewer: Viewer,
	access: Access,
	typed: Typed | null,
	rejections: readonly Rejection[],
): Promise<Response | null> {
	const entry = verdict(access, viewer)
	if (entry === 'signIn' && typed === null) {
		return seeOther(href(routes.signIn, {}, { to: context.url.pathname + context.url.search }))
	}
	const lost = typed === null ? undefined : rejections[0]
	const sentence = lost && refusalSentence(framed(context, viewer).lang, lost)
	const statuses: Record<typeof entry, ErrorStatus | null> = {
		granted: null,
		signIn: 401,
		notFound: 404,
		forbidden: 403,
	}
	const status = statuses[entry]
	if (viewer.person !== null && (status === 403 || status === 404)) {
		const coalition = viewer.coalition?.id ?? null
		context.deps.log?.({ event: 'forbidden', status, coalition, person: viewer.person.id })
	}
	return status === null ? null : errorResponse(context, viewer, status, sentence, undefined, typed ?? {})
}
