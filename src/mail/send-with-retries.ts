import type { Mail, SendMail } from './port.ts'

/** Pauses between attempts. Milliseconds. */
const PAUSES_MS = [500, 2_000]

/** Sends a mail that is in no outbox, trying again a few times while its reader waits for it. */
export async function sendWithRetries(
	send: SendMail,
	mail: Mail,
	pauses: readonly number[] = PAUSES_MS,
): Promise<void> {
	for (const pause of pauses) {
		const taken = await send(mail).then(
			() => true,
			() => false,
		)
		if (taken) return
		await new Promise((resolve) => setTimeout(resolve, pause))
	}
	await send(mail)
}
