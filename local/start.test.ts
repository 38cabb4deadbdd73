import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client/web'
import { expect, type TestContext, test } from 'vitest'
import { freePorts } from '#test/support/free-ports.ts'
import { ROOT } from './build.ts'
import { dataDirectoryAt } from './data-directory.ts'
import { createLibsqlServer } from './libsql/server.ts'

/** Most of it waits, for what starts and for what ends: they do so at the same time. */
const PATIENCE = { timeout: 300_000 }

type Started = { child: ChildProcess; said: () => string; exit: Promise<number | null> }

/** What a test starts and makes, which is gone when it has finished. */
const makingFor = ({ onTestFinished }: TestContext) => {
	const newDirectory = async (): Promise<string> => {
		const directory = await mkdtemp(join(tmpdir(), 'samsvar-start-'))
		onTestFinished(() => rm(directory, { recursive: true, force: true }))
		return directory
	}
	const started = (program: string, args: readonly string[]): Started => {
		const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
		let said = ''
		child.stdout.on('data', (text) => {
			said += text
		})
		child.stderr.on('data', (text) => {
			said += text
		})
		const exit = once(child, 'close').then(([code]) => code)
		onTestFinished(async () => {
			child.kill('SIGKILL')
			await exit
		})
		return { child, said: () => said, exit }
	}
	/** Runs what `npm start` runs, and collects what it says. */
	const start = (...args: string[]) =>
		started(process.execPath, [join(ROOT, 'local/ensure.mjs'), 'local/start.ts', ...args])
	return { newDirectory, started, start }
}

async function untilUp({ child, said }: Started): Promise<string> {
	while (!/Ctrl-C/.test(said())) {
		if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${said()}`)
		await new Promise((resolve) => setTimeout(resolve, 50))
	}
	return said()
}

test.concurrent(
	'it starts, answers, and starts again with the same data after Ctrl-C and after kill -9',
	PATIENCE,
	async (context) => {
		const { newDirectory, start } = makingFor(context)
		const directory = await newDirectory()
		const port = await freePorts()
		const args = ['--port', String(port), '--data', directory, '--empty']
		const origin = `http://localhost:${port}`

		const first = start(...args)
		expect(await untilUp(first)).toContain(origin)
		expect((await fetch(`${origin}/`)).status).toBe(200)
		first.child.kill('SIGTERM')
		expect(await first.exit).toBe(0)

		const second = start(...args)
		await untilUp(second)
		expect((await fetch(`${origin}/`)).status).toBe(200)
		second.child.kill('SIGKILL')
		await second.exit

		// The killed one's workerd still holds the port for a moment, and its lock died with it.
		const third = start(...args)
		await untilUp(third)
		expect((await fetch(`${origin}/`)).status).toBe(200)

		const rival = start('--port', String(await freePorts()), '--data', directory)
		expect(await rival.exit).toBe(2)
		expect(rival.said()).toMatch(/is in use by a Samsvar that is already running \(process \d+\)/)

		// One operator, made at the first start, and a link of each start.
		const server = createLibsqlServer({ file: dataDirectoryAt(directory).databaseFile })
		context.onTestFinished(server.close)
		const client = createClient({ url: 'http://libsql', fetch: (request: Request) => server.handle(request) })
		const counted = 'SELECT (SELECT count(*) FROM person) AS persons, (SELECT count(*) FROM sign_in) AS links'
		expect({ ...(await client.execute(counted)).rows[0] }).toMatchObject({ persons: 1, links: 3 })
		expect(third.said()).toMatch(/Operatör {2}http:\/\/localhost:\d+\/sign-in\/link\/[\w-]{20}/)
	},
)

test.concurrent.for([
	[['--port', 'many'], '--port wants a whole number'],
	[['--now', 'yesterday'], '--now wants an instant'],
	[['--colour'], "Unknown option '--colour'"],
] as const)('%j is refused in a sentence', PATIENCE, async ([args, sentence], context) => {
	const { start } = makingFor(context)
	const refused = start(...args)
	expect(await refused.exit).toBe(2)
	expect(refused.said()).toContain(sentence)
	expect(refused.said()).not.toMatch(/\n\s+at /)
})

test.concurrent('a port in use and a directory that is none are refused in a sentence', PATIENCE, async (context) => {
	const { newDirectory, start } = makingFor(context)
	const directory = await newDirectory()
	const taken = createServer().listen(0, '127.0.0.1')
	await once(taken, 'listening')
	context.onTestFinished(() => void taken.close())
	const address = taken.address()
	const port = typeof address === 'object' && address !== null ? address.port : 0
	const onPort = start('--port', String(port), '--data', directory)
	expect(await onPort.exit).toBe(2)
	expect(onPort.said()).toContain(`Port ${port} is in use by another program.`)

	const file = join(directory, 'file')
	await writeFile(file, '')
	const inFile = start('--data', file)
	expect(await inFile.exit).toBe(2)
	expect(inFile.said()).toContain('it is a file, not a directory')
	expect(inFile.said()).not.toMatch(/\n\s+at /)
})

test.concurrent.for(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
	'%s to npm alone ends all that it started',
	PATIENCE,
	async (signal, context) => {
		const { newDirectory, started } = makingFor(context)
		const port = await freePorts()
		const npm = started('npm', ['start', '--', '--port', String(port), '--data', await newDirectory(), '--empty'])
		await untilUp(npm)
		npm.child.kill(signal)
		// Not before the last of them has closed what it says.
		await npm.exit
		await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow('fetch failed')
	},
)
