import type { Context } from '#http/context.ts'
import { languageFor, seeOther } from '#http/respond.tsx'
import { sendWithRetries } from '#mail/send-with-retries.ts'
import { composeSignIn } from '#mail/sign-in.ts'
import { href, routes } from '#routes'
import { showCode } from '#usecases/person/secrets.ts'
import { ASKED_MS, type Asked, takeMailTurn } from '#usecases/person/sign-in.ts'
import { STRANGER, withNonce } from './entering.ts'

/** To where the code is typed. The answer takes the same whether or not a mail goes: that is seen to afterwards. */
export function onItsWay(context: Context, asked: Asked, nonce: string, to: string | null): Response {
	context.deps.background(sendMail(context, asked, to))
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
