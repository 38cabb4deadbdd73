import { GIVEN_UP_AFTER_MS } from '#domain/kernel/telling.ts'
import type { DeliveryOutcome } from '#domain/publication/facts.ts'
import { MEDIA_TYPE_OF } from '#domain/publication/pack.ts'
import { madeAnew, publishedFile } from '#export/letter/published-file.ts'
import { type Enclosed, type Mail, type Pack, Refused } from '#mail/port.ts'
import { publishedPaperQuery } from '#read/publication/published-paper.ts'
import { href, routes } from '#routes'
import { eachInTurn } from '#usecases/each-in-turn.ts'
import { sha256OfBytes } from '#usecases/hashing.ts'
import { takeNotifications } from '#usecases/outbox.ts'
import { replyAddress } from '#usecases/publication/reply-address.ts'
import { type DueResponse, dueResponses, noteDelivery } from '#usecases/publication/send-response.ts'
import type { Metered } from './budget.ts'
import type { Deliveries } from './deliver.ts'

/** Each makes files, which costs more than mail does; the others come a minute later. */
const IN_ONE_RUN = 3
/** Round trips: taking it, reading what it encloses and the logo, sending it, and noting what came of that in two. */
const FOR_ONE = 6

type Ended = { readonly outcome: DeliveryOutcome; readonly said: string }

/**
 * Hands over what was sent to whoever asked for it, under the same Message-ID at every attempt, for a week. Whether a server that went
 * silent took it is not known, and it is sent again: whoever gets the same letter twice sees that it is the same, and whoever gets
 * none loses its answer. `given`: those that are due, where they are known.
 */
export async function deliverResponses(deps: Metered, given?: readonly DueResponse[]): Promise<Deliveries> {
	const tally = { sent: 0, failed: 0, perhaps: 0 }
	if (deps.budget.left() <= FOR_ONE || !deps.budget.inTime()) return tally
	await eachInTurn((given ?? (await dueResponses(deps, IN_ONE_RUN))).slice(0, IN_ONE_RUN), async (due) => {
		if (deps.budget.left() < FOR_ONE || !deps.budget.inTime()) return
		const [row] = await takeNotifications(deps, [due.row])
		if (!row) return
		const ended = await handOver(deps, due)
		tally[ended?.outcome === 'taken' ? 'sent' : 'failed'] += 1
		if (ended === null) return
		const { id: responseId } = due.letter
		await noteDelivery(
			deps,
			{
				actor: { by: 'clock' },
				coalition: due.coalition,
				key: { value: `delivered:${responseId}`, kind: 'strict' },
				command: { responseId, ...ended },
			},
			row.id,
		)
	})
	return tally
}

/** What came of one attempt; null: it is tried again. */
async function handOver(deps: Metered, due: DueResponse): Promise<Ended | null> {
	const files = await filesOf(deps, due)
	if (files === null) return { outcome: 'changed', said: '' }
	try {
		await deps.mail(letterOf(due, files, await repliesTo(deps, due)))
		return { outcome: 'taken', said: '' }
	} catch (error) {
		if (error instanceof Refused) return { outcome: 'refused', said: error.address ?? error.code }
		const isOver = deps.now() - due.row.createdAt > GIVEN_UP_AFTER_MS
		return isOver ? { outcome: 'givenUp', said: '' } : null
	}
}

/**
 * The files as they were confirmed: as they are kept, or made anew where that gives them. Null where neither does, or what they were
 * made from is not there.
 */
async function filesOf(deps: Metered, { coalition, year, number, letter }: DueResponse): Promise<Enclosed[] | null> {
	const [found] = await deps.db.read(publishedPaperQuery(coalition, year, number))
	if (!found?.paper) return null
	const at = { coalition: found.coalition.slug, year: String(year), number: String(number) }
	const from = { address: deps.origin + href(routes.published, at), files: deps.files ?? null }
	const made: Enclosed[] = []
	for (const { kind, name, sha256 } of letter.files) {
		const isIt = async (bytes: Uint8Array<ArrayBuffer>) => (await sha256OfBytes(bytes)) === sha256
		let { bytes } = await publishedFile(kind, found.paper, from)
		// What was confirmed while it could not be kept is not what was kept later, by another version.
		if (!(await isIt(bytes))) bytes = (await madeAnew(kind, found.paper, from)).bytes
		if (!(await isIt(bytes))) return null
		made.push({ name, type: MEDIA_TYPE_OF[kind], bytes })
	}
	return made
}

/** Where it is answered, where mail that comes in leads here. */
async function repliesTo(deps: Metered, { coalition, letter }: DueResponse): Promise<Partial<Pack>> {
	if (deps.intakeDomain === undefined) return {}
	const replyTo = await replyAddress(deps, coalition, letter.id, deps.intakeDomain)
	return deps.intakeReturns ? { replyTo, returnTo: replyTo } : { replyTo }
}

function letterOf({ letter }: DueResponse, files: readonly Enclosed[], answers: Partial<Pack>): Mail {
	const { id, to, copyTo, subject, cover } = letter
	const [first = '', ...alsoTo] = to
	return { id, to: first, subject, text: `${cover}\n`, pack: { alsoTo, copyTo, files, ...answers } }
}
