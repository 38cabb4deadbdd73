import { composeNewWayIn } from '#mail/new-way-in.ts'
import type { Mail } from '#mail/port.ts'
import { eachInTurn } from '#usecases/each-in-turn.ts'
import { sha256 } from '#usecases/hashing.ts'
import { noteTold, type Telling, takeTellings } from '#usecases/person/tellings.ts'
import type { Metered } from './budget.ts'
import type { Deliveries } from './deliver.ts'
import { handOver } from './hand-over.ts'

/** How many new cards and tokens one run tells of: it leaves something of what a run may use to the others. */
const IN_ONE_RUN = 5
/** Taking them on. */
const AROUND = 2
/** To one address, tried twice, and noted; more addresses cost more. */
const FOR_ONE = 3

/**
 * Tells people by mail of cards and tokens that were made in their name: whoever makes one for another must not be the only one
 * who knows. What was not taken is tried again.
 */
export async function tell(deps: Metered): Promise<Deliveries> {
	const tally = { sent: 0, failed: 0, perhaps: 0 }
	const room = Math.floor((deps.budget.left() - AROUND) / FOR_ONE)
	const tellings = room > 0 ? await takeTellings(deps, Math.min(room, IN_ONE_RUN)) : []
	await eachInTurn(tellings, async (telling) => {
		const outcomes = await Promise.all(
			telling.emails.map(async (to) => handOver(deps, await mailOf(deps, telling, to))),
		)
		for (const outcome of outcomes) tally[outcome] += 1
		if (outcomes.length === 0 || outcomes.some((outcome) => outcome !== 'failed')) await noteTold(deps, [telling])
	})
	return tally
}

async function mailOf({ origin }: Metered, { emails: _all, ...telling }: Telling, to: string): Promise<Mail> {
	const id = (await sha256(`telling:${telling.what} ${telling.key} ${to}`)).slice(0, 32)
	return composeNewWayIn({ ...telling, id, to, origin })
}
