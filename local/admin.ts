import { mkdir, readdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type AdminCommand, commandIn, lazyDatabase } from './admin-command.ts'

const FOLDER = new URL('./admin/', import.meta.url)

async function commandNames(): Promise<string[]> {
	const files = await readdir(FOLDER)
	return files
		.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
		.map((file) => file.slice(0, -'.ts'.length))
		.sort()
}

const load = async (name: string): Promise<AdminCommand> => commandIn(await import(new URL(`${name}.ts`, FOLDER).href))

async function usage(names: readonly string[]): Promise<string> {
	const commands = await Promise.all(names.map(async (name) => ({ name, ...(await load(name)) })))
	return [
		'npm run --silent admin -- [--data DIR] COMMAND …',
		'',
		...commands.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(32)} ${summary}`),
	].join('\n')
}

/** Options before the command are ours, all after it is the command's. */
function split(args: readonly string[]): { directory: string; name: string | undefined; rest: string[] } | string {
	const at = args.findIndex((arg, index) => !arg.startsWith('-') && args[index - 1] !== '--data')
	const own = at < 0 ? args : args.slice(0, at)
	try {
		const { values } = parseArgs({ args: [...own], options: { data: { type: 'string' } } })
		const [name, ...rest] = at < 0 ? [] : args.slice(at)
		return { directory: values.data ?? '.samsvar/data', name, rest }
	} catch (error) {
		return error instanceof Error ? error.message : String(error)
	}
}

async function main(): Promise<number> {
	const names = await commandNames()
	const asked = split(process.argv.slice(2))
	if (typeof asked === 'string' || asked.name === undefined || !names.includes(asked.name)) {
		if (typeof asked === 'string') console.error(`${asked}\n`)
		else if (asked.name !== undefined) console.error(`There is no command "${asked.name}".\n`)
		console.error(await usage(names))
		return 2
	}
	const { run } = await load(asked.name)
	const database = lazyDatabase(asked.directory)
	try {
		return await run({
			args: asked.rest,
			openDatabase: async () => {
				await mkdir(asked.directory, { recursive: true })
				return database.open()
			},
			print: (text) => console.log(text),
			say: (sentence) => console.error(sentence),
		})
	} finally {
		database.close()
	}
}

process.exitCode = await main()
