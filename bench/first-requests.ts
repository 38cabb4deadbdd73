import type { Bundle } from '#local/build.ts'
import { href, routes } from '#routes'
import { SLUG } from '#test/support/world.ts'
import { createPlace, settingsOn, signedIn } from './place.ts'
import { baseline, startRuntime, type Worker, workerOf } from './runtime.ts'
import { type Spread, spreadOf } from './speed.ts'

export type FirstRequests = {
	/** Processor time of workerd, milliseconds: until it listens, beyond what an empty Worker takes. */
	readonly started: Spread
	/** Of the first request for what everybody reads. */
	readonly start: Spread
	/** Of the first request of a member after that, and of one more like it. */
	readonly first: Spread
	readonly second: Spread
}

const STARTS = 7

/** What the first request of a member costs in an isolate that has only just started. */
export async function firstRequests(bundle: Bundle): Promise<FirstRequests> {
	const { world } = await createPlace(1)
	try {
		const cookie = await signedIn(world, world.chair)
		const rows: { started: number; start: number; first: number; second: number }[] = []
		const hello = await baseline('hello')
		for (let count = 0; count < STARTS; count += 1) {
			const empty = await startedMs({ hello }, bundle)
			await using runtime = await startRuntime(
				{ samsvar: workerOf(bundle, settingsOn(world, world.server.url)) },
				bundle,
			)
			const cost = async (path: string) => {
				const before = (await runtime.cpuMs()) ?? 0
				const response = await fetch(`http://127.0.0.1:${runtime.ports.samsvar}${path}`, { headers: { cookie } })
				await response.arrayBuffer()
				if (!response.ok) throw new Error(`${path}: ${response.status}`)
				return ((await runtime.cpuMs()) ?? 0) - before
			}
			const started = ((await runtime.cpuMs()) ?? 0) - empty
			const work = href(routes.workspace, { coalition: SLUG })
			rows.push({ started, start: await cost(routes.icon), first: await cost(work), second: await cost(work) })
		}
		return {
			started: spreadOf(rows.map(({ started }) => started)),
			start: spreadOf(rows.map(({ start }) => start)),
			first: spreadOf(rows.map(({ first }) => first)),
			second: spreadOf(rows.map(({ second }) => second)),
		}
	} finally {
		await world[Symbol.asyncDispose]()
	}
}

/** What an isolate takes until it listens. */
async function startedMs(workers: Readonly<Record<string, Worker>>, bundle: Bundle): Promise<number> {
	await using runtime = await startRuntime(workers, bundle)
	return (await runtime.cpuMs()) ?? 0
}
