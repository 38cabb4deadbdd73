import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { ROOT } from '#local/build.ts'
import { GOALS } from '#local/size.ts'
import { amendmentPagesTable } from './amendment-pages.ts'
import { amendmentsTable } from './amendments.ts'
import { COALITIONS, type RouteCost, STATEMENTS } from './costs.ts'
import { editableTable } from './editable.ts'
import type { Figures } from './figures.ts'
import { POSITIONS, SIZES } from './large.ts'
import type { PaperCost } from './papers.ts'
import { roomsTable } from './rooms.ts'
import { FEW, MANY, searchTable } from './search.ts'
import type { Measured, Spread } from './speed.ts'

/** Of an installed package; some do not let their description be imported. */
const versionOf = (name: string): string =>
	z.object({ version: z.string() }).parse(JSON.parse(text(join(ROOT, 'node_modules', name, 'package.json')))).version

const whole = (value: number) => Math.round(value).toLocaleString('en').replaceAll(',', ' ')
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const spread = ({ median, least, most }: Spread, digits: number) =>
	`${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
	[head, head.map((_name, index) => (index === 0 ? '---' : '---:')), ...rows]
		.map((row) => `| ${row.join(' | ')} |`)
		.join('\n')

/** The figures as docs/BENCHMARKS.md has them. */
export function report(figures: Figures): string {
	return `# What it costs to run

Written by \`npm run bench\`, ${new Date().toISOString().slice(0, 10)}, in ${whole(figures.seconds)} seconds.

${machine()}

The Worker's bundle as it is deployed, in workerd alone: nothing stands before it, and its database is the real libSQL engine,
over HTTP on the loopback address. What is compared takes turns in the same run, several rounds of two seconds each; every
figure is the median, with the least and the most in brackets. Speeds of one machine say little about another: the ratios do.

${goals(figures)}

## Speed

Statement page: against a Hono handler that answers the same bytes and headers from memory. Workspace: signed in as chair, one
read of the database. Vote: each by another association or in another ballot, against a Worker that does the least an act can through the
same client: one read, and one write with a guard. "Busy" is the part of one processor that the load generator took at most and workerd at least: while the
generator's is the smaller, it is not what limits.

${speedTable([figures.publicPage, figures.workspace, figures.votes])}

## Bytes of public pages

With the style sheet. gzip as zlib's default, Brotli at quality 4.

${table(
	['page', 'as it is', 'gzip', 'Brotli', 'script'],
	figures.pages.map(({ name, raw, gzip, brotli, hasScript }) => [
		name,
		kilobytes(raw),
		kilobytes(gzip),
		kilobytes(brotli),
		hasScript ? 'yes' : 'none',
	]),
)}

## Large coalitions

${whole(SIZES[0])}, ${whole(SIZES[1])} and ${whole(SIZES[2])} associations more than the demonstration has, of which each has answered about ${POSITIONS} positions, voted
and signed: processor time of workerd for one request, and bytes. The public page is made anew each time. The first request of a
member takes ${firstRow(figures.first)}.

${largeTable(figures.large)}

## Files of a statement

Made for the first time in an isolate that has made none, so that loading what makes them is counted too; after that it keeps them. Memory
is all of workerd's, the most that it had, and what it had before it was asked.

${papersTable(figures.papers)}

## Searching an archive

In a coalition that has published ${whole(FEW)} statements, and in one with ${whole(MANY)}, of 600 words each: steps of SQLite's machine, and
processor time of the database, with what serves it, and of workerd, each for one request of a page that is not kept.

${searchTable(figures.search)}

## Amendments

Five hundred amendments on a text of sixty pages, of which a hundred change what others change too; and differences in it, beside what the
libraries \`diff\`, which compares words alone, and \`html-diff-ts\`, which is htmldiff, take for the same in the same round. Then the pages
of that text. Processor time of Node, with the database’s.

${amendmentsTable(figures.amendments)}

${amendmentPagesTable(figures.amendmentPages)}

## Several who write one text

A draft of sixty pages, in which each writer presses four keys a second, some wait for what the others write, and all are on this machine: from key to another
screen, and processor time of the server for each key, with the database's. Samsvar's room in workerd; a Durable Object that tells all what one
says and does nothing else, which is what the engine takes; and Hocuspocus in Node, which keeps nothing and asks nobody who may write.

${roomsTable(figures.rooms)}

${editableTable(figures.editable)}

## What a request costs the database

Ways there and back, counted where the database answers, on a page that is not kept; and the steps of SQLite's machine
(\`sqlite_stmt\`: \`nstep\`) and rows stepped over in search of others (\`nscan\`), with the demonstration alone and with ${whole(COALITIONS)}
coalitions of ${STATEMENTS} statements besides. ${counted(figures.costs)} A list of those that ask more often, and why, is in
\`test/house/round-trips.test.ts\`, which fails when there is one more.

${table(
	['request', 'answer', 'ways', `steps`, `with ${whole(COALITIONS)}`, 'scanned', `with ${whole(COALITIONS)}`],
	figures.costs.map(({ method, path, status, few, many }) => [
		`${method} \`${path.replace(/\{.*?\}(?=\/|$)/g, '')}\``,
		String(status),
		String(few.trips),
		whole(few.steps),
		whole(many.steps),
		whole(few.scanned),
		whole(many.scanned),
	]),
)}
`
}

export const speedTable = (compared: readonly (readonly Measured[])[]): string =>
	table(
		['what', 'requests/s', 'ratio to the first', 'CPU ms for 1 000', 'generator busy', 'workerd busy'],
		compared.flatMap((rows) => rows.map(speedRow)),
	)

export const firstRow = ({ started, start, first, second }: Figures['first']): string =>
	`${spread(first, 0)} ms of it in an isolate that has just answered \`/icon.svg\` (${spread(start, 0)} ms), the second ${spread(second, 0)};
before any request, starting takes ${spread(started, 0)} ms more than an empty Worker does`

