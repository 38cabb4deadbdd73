import { Unanswered } from '#mail/port.ts'
import { readNotifications } from '#read/notifications.ts'
import { eachInTurn, throwAll } from '#usecases/each-in-turn.ts'
import {
	dueNotifications,
	noteProgress,
	type OutboxRow,
	type Outcome,
	putBack,
	type TakenRow,
	takeNotifications,
} from '#usecases/outbox.ts'
import type { Budget, Metered } from './budget.ts'
import { type Bundle, bundleOf, type Unwritten, type Written, writeLetters } from './letters.ts'

/** `perhaps`: given up, because twice nobody said whether they were taken. */
export type Deliveries = { readonly sent: number; readonly failed: number; readonly perhaps: number }

/** How many letters are under way at once. The runtime allows six open connections; the database needs one. */
const AT_ONCE = 4
/** Rows that are known to be due at once: those of most runs. */
const KNOWN = 500
/** Rows that are taken on together, few enough to be read in one round trip. */
const TOGETHER = 50
/** Round trips beside those of each letter: taking rows on is two, reading them, their links, the first letters, what is put back. */
const AROUND = 6
/** Sending it, and noting what came of it. */
const FOR_ONE_LETTER = 2

/**
 * Delivers what lies in the outbox and is due, as far as the budget goes. Mail is written only now, from what is so now.
 *
 * @throws what could not be read or written, when all others have gone: it waits as what was refused does.
 */
export async function deliver(deps: Metered): Promise<Deliveries> {
	const tally = { sent: 0, failed: 0, perhaps: 0 }
	const failures: unknown[] = []
	await deliverDue(deps, tally, failures).catch((error: unknown) => failures.push(error))
	throwAll(failures)
	return tally
}

async function deliverDue(deps: Metered, tally: Tally, failures: unknown[]): Promise<void> {
	let due: OutboxRow[] = []
	let mayBeMore = true
	for (;;) {
		const room = deps.budget.inTime() ? roomFor(deps.budget) : 0
		const limit = Math.min(room, TOGETHER)
		if (limit <= 0) return
		if (due.length === 0 && mayBeMore) {
			due = await dueNotifications(deps, KNOWN)
			mayBeMore = due.length === KNOWN
		}
		if (due.length === 0) return
		const rows = await takeNotifications(deps, due.splice(0, limit))
		if (rows.length === 0) continue
		const { bundles, used } = await bundlesOf(deps, rows).then(
			(together) => ({ bundles: together, used: 0 }),
			async (error: unknown) => ({
				bundles: await bundlesApart(deps, rows, error, failures),
				used: Math.ceil(rows.length / FOR_ONE_LETTER),
			}),
		)
		await deliverBundles(deps, bundles, Math.max(0, room - used), tally, failures)
	}
}

async function bundlesOf(deps: Metered, rows: readonly TakenRow[]): Promise<Bundle[]> {
	const notifications = await readNotifications(deps.db, rows, deps.now())
	return rows.map((row, index) => bundleOf(row, notifications[index] ?? null))
}

/**
 * The same, each read by itself, so that one that cannot be read keeps no other back. Those that there is no time for are put back.
 * `together`: what failed when they were read together, which is told where none fails by itself.
 */
async function bundlesApart(
	deps: Metered,
	rows: readonly TakenRow[],
	together: unknown,
	failures: unknown[],
): Promise<Bundle[]> {
	const bundles: Bundle[] = []
	const unread: TakenRow[] = []
	await eachInTurn(rows, async (row) => {
		if (deps.budget.inTime()) bundles.push(...(await bundlesOf(deps, [row])))
		else unread.push(row)
	}).then(
		() => failures.push(together),
		(error: unknown) => failures.push(error),
	)
	await putBack(deps, unread)
	return bundles
}

/** How many letters can be sent, all round trips around them included. */
const roomFor = ({ left }: Budget) => Math.floor((left() - AROUND) / FOR_ONE_LETTER)

type Tally = { -readonly [Name in keyof Deliveries]: Deliveries[Name] }

/** Sends as many letters as there is room and time for, and puts back the rows of the others. */
async function deliverBundles(
	deps: Metered,
	bundles: readonly Bundle[],
	room: number,
	tally: Tally,
	failures: unknown[],
): Promise<void> {
	const letters = bundles.flatMap((bundle) => bundle.letters)
	const { written, unwritten } = await writeLetters(deps, letters.slice(0, room))
	failures.push(...unwritten.map(({ error }) => error))
	const queue = [...written]
	const rows = openRows(bundles, unwritten)
	const nothingToSay = bundles.filter((bundle) => bundle.letters.length === 0).flatMap(({ covers }) => covers)
	const first = queue.splice(0, AT_ONCE)
	await noteProgress(deps, { begun: first.map(({ key }) => key), finished: nothingToSay })
	const sendFrom = async (begun: Written) => {
		for (let letter: Written | undefined = begun; letter !== undefined; ) {
			const outcome = await send(deps, letter)
			tally[outcome === 'taken' ? 'sent' : isGivenUp(letter, outcome) ? 'perhaps' : 'failed'] += 1
			// What came of this one is known before the next is begun, in the same round trip.
			const next: Written | undefined = deps.budget.inTime() ? queue.shift() : undefined
			await noteProgress(deps, {
				ended: [{ letter: letter.key, outcome }],
				begun: next ? [next.key] : [],
				finished: rows.finishedBy(letter, outcome),
			})
			letter = next
		}
	}
	const ways = await Promise.allSettled(first.map(sendFrom))
	const unsent = new Set([...queue, ...letters.slice(room)].map(({ row }) => row.id))
	const ends = await Promise.allSettled([putBack(deps, rows.withoutFault(unsent))])
	throwAll([...ways, ...ends].flatMap((end) => (end.status === 'rejected' ? [end.reason] : [])))
}

const isGivenUp = ({ key }: Written, outcome: Outcome) => outcome === 'unsure' && key.unsure

/** The address may be wrong or the way there broken: kept in the row as an attempt, and told by the tally. */
async function send(deps: Metered, { mail }: Written): Promise<Outcome> {
	return deps.mail(mail).then(
		() => 'taken',
		(error: unknown) => (error instanceof Unanswered ? 'unsure' : 'refused'),
	)
}

/** Keeps how many letters of each row are still to go, and of which one was at fault. */
function openRows(bundles: readonly Bundle[], unwritten: readonly Unwritten[]) {
	const faulty = new Set(unwritten.map(({ row }) => row.id))
	const rows = new Map(
		bundles.map(({ row, covers, letters }) => [
			row.id,
			{ row, covers, open: letters.length, fault: faulty.has(row.id) },
		]),
	)
	return {
		/** What of the outbox nothing remains to do about, now that this has come of the letter. */
		finishedBy: (letter: Written, outcome: Outcome): readonly number[] => {
			const at = rows.get(letter.row.id)
			if (!at) return []
			const done = outcome === 'taken' || isGivenUp(letter, outcome)
			at.open -= done ? 1 : 0
			at.fault ||= !done
			return at.open === 0 ? at.covers : []
		},
		/** Those that wait for nothing but room. What was refused or could not be written waits longer. */
		withoutFault: (ids: ReadonlySet<number>) =>
			[...rows.values()].filter(({ row, fault }) => ids.has(row.id) && !fault).map(({ row }) => row),
	}
}
