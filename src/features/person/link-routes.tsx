import type { Instant } from '#domain/kernel/id.ts'
import { REAUTHENTICATE_AFTER_MS } from '#domain/members/authority.ts'
import { fieldsOf, typedForm } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { nonceOf } from '#http/cookies.ts'
import { localPath } from '#http/local-path.ts'
import { errorResponse, framed, htmlResponse, seeOther } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { type SignInLink, signInLinkQuery } from '#read/person/sign-in.ts'
import { readPage, type Viewer } from '#read/viewer.ts'
import { href, type Params, routes } from '#routes'
import { sha256 } from '#usecases/hashing.ts'
import { redeemLink } from '#usecases/person/sign-in-links.ts'
import { browserBefore, browserNonce, entered, STRANGER, withNonce } from './entering.ts'
import { LinkGonePage, LinkPage } from './link-page.tsx'
import { linkForm } from './sign-in-forms.ts'

type LinkContext = Context<Params<typeof routes.signInLink>>

/** Time left on a sign-in that is still to be used for reading, thinking and pressing. */
const TIME_TO_ACT_MS = 60 * 60_000

/**
 * Opens a link. This changes nothing: mail scanners fetch links, and some press what they find. Who is signed in as the
 * person it is for, and lately, goes straight on; all others get a button.
 */
async function open(context: LinkContext): Promise<Response> {
	const { viewer, link } = await found(context)
	const to = localPath(context.url.searchParams.get('to'))
	if (!link?.open || link.persons.length === 0) return useless(context, viewer, to)
	const [only, ...others] = link.persons
	if (others.length === 0 && only?.id === viewer.person?.id && isFresh(viewer, context.now)) {
		return seeOther(to ?? href(routes.me))
	}
	return ask(context, viewer, link, to, false)
}

async function found(context: LinkContext): Promise<{ viewer: Viewer; link: SignInLink | null }> {
	const { deps, actor, now, params } = context
	const query = signInLinkQuery(await sha256(params.secret), now)
	const { viewer, data } = await readPage(deps.db, actor, null, now, query)
	return { viewer, link: data }
}

function isFresh({ person }: Viewer, now: Instant): boolean {
	return person !== null && now - person.authenticatedAt <= REAUTHENTICATE_AFTER_MS - TIME_TO_ACT_MS
}

/** A used link is still a way to the page for those who are signed in. */
async function useless(context: LinkContext, viewer: Viewer, to: string | null): Promise<Response> {
	if (viewer.person !== null) return seeOther(to ?? href(routes.me))
	return htmlResponse(<LinkGonePage frame={framed(context, viewer)} to={to} />, 410)
}

/** The form, and a nonce for this browser to bring back with it. */
async function ask(
	context: LinkContext,
	viewer: Viewer,
	{ persons }: SignInLink,
	to: string | null,
	unproven: boolean,
): Promise<Response> {
	const nonce = browserNonce(context)
	const { secret } = context.params
	const props = { secret, proof: await proofOf(nonce, secret), to, persons, unproven }
	const page = <LinkPage frame={framed(context, viewer)} {...props} />
	return htmlResponse(page, unproven ? 403 : 200, [withNonce(nonce)])
}

/** Made from the browser's nonce and the link, so that it proves nothing in another browser or for another link. */
const proofOf = (nonce: string, secret: string) => sha256(`link:${nonce}:${secret}`)

/** The button. Uses the link up, for the person on it. */
async function goOn(context: LinkContext): Promise<Response> {
	const { secret } = context.params
	const sent = await typedForm(context, 'public')
	if (!sent.ok) return errorResponse(context, STRANGER, 413)
	const form = linkForm.parse(fieldsOf(sent.value))
	const to = localPath(form.to)
	const nonce = nonceOf(context.request)
	if (nonce === null || form.proof !== (await proofOf(nonce, secret))) {
		const { viewer, link } = await found(context)
		return link?.open && link.persons.length > 0 ? ask(context, viewer, link, to, true) : useless(context, viewer, to)
	}
	const session = await redeemLink(context.deps, { secret, personId: form.person, browser: browserBefore(context) })
	// Pressed twice, the second finds it used: opening it again leads those who are signed in to where they wanted.
	return session.ok
		? entered(session.value, to)
		: seeOther(href(routes.signInLink, { secret }, { to: to ?? undefined }))
}

export const linkRoutes: readonly Route[] = [
	route('GET', routes.signInLink, 'public', open),
	route('POST', routes.signInLink, 'public', goOn),
]
