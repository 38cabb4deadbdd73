import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { quantile } from '#test/support/latencies.ts'
import { runFaults } from './run.ts'

// npm run faults: what docs/RELIABILITY.md promises of acknowledged votes, tried on a real server that is killed, on the loopback
// address alone. Takes some minutes, and ends by itself: exit code 0 where nothing was lost, doubled or wrong.

const ASSOCIATIONS = 300
const KILLS = 40
/** Longer than it ever takes. Milliseconds. */
const GIVEN_UP_AFTER_MS = 900_000

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))
process.on('disconnect', () => process.exit(130))
setTimeout(() => {
	console.error('It took too long.')
	process.exit(1)
}, GIVEN_UP_AFTER_MS).unref()

const folder = await mkdtemp(join(tmpdir(), 'samsvar-faults-'))
try {
	const say = (sentence: string) => console.error(sentence)
	const { model, verdict, imports, seconds } = await runFaults({
		associations: ASSOCIATIONS,
		kills: KILLS,
		folder,
		say,
	})
	const { votes, doubled, aborted, left, cut, broken, busy } = model.counts
	const ms = (share: number) => `${quantile(model.took, share).toFixed(0)} ms`
	console.log(`${ASSOCIATIONS} associations, ${KILLS} kills, ${imports} import beside, ${seconds.toFixed(0)} s`)
	console.log(
		`${votes} votes acknowledged; sent twice at once ${doubled}, let go of and sent again ${aborted}, and never again ${left}`,
	)
	console.log(
		`requests without an answer ${cut}, answered 500 by a Worker whose database was killed ${broken}, 503 ${busy}; a vote took ${ms(0.5)} (median), ${ms(0.95)} (p95)`,
	)
	const { lost, strayed, wrong } = verdict
	console.log(`lost ${lost}, doubled ${verdict.doubled}, other than acknowledged ${strayed}, wrong ${wrong.length}`)
	for (const sentence of wrong.slice(0, 20)) console.log(sentence)
	process.exitCode = lost + verdict.doubled + strayed + wrong.length === 0 ? 0 : 1
} finally {
	await rm(folder, { recursive: true, force: true })
}
process.exit()
