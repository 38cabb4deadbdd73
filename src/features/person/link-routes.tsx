import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { REAUTHENTICATE_AFTER_MS } from '#domain/members/authority.ts'
import { maskedEmail } from '#domain/person/person.ts'
import { fieldsOf, typedForm } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { knownOf, nonceOf } from '#http/cookies.ts'
import { localPath } from '#http/local-path.ts'
import { refusalStatus } from '#http/refusal-status.ts'
import { errorResponse, framed, htmlResponse, seeOther } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { type SignInLink, signInLinkQuery } from '#read/person/sign-in.ts'
import { readPage, type Viewer } from '#read/viewer.ts'
import { href, type Params, routes } from '#routes'
import { sha256 } from '#usecases/hashing.ts'
import { askToSignIn } from '#usecases/person/sign-in.ts'
import { redeemLink } from '#usecases/person/sign-in-links.ts'
import { onItsWay } from './asked-mail.ts'
import { browserBefore, browserNonce, entered, STRANGER, whenceOf, withNonce } from './entering.ts'
import { LinkGonePage, LinkPage, LinkUsedPage } from './link-page.tsx'
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
	const opens = opening(link)
	if (!opens) return useless(context, viewer, link, to)
	const [only, ...others] = opens.persons
	if (others.length === 0 && only?.id === viewer.person?.id && isFresh(viewer, context.now)) {
		return seeOther(to ?? href(routes.me))
	}
	return ask(context, viewer, opens, to, false)
}

/** The link, if it signs anybody in here. */
const opening = (link: SignInLink | null) => (link?.open && link.persons.length > 0 ? link : null)

async function found(context: LinkContext): Promise<{ viewer: Viewer; link: SignInLink | null }> {
	const { deps, actor, now, params } = context
	const query = signInLinkQuery(await sha256(params.secret), await sha256(knownOf(context.request) ?? ''), now)
	const { viewer, data } = await readPage(deps.db, actor, null, now, query)
	return { viewer, link: data }
}

function isFresh({ person }: Viewer, now: Instant): boolean {
	return person !== null && now - person.authenticatedAt <= REAUTHENTICATE_AFTER_MS - TIME_TO_ACT_MS
}

/**
 * A link that signs nobody in here is still a way to the page for those who are signed in. From a letter's, a press brings a new
 * one to whoever got the letter.
 */
async function useless(
	context: LinkContext,
	viewer: Viewer,
	link: SignInLink | null,
	to: string | null,
	refusal?: Rejection,
): Promise<Response> {
	if (viewer.person !== null) return seeOther(to ?? href(routes.me))
	const frame = framed(context, viewer)
	if (!link || link.sentTo === null) return htmlResponse(<LinkGonePage frame={frame} to={to} />, 410)
	const { secret } = context.params
	const nonce = browserNonce(context)
	const page = (
		<LinkUsedPage
			frame={frame}
			secret={secret}
			proof={await proofOf(nonce, secret)}
			to={to}
			sentTo={maskedEmail(link.sentTo)}
			tooOld={link.tooOld}
			refusal={refusal && refusalSentence(frame.lang, refusal)}
		/>
	)
	return htmlResponse(page, refusal ? refusalStatus(refusal) : 410, [withNonce(nonce)])
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

/** The button. Uses the link, for the person on it; or has a new one sent to where the letter went. */
async function goOn(context: LinkContext): Promise<Response> {
	const { secret } = context.params
	const sent = await typedForm(context, 'public')
	if (!sent.ok) return errorResponse(context, STRANGER, 413)
	const form = linkForm.parse(fieldsOf(sent.value))
	const to = localPath(form.to)
	const nonce = nonceOf(context.request)
	if (nonce === null || form.proof !== (await proofOf(nonce, secret))) {
		const { viewer, link } = await found(context)
		const opens = opening(link)
		return opens ? ask(context, viewer, opens, to, true) : useless(context, viewer, link, to)
	}
	if (form.mail !== '') return mailAnew(context, nonce, to)
	const session = await redeemLink(context.deps, { secret, personId: form.person, browser: browserBefore(context) })
	// Pressed twice, the second finds it used: opening it again leads those who are signed in to where they wanted.
	return session.ok
		? entered(session.value, to)
		: seeOther(href(routes.signInLink, { secret }, { to: to ?? undefined }))
}

/** The same limits, and the same answer, as for who types the address; it is not said. */
async function mailAnew(context: LinkContext, nonce: string, to: string | null): Promise<Response> {
	const { viewer, link } = await found(context)
	const opens = opening(link)
	if (opens) return ask(context, viewer, opens, to, false)
	if (viewer.person !== null || !link || link.sentTo === null) return useless(context, viewer, link, to)
	const command = { email: link.sentTo, nonce, whence: whenceOf(context), unsaid: true }
	const asked = await askToSignIn(context.deps, command)
	return asked.ok ? onItsWay(context, asked.value, nonce, to) : useless(context, viewer, link, to, asked.reason)
}

export const linkRoutes: readonly Route[] = [
	route('GET', routes.signInLink, 'public', open),
	route('POST', routes.signInLink, 'public', goOn),
]
