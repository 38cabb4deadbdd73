import { type Mail, Unanswered } from '#mail/port.ts'
import type { Metered } from './budget.ts'
import type { Deliveries } from './deliver.ts'

/** Sends what may have been taken once more, and no further. */
export async function handOver({ mail: give }: Metered, mail: Mail): Promise<keyof Deliveries> {
	const once = () =>
		give(mail).then(
			() => 'sent' as const,
			(error: unknown) => (error instanceof Unanswered ? 'perhaps' : 'failed'),
		)
	const first = await once()
	return first === 'perhaps' ? once() : first
}
