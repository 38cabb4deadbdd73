import type { PersonId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { golden } from '#test/support/golden.ts'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import {
	type CoalitionWorld,
	granted,
	type OfBallot,
	openedBallot,
	SLUG,
	toldYesterday,
	type World,
} from '#test/support/world.ts'
import { sha256 } from '#usecases/hashing.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { form } from './load.ts'

/** Where the Worker believes it is. */
export const ORIGIN = 'http://samsvar.test'

const MONTH_MS = 30 * 24 * 60 * 60 * 1000

/** The coalition of the golden example, with that statement published, and ballots being held for each association to vote in. */
export async function createPlace(ballots: number) {
	const world = await createGoldenWorld()
	await publish(world)
	const open: OfBallot[] = []
	for (let count = 0; count < ballots; count += 1) {
		const start = {
			kind: 'response',
			language: 'sv',
			title: `Svar ${count + 1}`,
			track: 'full',
			inquiryId: null,
		} as const
		const { statementId } = granted(await startStatement(world.deps, world.order(world.chair, start))).value
		const edit = { do: 'write', blocks: golden.blocks } as const
		granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit })))
		await toldYesterday(world)
		open.push(await openedBallot(world, statementId))
	}
	// Who was asked to vote has had their mail by the time they do.
	await world.db.write([{ sql: 'UPDATE outbox SET delivered_at = ?', args: [world.clock.now] }])
	return { world, ballots: open }
}

/** The settings of the Worker on this world's database, with the world's clock going on from now. */
export const settingsOn = ({ clock }: Pick<World, 'clock'>, databaseUrl: string): Record<string, string> => ({
	ORIGIN,
	CODE_KEYS: `1:${'k'.repeat(43)}`,
	LIBSQL_URL: databaseUrl,
	// Nothing listens there: mail is not what is measured.
	MAIL_URL: 'https://127.0.0.1:9/',
	NOW: new Date(clock.now).toISOString(),
	NOW_SINCE: String(Date.now()),
})

/** The cookie of a browser in which the person is signed in. */
export async function signedIn({ db, clock }: CoalitionWorld, person: PersonId, now = clock.now): Promise<string> {
	const secret = crypto.randomUUID()
	const sql = 'INSERT INTO session (hash, person_id, created_at, authenticated_at, expires_at) VALUES (?, ?, ?, ?, ?)'
	await db.write([{ sql, args: [await sha256(secret), person, now, now, now + MONTH_MS] }])
	return `__Host-session=${secret}`
}

/** A vote of every association in every ballot, as the delegates' browsers send them. */
export async function votesIn({ world, ballots }: Awaited<ReturnType<typeof createPlace>>): Promise<string[]> {
	const members = await Promise.all(
		world.members.map(async ({ associationId, delegate }) => ({
			associationId,
			cookie: await signedIn(world, delegate),
		})),
	)
	return ballots.flatMap(({ statementId, ballotId, textHash }) =>
		members.map(({ associationId, cookie }) => {
			const path = href(routes.votes, { coalition: SLUG, statement: statementId, ballot: ballotId })
			const fields = { key: crypto.randomUUID(), associationId, choice: 'yes', signs: '1', textHash }
			return form(path, { cookie, origin: ORIGIN }, fields)
		}),
	)
}