export const largeTable = (large: Figures['large']): string =>
	table(
		['what', ...SIZES.flatMap((size) => [`${whole(size)}, CPU ms`, 'bytes'])],
		large.map(({ name, sizes }) => [
			name,
			...sizes.flatMap(({ cpuMs, bytes }) => [cpuMs === null ? '' : cpuMs.toFixed(1), kilobytes(bytes)]),
		]),
	)

export const papersTable = (papers: readonly PaperCost[]): string =>
	table(
		['what', 'bytes', 'CPU ms', 'memory at most, MB', 'before, MB'],
		papers.map(({ name, bytes, cpuMs, peak, before }) => [
			name,
			kilobytes(bytes),
			spread(cpuMs, 0),
			...[peak, before].map(({ median }) => (median / 2 ** 20).toFixed(0)),
		]),
	)

function machine(): string {
	const [first] = cpus()
	const release = /PRETTY_NAME="(.*)"/.exec(text('/etc/os-release'))?.[1] ?? process.platform
	return `On ${cpus().length} processors (${first?.model.trim()}), ${(totalmem() / 2 ** 30).toFixed(1)} GiB of memory, ${release}, Node ${process.versions.node},
workerd ${versionOf('workerd')}, libsql ${versionOf('libsql')}, Hono ${versionOf('hono')}.`
}

function text(file: string): string {
	try {
		return readFileSync(file, 'utf8')
	} catch {
		return ''
	}
}

function speedRow({ name, perSecond, ratio, cpuMs, generatorBusy, workerdBusy }: Measured): string[] {
	const part = (value: number | null) => (value === null ? '' : value.toFixed(2))
	const cpu = cpuMs === null ? '' : cpuMs.median.toFixed(0)
	return [name, whole(perSecond.median), spread(ratio, 2), cpu, part(generatorBusy), part(workerdBusy)]
}

