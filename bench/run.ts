import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildWorker, ROOT } from '#local/build.ts'
import { sizesOf, totalOf } from '#local/size.ts'
import { amendmentPages } from './amendment-pages.ts'
import { amendmentCosts } from './amendments.ts'
import { routeCosts } from './costs.ts'
import { editable } from './editable.ts'
import { firstRequests } from './first-requests.ts'
import { largeCosts } from './large.ts'
import { paperCosts } from './papers.ts'
import { runParts } from './parts.ts'
import { report } from './report.ts'
import { roomCosts } from './rooms.ts'
import { searchCosts } from './search.ts'
import { readingSpeeds, votingSpeeds } from './speeds.ts'
import { startUps } from './start-up.ts'

/** Everything in one run: printed, and written to docs/BENCHMARKS.md. With names, what is named is measured alone, and printed. */
export async function run(names: readonly string[]): Promise<void> {
	const started = performance.now()
	const say = (what: string) =>
		console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${what}`)
	const built = await buildWorker()
	if (!built.ok) throw new Error(built.reason)
	const bundle = built.value
	if (names.length > 0) return runParts(bundle, names)
	say('speed')
	const speed = { ...(await readingSpeeds(bundle)), votes: await votingSpeeds(bundle) }
	say('the first request of a member')
	const first = await firstRequests(bundle)
	say('large coalitions')
	const large = await largeCosts(bundle)
	say('files of a statement')
	const papers = await paperCosts(bundle)
	say('searching an archive')
	const search = await searchCosts(bundle)
	say('amendments')
	const amendments = amendmentCosts()
	const pagesOfAmendments = await amendmentPages()
	say('a text that several write')
	const rooms = await roomCosts(bundle)
	const editing = await editable()
	say('npm start')
	const start = await startUps(3)
	say('what pages and forms cost the database')
	const costs = await routeCosts(bundle)
	const sizes = sizesOf(bundle)
	const text = report({
		...speed,
		first,
		large,
		papers,
		search,
		amendments,
		amendmentPages: pagesOfAmendments,
		rooms,
		editable: editing,
		costs,
		start,
		starting: totalOf(sizes.filter(({ starts }) => starts)).gzip,
		upload: totalOf(sizes).gzip,
		seconds: (performance.now() - started) / 1000,
	})
	await writeFile(join(ROOT, 'docs/BENCHMARKS.md'), text)
	console.log(text)
}
