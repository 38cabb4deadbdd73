import { type Mail, type SendMail, Unanswered } from './port.ts'

/** Pauses between attempts. Milliseconds. */
const PAUSES_MS = [500, 2_000]

/**
 * Sends a mail that is in no outbox, trying again a few times while its reader waits for it. One that may have been taken is
 * sent once more and no further.
 */
export async function sendWithRetries(
	send: SendMail,
	mail: Mail,
	pauses: readonly number[] = PAUSES_MS,
): Promise<void> {
	let unanswered = 0
	for (let attempt = 0; ; attempt += 1) {
		try {
			return await send(mail)
		} catch (error) {
			const pause = pauses[attempt]
			unanswered += error instanceof Unanswered ? 1 : 0
			if (pause === undefined || unanswered > 1) throw error
			await new Promise((resolve) => setTimeout(resolve, pause))
		}
	}
}
