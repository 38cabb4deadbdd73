import type { Client } from '@libsql/client/web'
import { CHOICES } from '#domain/deciding/ballot.ts'
import { rebuild } from '#local/rebuild.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { snapshot } from '#test/support/snapshot.ts'
import type { Place } from './place.ts'
import { type Model, slotOf } from './voters.ts'

export type Verdict = {
	/** Votes that were acknowledged and are not there. */
	readonly lost: number
	/** Acts and events that are there more than once, or under keys that nobody sent. */
	readonly doubled: number
	/** Associations whose vote is another than they were told last. */
	readonly strayed: number
	/** What else is not as it should be. */
	readonly wrong: readonly string[]
}

/** Holds the database against what was acknowledged. Its ballots are closed. */
export async function verdictOn(client: Client, place: Place, model: Model): Promise<Verdict> {
	const acts = await allRows(
		client,
		`SELECT key, COUNT(event.position) AS events FROM act
		LEFT JOIN event ON event.act_id = act.id WHERE kind = 'castVote' GROUP BY act.id`,
	)
	const kept = new Set(acts.map(({ key }) => String(key)))
	const wrong = [...model.wrong.map((status) => `somebody was answered ${status}`)]
	const holds = (what: string, is: unknown, should: unknown) => {
		if (JSON.stringify(is) !== JSON.stringify(should))
			wrong.push(`${what}: ${JSON.stringify(is)}, not ${JSON.stringify(should)}`)
	}
	let strayed = 0
	for (const { ballotId } of place.ballots) {
		const votes = await allRows(client, 'SELECT association_id, choice FROM vote WHERE ballot_id = ?', [ballotId])
		const found = new Map(votes.map(({ association_id, choice }) => [slotOf(ballotId, String(association_id)), choice]))
		for (const { associationId } of place.voters) {
			const slot = slotOf(ballotId, associationId)
			const said = model.said.get(slot)
			const may = [said?.last, ...(said?.unanswered ?? [])]
			if (!may.some((choice) => choice === found.get(slot))) strayed += 1
		}
		const cast = [...found.values()]
		const count = Object.fromEntries(CHOICES.map((choice) => [choice, cast.filter((one) => one === choice).length]))
		const [ballot] = await allRows(client, 'SELECT outcome FROM ballot WHERE id = ?', [ballotId])
		const { yes, no, abstain, silent } = JSON.parse(String(ballot?.outcome))
		holds('a tally', { yes, no, abstain, silent }, { ...count, silent: place.voters.length - cast.length })
	}
	holds('the database', await allRows(client, 'PRAGMA integrity_check'), [{ integrity_check: 'ok' }])
	const gaps = 'FROM (SELECT 1 FROM event GROUP BY stream HAVING MIN(seq) <> 1 OR MAX(seq) <> COUNT(*))'
	holds('streams with gaps', await countOf(client, gaps), 0)
	const own = await countOf(
		client,
		"FROM event WHERE coalition_id = (SELECT coalition_id FROM slug WHERE slug = 'another')",
	)
	holds('events of the imported coalition', own, place.exported.events)
	const before = await snapshot(client)
	await rebuild(client)
	holds('tables made anew', await snapshot(client), before)
	return {
		lost: [...model.acknowledged].filter((key) => !kept.has(key)).length,
		doubled:
			acts.length - kept.size + acts.filter(({ key, events }) => events !== 1 || !model.sent.has(String(key))).length,
		strayed,
		wrong,
	}
}
