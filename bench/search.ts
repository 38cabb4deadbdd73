import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeToIndex } from '#db/publication/search-index.ts'
import type { CoalitionId, StatementId } from '#domain/kernel/id.ts'
import type { Bundle } from '#local/build.ts'
import { href, routes } from '#routes'
import { golden } from '#test/support/golden.ts'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import { type CoalitionWorld, SLUG } from '#test/support/world.ts'
import { serveCounted } from './database.ts'
import { settingsOn } from './place.ts'
import { startRuntime, workerOf } from './runtime.ts'

/** What is asked of an archive, in a coalition that has published few statements and in one that has published many. */
export const FEW = 100
export const MANY = 10_000

/** Words in each text; one in a hundred texts has the rare word, within a longer one. */
const WORDS = 300
const RARE = 'anhörigkvarnhjulet'
const RARELY = 100

const SEARCHES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'a part of a rare word': { search: 'kvarnhjul' },
	'another form of it, and a common word': { search: 'kvarnhjulens vården' },
	'a phrase that is nowhere': { search: '"ingen sådan mening"' },
	'a word that is in all': { search: 'brukare' },
	'no word: the newest of a year': { year: '2022' },
}

type Asked = { readonly steps: number; readonly databaseMs: number; readonly workerMs: number | null }

export type SearchCost = { readonly name: string; readonly few: Asked; readonly many: Asked }

const TIMES = 10

export async function searchCosts(bundle: Bundle): Promise<SearchCost[]> {
	const [few, many] = [await costsAt(bundle, FEW), await costsAt(bundle, MANY)]
	return Object.keys(SEARCHES).flatMap((name, index) => {
		const [one, other] = [few[index], many[index]]
		return one && other ? [{ name, few: one, many: other }] : []
	})
}

async function costsAt(bundle: Bundle, statements: number): Promise<Asked[]> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-bench-search-'))
	const world = await createGoldenWorld()
	try {
		await publish(world)
		await publishCopies(world, statements - 1)
		const file = join(directory, 'archive.db')
		await world.server.client.execute({ sql: 'VACUUM INTO ?', args: [file] })
		await using database = await serveCounted(file)
		await using runtime = await startRuntime({ samsvar: workerOf(bundle, settingsOn(world, database.url)) }, bundle)
		const found: Asked[] = []
		for (const query of Object.values(SEARCHES)) {
			const path = href(routes.archive, { coalition: SLUG }, query)
			const ask = async () => {
				const response = await fetch(`http://127.0.0.1:${runtime.ports.samsvar}${path}`)
				const text = await response.text()
				if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`)
			}
			await ask()
			const { steps } = await database.costOf(ask, async () => undefined)
			const [cpu, worker] = [process.cpuUsage(), await runtime.cpuMs()]
			for (let time = 0; time < TIMES; time += 1) await ask()
			const { user, system } = process.cpuUsage(cpu)
			const after = await runtime.cpuMs()
			const workerMs = worker === null || after === null ? null : (after - worker) / TIMES
			found.push({ steps, databaseMs: (user + system) / 1_000 / TIMES, workerMs })
		}
		return found
	} finally {
		await world[Symbol.asyncDispose]()
		await rm(directory, { recursive: true, force: true })
	}
}

const VOCABULARY = golden.blocks.flatMap((block) => ('text' in block ? block.text.split(/\s+/) : []))

/** The same words in another order each time, from a fixed seed. */
function textOf(index: number): string {
	let state = index + 1
	const words = Array.from({ length: WORDS }, () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
		return VOCABULARY[state % VOCABULARY.length] ?? ''
	})
	return [...words, 'brukare', 'vården', ...(index % RARELY === 0 ? [RARE] : [])].join(' ')
}

/** As many more, as they would lie there: their rows alone, since what is tried is reading. */
async function publishCopies({ server, db }: CoalitionWorld, count: number): Promise<void> {
	const [first] = (await server.client.execute('SELECT statement_id, coalition_id FROM publication')).rows
	const coalitionId = String(first?.coalition_id) as CoalitionId
	for (let index = 0; index < count; index += 1) {
		const statementId = `copy-${index}` as StatementId
		const [text, position] = [textOf(index), textOf(index + count).slice(0, WORDS)]
		const blocks = [
			{ kind: 'paragraph', text },
			{ kind: 'position', text: position },
		]
		const bytes = JSON.stringify({ blocks, language: 'sv', title: `Svar ${index}` })
		const [year, number] = [2022 - Math.floor(index / 500), 2 + (index % 500)]
		const own = [statementId, year, number]
		const copied = 'text_hash, record_hash'
		await db.write([
			{
				sql: `INSERT INTO publication (statement_id, coalition_id, year, number, label, title, ${copied}, text_bytes, record_bytes, published_at)
					SELECT ?1, coalition_id, ?2, ?3, 'NSPH-SL', 'Svar', ${copied}, ?4, record_bytes, published_at FROM publication WHERE statement_id = ?5`,
				args: [...own, bytes, String(first?.statement_id)],
			},
			{
				sql: `INSERT INTO archive_entry SELECT ?1, coalition_id, ?2, ?3, language, authority, inquiry, inquiry_references
					FROM archive_entry WHERE statement_id = ?4`,
				args: [...own, String(first?.statement_id)],
			},
			...writeToIndex({
				coalitionId,
				statementId,
				language: 'sv',
				titles: ['NSPH-SL', 'Svar'],
				positions: [position],
				texts: [text],
				withheld: 0,
				asOf: 0,
			}),
		])
	}
}

const figure = (value: number | null) => (value === null ? '' : value.toFixed(1))

export function searchTable(costs: readonly SearchCost[]): string {
	const rows = costs.map(({ name, few, many }) => {
		const ratio = (many.steps / Math.max(1, few.steps)).toFixed(1)
		const steps = [few.steps, many.steps].map((value) => value.toLocaleString('en').replaceAll(',', ' '))
		return [
			name,
			...steps,
			ratio,
			figure(few.databaseMs),
			figure(many.databaseMs),
			figure(few.workerMs),
			figure(many.workerMs),
		]
	})
	const head = [
		'asked for',
		`steps at ${FEW}`,
		`at ${MANY}`,
		'ratio',
		`database ms at ${FEW}`,
		`at ${MANY}`,
		`Worker ms at ${FEW}`,
		`at ${MANY}`,
	]
	return [head, head.map((_name, index) => (index === 0 ? '---' : '---:')), ...rows]
		.map((row) => `| ${row.join(' | ')} |`)
		.join('\n')
}
