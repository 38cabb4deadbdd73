import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { paths } from '#api/paths.ts'
import { ROOT } from '#local/build.ts'
import { dataDirectoryAt } from '#local/data-directory.ts'
import { openDatabase } from '#local/libsql/open.ts'
import { href } from '#routes'
import { type RealServer, realServer } from '#test/support/real-server.ts'
import { SLUG } from '#test/support/world.ts'
import { makePlace, type Place } from './place.ts'
import { type Verdict, verdictOn } from './verdict.ts'
import { emptyModel, type Model, slotOf, voteOnce } from './voters.ts'

export type Faults = {
	readonly associations: number
	readonly kills: number
	/** An empty folder. */
	readonly folder: string
	readonly say?: (sentence: string) => void
}

export type Report = {
	readonly model: Model
	readonly verdict: Verdict
	readonly imports: number
	readonly seconds: number
}

/** Associations that vote at the same time. */
const AT_ONCE = 20
/** How long a life is, at least and at most. Milliseconds. */
const LIFE_MS = [200, 1_500] as const

/**
 * Associations vote over the real HTTP API, and change their votes, while the server is killed and started again and another
 * coalition is imported beside it. When it is over, what is there is held against what they were told.
 */
export async function runFaults({ associations, kills, folder, say = () => {} }: Faults): Promise<Report> {
	const started = performance.now()
	const place = await makePlace(folder, associations)
	say(
		`${associations} associations, ${place.ballots.length} ballots; another coalition of ${place.exported.events} events`,
	)
	const model = emptyModel()
	const imports = await (async () => {
		await using server = await realServer(place.directory)
		await server.start()
		let over = false
		const voting = Array.from({ length: AT_ONCE }, (_, index) => {
			const own = place.voters.filter((_voter, at) => at % AT_ONCE === index)
			return voteUntil(() => over, server.origin, model, place, own)
		})
		const killing = async () => {
			await liveAndDie(server, model, kills, say)
			over = true
		}
		const [tries] = await Promise.all([importUntilDone(place), killing(), ...voting])
		await voteTheRest(server.origin, model, place)
		if (model.wrong.length > 0) throw new Error(`somebody was answered ${model.wrong.join(', ')}`)
		await closeBallots(server.origin, place)
		return tries
	})()
	const { client, close } = openDatabase({ file: dataDirectoryAt(place.directory).databaseFile })
	try {
		const verdict = await verdictOn(client, place, model)
		return { model, verdict, imports, seconds: (performance.now() - started) / 1000 }
	} finally {
		close()
	}
}

async function liveAndDie(
	server: RealServer,
	model: Model,
	kills: number,
	say: (sentence: string) => void,
): Promise<void> {
	const [least, most] = LIFE_MS
	for (let kill = 1; kill <= kills; kill += 1) {
		await sleep(least + Math.random() * (most - least))
		model.killedAt = performance.now()
		await server.kill()
		await server.start()
		if (kill % 10 === 0) say(`${kill} kills`)
	}
	await sleep(most)
}

async function voteUntil(over: () => boolean, origin: string, model: Model, place: Place, own: Place['voters']) {
	while (!over() && own.length > 0 && model.wrong.length === 0) {
		for (const voter of own) {
			for (const ballot of place.ballots) if (!over()) await voteOnce(origin, model, ballot, voter)
		}
	}
}

/** A ballot is closed before its time only when everybody has voted. */
async function voteTheRest(origin: string, model: Model, { ballots, voters }: Place): Promise<void> {
	for (const ballot of ballots) {
		for (const voter of voters) {
			const missing = () => model.said.get(slotOf(ballot.ballotId, voter.associationId))?.last === undefined
			while (missing() && model.wrong.length === 0) await voteOnce(origin, model, ballot, voter)
		}
	}
}

/** Imports the other coalition beside the server, again where it was refused. Gives how many tries it took. */
async function importUntilDone({ directory, exported }: Place): Promise<number> {
	const args = ['local/admin.ts', 'import', exported.file, '--slug', 'another', '--data', directory]
	for (let tries = 1; ; tries += 1) {
		const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
		const [code] = await once(child, 'exit')
		if (code === 0) return tries
		if (tries === 5) throw new Error('the other coalition could not be imported')
	}
}

async function closeBallots(origin: string, { ballots, chairToken }: Place): Promise<void> {
	for (const { statementId, ballotId } of ballots) {
		const url = origin + href(paths.ballotClosing, { coalition: SLUG, statement: statementId, ballot: ballotId })
		const headers = { authorization: `Bearer ${chairToken}`, 'idempotency-key': `close-${ballotId}` }
		const response = await fetch(url, { method: 'POST', headers })
		if (!response.ok) throw new Error(`a ballot was not closed: ${response.status} ${await response.text()}`)
	}
}
