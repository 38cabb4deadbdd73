import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import * as z from 'zod'
import { type Bundle, ROOT } from '#local/build.ts'
import { guardedWorkerd } from '#local/workerd.ts'

/** A Worker as workerd is given it. */
export type Worker = {
	readonly modules: Readonly<Record<string, string>>
	readonly mainModule: string
	readonly settings: Readonly<Record<string, string>>
	/** With the rooms in which several write a text, on a disk of their own. */
	readonly rooms?: boolean
}

export type Runtime = AsyncDisposable & {
	/** The port on the loopback address where each Worker answers, by its name. */
	readonly ports: Readonly<Record<string, number>>
	/** Processor time that workerd has used since it started, in milliseconds; null where the system does not tell. */
	readonly cpuMs: () => Promise<number | null>
	/** The most memory that workerd has had at once; null where the system does not tell. Bytes. */
	readonly peakBytes: () => Promise<number | null>
}

export const workerOf = ({ modules, mainModule }: Bundle, settings: Worker['settings']): Worker => ({
	modules,
	mainModule,
	settings,
})

/** A Worker to compare with, from one file of `bench/workers`, bundled by the same bundler. */
export async function baseline(name: string, settings: Worker['settings'] = {}): Promise<Worker> {
	const { outputFiles } = await build({
		absWorkingDir: ROOT,
		entryPoints: [`bench/workers/${name}.ts`],
		outfile: 'index.mjs',
		write: false,
		bundle: true,
		format: 'esm',
		target: 'es2024',
		conditions: ['workerd', 'worker', 'browser'],
		external: ['node:*'],
		minify: true,
		logLevel: 'silent',
	})
	return { modules: { 'index.mjs': outputFiles[0]?.text ?? '' }, mainModule: 'index.mjs', settings }
}

const listening = z.object({ event: z.literal('listen'), socket: z.string(), port: z.int() })

/**
 * workerd alone, without anything before it: each Worker at a port of its own on the loopback address. What the Workers
 * fetch may be on it too, such as a database.
 */
export async function startRuntime(workers: Readonly<Record<string, Worker>>, settings: Bundle): Promise<Runtime> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-bench-'))
	await writeFile(join(directory, 'workerd.capnp'), await configuration(directory, workers, settings))
	const { file, variables } = guardedWorkerd()
	const child = spawn(file, ['serve', join(directory, 'workerd.capnp'), '--control-fd=3'], {
		stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
		env: { ...process.env, ...variables },
	})
	const exit = new Promise((resolve) => child.once('exit', resolve))
	const stop = async () => {
		child.kill('SIGKILL')
		await exit
		await rm(directory, { recursive: true, force: true })
	}
	const ports: Record<string, number> = {}
	const control = child.stdio[3]
	if (!control || !('on' in control) || !('read' in control)) throw new Error('workerd has no control channel')
	for await (const line of createInterface({ input: control })) {
		const told = listening.safeParse(JSON.parse(line))
		if (told.success) ports[told.data.socket] = told.data.port
		if (Object.keys(ports).length === Object.keys(workers).length) break
	}
	if (Object.keys(ports).length === 0) throw new Error('workerd did not start')
	const pid = child.pid ?? 0
	return { ports, cpuMs: () => cpuMsOf(pid), peakBytes: () => peakBytesOf(pid), [Symbol.asyncDispose]: stop }
}

async function configuration(
	directory: string,
	workers: Readonly<Record<string, Worker>>,
	{ compatibilityDate }: Bundle,
): Promise<string> {
	const text = JSON.stringify
	const services: string[] = []
	for (const [name, { modules, mainModule, settings, rooms }] of Object.entries(workers)) {
		// The first is the main one.
		const names = [mainModule, ...Object.keys(modules).filter((module) => module !== mainModule)]
		const embedded: string[] = []
		for (const module of names) {
			await writeFile(join(directory, `${name}.${module}`), modules[module] ?? '')
			embedded.push(`(name = ${text(module)}, esModule = embed ${text(`${name}.${module}`)})`)
		}
		const bindings: string[] = []
		for (const [setting, value] of Object.entries(settings)) {
			await writeFile(join(directory, `${name}.${setting}`), value)
			bindings.push(`(name = ${text(setting)}, text = embed ${text(`${name}.${setting}`)})`)
		}
		let kept = ''
		if (rooms) {
			const disk = `${name}.rooms`
			await mkdir(join(directory, disk))
			services.push(`(name = ${text(disk)}, disk = (path = ${text(join(directory, disk))}, writable = true))`)
			bindings.push('(name = "ROOMS", durableObjectNamespace = "DraftRoom")')
			kept = `, durableObjectNamespaces = [(className = "DraftRoom", uniqueKey = "rooms", enableSql = true)],
				durableObjectStorage = (localDisk = ${text(disk)})`
		}
		services.push(
			`(name = ${text(name)}, worker = (modules = [${embedded.join(', ')}], bindings = [${bindings.join(', ')}],
				compatibilityDate = ${text(compatibilityDate)}${kept}))`,
		)
	}
	const sockets = Object.keys(workers).map(
		(name) => `(name = ${text(name)}, address = "127.0.0.1:0", http = (), service = ${text(name)})`,
	)
	return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
	services = [(name = "internet", network = (allow = ["public", "private"])), ${services.join(',\n')}],
	sockets = [${sockets.join(', ')}],
);
`
}

/** Of all its threads, as the scheduler counts it: nanoseconds first. */
export async function cpuMsOf(pid: number): Promise<number | null> {
	const threads = await readdir(`/proc/${pid}/task`).catch(() => null)
	if (threads === null) return null
	let nanoseconds = 0
	for (const thread of threads) {
		const stat = await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0')
		nanoseconds += Number(stat.split(' ')[0])
	}
	return nanoseconds / 1e6
}

async function peakBytesOf(pid: number): Promise<number | null> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
	const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? []
	return kibibytes === undefined ? null : Number(kibibytes) * 1024
}
