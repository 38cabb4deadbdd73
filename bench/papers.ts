import type { Bundle } from '#local/build.ts'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import { SLUG } from '#test/support/world.ts'
import { LONG } from './long-text.ts'
import { settingsOn } from './place.ts'
import { startRuntime, workerOf } from './runtime.ts'
import { type Spread, spreadOf } from './speed.ts'

/** What it takes to make a file of a published statement, in an isolate that has made none: its libraries are loaded first. */
export type PaperCost = {
	readonly name: string
	readonly bytes: number
	/** Processor time of workerd, milliseconds. */
	readonly cpuMs: Spread
	/** The most memory that workerd had until then, and that it had before it was asked. Bytes. */
	readonly peak: Spread
	readonly before: Spread
}

const PAPERS: readonly (readonly [name: string, file: string])[] = [
	['the golden example as a PDF', '1.pdf'],
	['as a Word file', '1.docx'],
	['the picture of it', '1.png'],
	['sixty pages as a PDF', '2.pdf'],
	['as a Word file', '2.docx'],
]

const STARTS = 3

export async function paperCosts(bundle: Bundle): Promise<PaperCost[]> {
	const world = await createGoldenWorld()
	try {
		await publish(world)
		await publish(world, { title: 'Ett långt svar', blocks: LONG, on: '2022-11-14' })
		const costs: PaperCost[] = []
		for (const [name, file] of PAPERS) {
			const rows: { bytes: number; cpuMs: number; peak: number; before: number }[] = []
			for (let count = 0; count < STARTS; count += 1) rows.push(await costOf(world, bundle, file))
			costs.push({
				name,
				bytes: rows[0]?.bytes ?? 0,
				cpuMs: spreadOf(rows.map(({ cpuMs }) => cpuMs)),
				peak: spreadOf(rows.map(({ peak }) => peak)),
				before: spreadOf(rows.map(({ before }) => before)),
			})
		}
		return costs
	} finally {
		await world[Symbol.asyncDispose]()
	}
}

async function costOf(world: Awaited<ReturnType<typeof createGoldenWorld>>, bundle: Bundle, file: string) {
	const samsvar = workerOf(bundle, settingsOn(world, world.server.url))
	await using runtime = await startRuntime({ samsvar }, bundle)
	const get = async (path: string) => {
		const response = await fetch(`http://127.0.0.1:${runtime.ports.samsvar}${path}`)
		const body = await response.arrayBuffer()
		if (!response.ok) throw new Error(`${path}: ${response.status}`)
		return body.byteLength
	}
	await get(`/${SLUG}/2022/1`)
	const before = (await runtime.peakBytes()) ?? 0
	const started = (await runtime.cpuMs()) ?? 0
	const bytes = await get(`/${SLUG}/2022/${file}`)
	return { bytes, cpuMs: ((await runtime.cpuMs()) ?? 0) - started, peak: (await runtime.peakBytes()) ?? 0, before }
}