function goals(figures: Figures): string {
	const ratioOf = (rows: readonly Measured[], name: string) => {
		const found = rows.find((row) => row.name === name)
		if (!found) throw new Error(`${name} was not measured`)
		return found.ratio
	}
	const golden = figures.pages.find(({ name }) => name.includes('golden'))
	const gets = figures.costs.filter(({ method }) => method === 'GET')
	const posts = figures.costs.filter(({ method }) => method === 'POST')
	const within = (costs: readonly RouteCost[], limit: number) => costs.filter(({ few }) => few.trips <= limit).length
	const same = gets.filter((cost) => grows(cost) === false).length
	const page = ratioOf(figures.publicPage, 'public page')
	const vote = ratioOf(figures.votes, 'vote')
	const rows: (readonly [string, string, string, boolean])[] = [
		['statement page against a bare handler', '≥ 0.9', spread(page, 2), page.median >= 0.9],
		['vote against one read and one guarded write', '≥ 0.7', spread(vote, 2), vote.median >= 0.7],
		[
			'first request of a member in a new isolate, ms of CPU',
			'≤ 10',
			spread(figures.first.first, 0),
			figures.first.first.median <= 10,
		],
		[
			`heaviest page at ${whole(SIZES.at(-1) ?? 0)} associations`,
			'≤ 200 kB',
			kilobytes(heaviest(figures.large)),
			heaviest(figures.large) <= 200_000,
		],
		['the same, ms of CPU', '≤ 20', slowest(figures.large).toFixed(1), slowest(figures.large) <= 20],
		[
			'golden page with its style sheet, gzip',
			'≤ 14 kB',
			kilobytes(golden?.gzip ?? 0),
			(golden?.gzip ?? 1e9) <= 14_000,
		],
		[
			'scripts on public pages',
			'none',
			figures.pages.some(({ hasScript }) => hasScript) ? 'some' : 'none',
			!figures.pages.some(({ hasScript }) => hasScript),
		],
		['ways to the database, GET', '≤ 1', `${within(gets, 1)} of ${gets.length} pages`, within(gets, 1) === gets.length],
		[
			'ways to the database, POST',
			'≤ 2',
			`${within(posts, 2)} of ${posts.length} forms`,
			within(posts, 2) === posts.length,
		],
		[
			`steps with ${whole(COALITIONS)} coalitions more`,
			'the same',
			`${same} of ${gets.length} pages`,
			same === gets.length,
		],
		[
			'what starts, compressed',
			`≤ ${GOALS.starting / 1000} kB`,
			kilobytes(figures.starting),
			figures.starting <= GOALS.starting,
		],
		[
			'the whole upload, compressed',
			`≤ ${GOALS.upload / 1e6} MB`,
			kilobytes(figures.upload),
			figures.upload <= GOALS.upload,
		],
		['`npm start` to the first page, s', '≤ 5', spread(figures.start.again, 1), figures.start.again.median <= 5],
		['the same when the demonstration is made', '', spread(figures.start.first, 1), true],
	]
	return table(
		['what', 'goal', 'measured', 'met'],
		rows.map(([what, goal, measured, met]) => [what, goal, measured, goal === '' ? '' : met ? 'yes' : '**no**']),
	)
}

const largest = (large: Figures['large']) => large.flatMap(({ sizes }) => sizes.at(-1) ?? [])
const heaviest = (large: Figures['large']) => Math.max(...largest(large).map(({ bytes }) => bytes))
const slowest = (large: Figures['large']) => Math.max(...largest(large).map(({ cpuMs }) => cpuMs ?? 0))

/** More than by chance: a page tells the time, and so sorts now this way, now that. */
const grows = ({ few, many }: RouteCost) => many.steps > few.steps * 1.05 + 50

function counted(costs: readonly RouteCost[]): string {
	const growing = costs.filter((cost) => cost.method === 'GET' && grows(cost)).map(({ path }) => `\`${path}\``)
	if (growing.length === 0) return 'None grows with the others.'
	return `With the number of coalitions grow ${growing.join(', ')}.`
}
