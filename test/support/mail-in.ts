import type { IncomingMail } from '#features/inquiry/incoming-mail.ts'
import { takeMail } from '#features/inquiry/take-mail.ts'
import type { Elsewhere } from '#intake/elsewhere.ts'
import { type RawMail, rawMail } from '#local/raw-mail.ts'
import { ORIGIN } from './app.ts'
import { type CoalitionWorld, SLUG } from './world.ts'

const TO = `${SLUG}@remiss.example.org`
const CHAIR = 'ove@example.org'
export const LETTER = 'Remiss av betänkandet God vård\n\nRemissvaren ska ha kommit in senast den 14 november 2022.'

/** What came in beside what a mail says of itself: the size it is said to have, its bytes, whether files have a place, and who reads. */
type Arrival = Partial<RawMail> & {
	readonly size?: number
	readonly raw?: Uint8Array<ArrayBuffer>
	readonly withoutFiles?: boolean
	readonly reader?: Elsewhere
}

/** A mail from the chair, where nothing else is said, as the envelope says. Gives why it was rejected, or null. */
export async function arrives(world: CoalitionWorld, mail: Arrival): Promise<string | null> {
	const whole = { from: CHAIR, to: TO, subject: 'Remiss', text: LETTER, ...mail }
	const raw = mail.raw ?? rawMail(whole)
	let rejected: string | null = null
	const incoming: IncomingMail = {
		from: whole.from,
		to: whole.to,
		headers: new Headers(whole.headers ?? {}),
		raw: new Blob([raw]).stream(),
		rawSize: whole.size ?? raw.length,
		setReject: (reason) => {
			rejected = reason
		},
	}
	const deps = {
		...world.deps,
		files: mail.withoutFiles ? null : world.deps.files,
		mail: async () => undefined,
		origin: ORIGIN,
		sourceCode: undefined,
		intakeAuthserv: 'mx.cloudflare.net',
		reader: mail.reader,
	}
	await takeMail(deps, incoming)
	return rejected
}
