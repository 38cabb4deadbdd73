import { composeNewWayIn } from '#mail/new-way-in.ts'
import { noteTold, type Telling, takeTellings } from '#usecases/person/tellings.ts'
import type { Deliveries, JobDeps } from './deliver.ts'

/** How many new cards and tokens one run tells of. Each mail and each round trip is one request of the few a run may make. */
const IN_ONE_RUN = 5

/**
 * Tells people by mail of cards and tokens that were made in their name: whoever makes one for another must not be the only one
 * who knows. What was not taken is tried again.
 */
export async function tell(deps: JobDeps): Promise<Deliveries> {
	const tellings = await takeTellings(deps, IN_ONE_RUN)
	const told: Telling[] = []
	const tally = { sent: 0, failed: 0 }
	for (const telling of tellings) {
		const { emails, ...letter } = telling
		const answers = await Promise.all(
			emails.map((to) =>
				deps.mail(composeNewWayIn({ ...letter, to, origin: deps.origin })).then(
					() => true,
					() => false,
				),
			),
		)
		const sent = answers.filter(Boolean).length
		tally.sent += sent
		tally.failed += emails.length - sent
		if (sent > 0 || emails.length === 0) told.push(telling)
	}
	await noteTold(deps, told)
	return tally
}
