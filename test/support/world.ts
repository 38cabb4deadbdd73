import { type Database, database } from '#db/client.ts'
import { idsBy } from '#db/new-id.ts'
import { newSalt } from '#db/new-salt.ts'
import type { Preset } from '#domain/deciding/bylaws.ts'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { AssociationId, BallotId, Instant, PersonId, SeatId, StatementId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import type { Files } from '#files/port.ts'
import { type Direct, startTestServer, type TestServer } from '#local/libsql/test-server.ts'
import { migrate } from '#local/migrate.ts'
import { openBallot } from '#usecases/deciding/open-ballot.ts'
import { addAssociation, createCoalition, giveSeat } from '#usecases/members/manage-coalition.ts'
import type { RunLimits } from '#usecases/outbox.ts'
import type { Order } from '#usecases/perform.ts'
import type { CodeDeps } from '#usecases/person/codes.ts'
import { createPerson } from '#usecases/person/people.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { type TestFiles, testFiles } from './files.ts'
import { codeOf, granted } from './result.ts'
import { templateOf } from './template.ts'

export { codeOf, granted }

export const HOUR = 60 * 60 * 1000
export const DAY = 24 * HOUR

/** A migrated database behind its real server, a clock that stands until it is moved, and an operator. */
export type World = AsyncDisposable & {
	readonly server: TestServer
	readonly db: Database
	readonly deps: CodeDeps & { readonly files: Files | null; readonly run: RunLimits }
	/** What is kept of files. */
	readonly store: TestFiles
	readonly clock: { now: Instant }
	readonly operator: PersonId
	/** Waited for before the database goes. */
	readonly atEnd: (() => Promise<void>)[]
	/** An order to a use case in the name of a person, under a fresh strict key unless one is given. */
	readonly order: <Command>(person: PersonId, command: Command, key?: string, coalition?: string) => Order<Command>
	readonly formOrder: <Command>(person: PersonId, command: Command, key: string, coalition?: string) => Order<Command>
}

export type Member = {
	readonly associationId: AssociationId
	readonly name: string
	readonly delegate: PersonId
	readonly delegateSeat: SeatId
}

export type CoalitionWorld = World & { readonly chair: PersonId; readonly members: readonly Member[] }

/** What of a world is not in its database. */
type Established = Pick<CoalitionWorld, 'operator' | 'chair' | 'members'>

/** By which codes are hashed in tests. */
const CODE_KEYS = [{ id: '1', secret: 'a secret of tests that is long enough' }]

export const SLUG = 'nsph-stockholm'

const START = swedishInstant('2022-10-03', '09:00')

/** `direct`: which requests to the database are handed over in this process. All: for what asks thousands of them one by one. */
export async function createWorld(start: Instant = START, direct: Direct = 'alone'): Promise<World> {
	const template = await templateOf('migrated', async ({ database: file }) => {
		await using server = await startTestServer()
		await migrate(server.client)
		await saveAs(file, server)
		return true
	})
	const server = await startTestServer({ template: template?.database, direct })
	if (template === undefined) await migrate(server.client)
	return worldOn(server, start)
}

/** The whole of a database as a file, for whoever copies it. */
export const saveAs = (file: string, { client }: TestServer) => client.execute({ sql: 'VACUUM INTO ?', args: [file] })

/** What a database is the world of. `known`: its operator, where there is one. */
export async function worldOn(server: TestServer, start: Instant, known?: PersonId): Promise<World> {
	const clock = { now: start }
	const now = () => clock.now
	const newId = idsBy(now)
	const store = testFiles()
	const run = { requests: 50, ms: 45_000 }
	const deps = { db: database(server.client), now, newId, newSalt, files: store.files, codeKeys: CODE_KEYS, run }
	const operator = known ?? granted(await createPerson(deps, { name: 'Olle Operatör', emails: [], operator: true }))
	const atEnd: (() => Promise<void>)[] = []
	const freshKey = () => `key-${newId()}`
	const actor = (id: PersonId) => ({ by: 'person', id }) as const
	return {
		server,
		db: deps.db,
		deps,
		store,
		clock,
		operator,
		order: (person, command, key = freshKey(), coalition = SLUG) => ({
			actor: actor(person),
			coalition,
			key: { value: key, kind: 'strict' },
			command,
		}),
		formOrder: (person, command, key, coalition = SLUG) => ({
			actor: actor(person),
			coalition,
			key: { value: key, kind: 'form' },
			command,
		}),
		atEnd,
		[Symbol.asyncDispose]: async () => {
			for (const end of atEnd) await end()
			await store[Symbol.asyncDispose]()
			await server[Symbol.asyncDispose]()
		},
	}
}

/** What `make` gives, made once in a run of the tests and copied: it leaves the clock where it was, and keeps no files. */
export async function copiedWorld(
	name: string,
	make: () => Promise<CoalitionWorld>,
	direct: Direct = 'alone',
): Promise<CoalitionWorld> {
	const template = await templateOf<Established>(name, async ({ database: file }) => {
		await using world = await make()
		await saveAs(file, world.server)
		const { operator, chair, members } = world
		return { operator, chair, members }
	})
	if (template === undefined) return make()
	const { database: file, known } = template
	return { ...(await worldOn(await startTestServer({ template: file, direct }), START, known.operator)), ...known }
}

/** A coalition with a chair and as many associations as named, each with a delegate. */
export const createCoalitionWorld = (
	names: readonly string[] = ['Attention', 'AnBo', 'Shedo'],
	preset: Preset = 'standard',
	direct: Direct = 'alone',
): Promise<CoalitionWorld> =>
	copiedWorld(`coalition ${preset} ${JSON.stringify(names)}`, () => makeCoalitionWorld(names, preset), direct)

async function makeCoalitionWorld(names: readonly string[], preset: Preset): Promise<CoalitionWorld> {
	const world = await createWorld()
	const { deps, order, operator } = world
	const chair = granted(await createPerson(deps, { name: 'Ove Ordförande', emails: ['ove@example.org'] }))
	const settings = {
		name: 'NSPH Stockholms län',
		seriesPrefix: 'NSPH-SL',
		preset,
		language: 'sv',
		listed: true,
	} as const
	granted(await createCoalition(deps, order(operator, { settings, demo: false, chair }), []))
	const members: Member[] = []
	for (const name of names) {
		const { associationId } = granted(await addAssociation(deps, order(chair, { name, area: 'Psykisk hälsa' }))).value
		members.push({ associationId, name, ...(await seatDelegate(world, chair, associationId, name)) })
	}
	return { ...world, chair, members }
}

async function seatDelegate(
	{ deps, order, clock }: World,
	chair: PersonId,
	associationId: AssociationId,
	name: string,
) {
	const delegate = granted(
		await createPerson(deps, { name: `Disa ${name}`, emails: [`${name.toLowerCase()}@example.org`] }),
	)
	const seat = {
		personId: delegate,
		associationId,
		role: 'delegate',
		from: clock.now,
		until: null,
		invite: false,
	} as const
	const { seatId } = granted(await giveSeat(deps, order(chair, seat))).value
	return { delegate, delegateSeat: seatId }
}

export const BLOCKS: readonly Block[] = [
	{ kind: 'paragraph', text: 'Vi är positiva till förslaget.' },
	{ kind: 'position', text: 'Brukarrepresentanter ska vara arvoderade.' },
	{ kind: 'position', text: 'Föreningarna ska ha en långsiktig finansiering.' },
	{ kind: 'signature', text: 'För NSPH Stockholms län; Siv Signatär, Ordförande' },
]

/** A statement in drafting with a text. */
export async function draftStatement(
	{ deps, order, chair }: CoalitionWorld,
	blocks: readonly Block[] = BLOCKS,
): Promise<StatementId> {
	const command = { kind: 'response', language: 'sv', title: 'Ett svar', track: 'full', inquiryId: null } as const
	const { statementId } = granted(await startStatement(deps, order(chair, command))).value
	granted(await editDocument(deps, order(chair, { statementId, edit: { do: 'write', blocks } })))
	return statementId
}

/** As if all that anybody was told had been told the day before: so many are told so often in no day. */
export async function toldYesterday({ server }: Pick<World, 'server'>): Promise<void> {
	await server.client.execute({ sql: 'UPDATE outbox SET created_at = created_at - ?', args: [DAY] })
}

/** Opens a ballot that closes in a week, with sign-off due in two. */
export async function openedBallot(
	world: CoalitionWorld,
	statementId: StatementId,
	track: 'full' | 'light' = 'full',
): Promise<OfBallot> {
	const { deps, order, chair, clock } = world
	const command = {
		statementId,
		track,
		textHash: null,
		closesAt: clock.now + 7 * DAY,
		signoffDueAt: clock.now + 14 * DAY,
	}
	granted(await openBallot(deps, order(chair, command)))
	return ballotOf(world, statementId)
}

/** The ballot that the statement's text was put to, and the hash of that text: what a vote names. */
export type OfBallot = { readonly statementId: StatementId; readonly ballotId: BallotId; readonly textHash: string }

export async function ballotOf({ server }: Pick<World, 'server'>, statementId: StatementId): Promise<OfBallot> {
	const { rows } = await server.client.execute({
		sql: 'SELECT ballot_id, text_hash FROM statement WHERE id = ?',
		args: [statementId],
	})
	return { statementId, ballotId: String(rows[0]?.ballot_id) as BallotId, textHash: String(rows[0]?.text_hash) }
}

/** The hash of the text being decided on. */
export async function textHashOf({ server }: World, statementId: StatementId): Promise<string> {
	const { rows } = await server.client.execute({
		sql: 'SELECT text_hash FROM statement WHERE id = ?',
		args: [statementId],
	})
	return String(rows[0]?.text_hash)
}
