import type { Context } from '#http/context.ts'
import { nonceOf } from '#http/cookies.ts'
import { localPath } from '#http/local-path.ts'
import { page } from '#http/page.tsx'
import { seeOther } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { ownSignInQuery, waitingAddressQuery } from '#read/person/sign-in.ts'
import { href, routes } from '#routes'
import { sha256 } from '#usecases/hashing.ts'
import { askToSignIn } from '#usecases/person/sign-in.ts'
import { redeemCode } from '#usecases/person/sign-in-code.ts'
import { onItsWay } from './asked-mail.ts'
import { CodePage } from './code-page.tsx'
import { browserBefore, browserNonce, entered, whenceOf } from './entering.ts'
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
	return onItsWay(context, asked.value, nonce, to)
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
