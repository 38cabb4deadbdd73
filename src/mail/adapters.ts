import type { Environment } from '#env'
import type { SendMail } from './port.ts'

/** Hands mail to the mailbox of the local runner. */
export function mailAdapter(env: Environment): SendMail {
	const { MAILBOX: mailbox } = env
	return async (mail) => {
		if (!mailbox) throw new Error('no way to send mail is set')
		const response = await mailbox.fetch(
			new Request('http://mailbox.local/', { method: 'POST', body: JSON.stringify(mail) }),
		)
		if (!response.ok) throw new Error(`the mailbox answered ${response.status}`)
	}
}
