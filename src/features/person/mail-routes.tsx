import type { Context } from '#http/context.ts'
import { nonceOf } from '#http/cookies.ts'
import { localPath } from '#http/local-path.ts'
import { page } from '#http/page.tsx'
import { languageFor, seeOther } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { sendWithRetries } from '#mail/send-with-retries.ts'
import { composeSignIn } from '#mail/sign-in.ts'
import { ownSignInQuery, waitingAddressQuery } from '#read/person/sign-in.ts'
import { href, routes } from '#routes'
import { sha256 } from '#usecases/hashing.ts'
import { showCode } from '#usecases/person/secrets.ts'
import { ASKED_MS, type Asked, askToSignIn, takeMailTurn } from '#usecases/person/sign-in.ts'
import { redeemCode } from '#usecases/person/sign-in-code.ts'
import { CodePage } from './code-page.tsx'
import { browserBefore, browserNonce, entered, STRANGER, whenceOf, withNonce } from './entering.ts'
import { sentForm } from './sent-form.ts'
import { askForm, codeForm } from './sign-in-forms.ts'
import { SignInPage } from './sign-in-page.tsx'
import { wantedPath } from './wanted-path.ts'

const signInPage = page({
	path: routes.signIn,
	access: 'public',
	load: ({ actor, now }) => ownSignInQuery(actor, now),
	view: (view) => SignInPage({ ...view, to: wantedPath(view), again: view.query.has('again') }),
})

const codePage = page({
	path: routes.signInCode,
	access: 'public',
	load: async ({ request, now }) => waitingAddressQuery(await sha256(nonceOf(request) ?? ''), now),
	view: (view) => CodePage({ ...view, to: wantedPath(view) }),
})

/** The answer is the same, and takes the same, whether or not anybody has the address: the mail is sent afterwards. */
async function ask(context: Context): Promise<Response> {
	const sent = await sentForm(context, signInPage, askForm)
	if ('again' in sent) return sent.again
	const { typed, input } = sent
	const nonce = browserNonce(context)
	const asked = await askToSignIn(context.deps, { email: input.email, nonce, whence: whenceOf(context) })
	if (!asked.ok) return signInPage.again(context, typed, [asked.reason])
	const to = localPath(input.to)
	context.deps.background(sendMail(context, asked.value, to))
	return seeOther(href(routes.signInCode, {}, { to: to ?? undefined }), [withNonce(nonce)])
}

/** Past the outbox: a code that rests in the database rests in its backups. */
async function sendMail(context: Context, asked: Asked, path: string | null): Promise<void> {
	const { deps } = context
	if (!(await takeMailTurn(deps, asked))) return
	const { email, linkSecret, code } = asked
	const mail = composeSignIn({
		id: deps.newId('random'),
		to: email,
		language: languageFor(context, STRANGER),
		origin: deps.origin,
		linkSecret,
		code: showCode(code),
		validForMinutes: ASKED_MS / 60_000,
		path,
	})
	await sendWithRetries(deps.mail, mail)
}

async function typeCode(context: Context): Promise<Response> {
	const sent = await sentForm(context, codePage, codeForm)
	if ('again' in sent) return sent.again
	const { typed, input } = sent
	const { code, to } = input
	const nonce = nonceOf(context.request) ?? ''
	const redeemed = await redeemCode(context.deps, { nonce, code, browser: browserBefore(context) })
	if (!redeemed.ok) return codePage.again(context, typed, [redeemed.reason])
	const path = localPath(to)
	if ('chooser' in redeemed.value) {
		return seeOther(href(routes.signInLink, { secret: redeemed.value.chooser }, { to: path ?? undefined }))
	}
	return entered(redeemed.value, path)
}

export const mailRoutes: readonly Route[] = [
	signInPage,
	route('POST', routes.signIn, 'public', ask),
	codePage,
	route('POST', routes.signInCode, 'public', typeCode),
]
