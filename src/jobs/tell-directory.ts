import { composeDirectoryMail } from '#mail/directory.ts'
import type { Mail } from '#mail/port.ts'
import { eachInTurn } from '#usecases/each-in-turn.ts'
import { sha256 } from '#usecases/hashing.ts'
import { addressSecret } from '#usecases/person/address-secret.ts'
import { type DirectoryMail, isLastAttempt, noteMailed, takeDirectoryMails } from '#usecases/person/directory-mails.ts'
import type { Metered } from './budget.ts'
import type { Deliveries } from './deliver.ts'
import { handOver } from './hand-over.ts'

/** How many of them one run sends: it leaves something of what a run may use to the others. */
const IN_ONE_RUN = 5
/** Taking them on. */
const AROUND = 2
/** Sending one, twice where nobody said whether it was taken, and noting it. */
const FOR_ONE = 3

/** Sends what is to be said of names and addresses to the addresses themselves. What was not taken is tried again for a week. */
export async function tellOfDirectory(deps: Metered): Promise<Deliveries> {
	const tally = { sent: 0, failed: 0, perhaps: 0 }
	const room = Math.floor((deps.budget.left() - AROUND) / FOR_ONE)
	const mails = room > 0 ? await takeDirectoryMails(deps, Math.min(room, IN_ONE_RUN)) : []
	await eachInTurn(mails, async (mail) => {
		const outcome = await handOver(deps, await written(deps, mail))
		tally[outcome] += 1
		if (outcome !== 'failed' || isLastAttempt(mail, deps.now())) await noteMailed(deps, mail)
	})
	return tally
}

async function written(deps: Metered, { about: change, kind, email: to, ...mail }: DirectoryMail): Promise<Mail> {
	const id = (await sha256(`directory:${change} ${kind} ${to}`)).slice(0, 32)
	const secret = await addressSecret(deps, kind === 'confirm' ? 'new' : 'former', change)
	return composeDirectoryMail({ ...mail, id, kind, to, change, secret, origin: deps.origin })
}
