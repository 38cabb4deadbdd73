import { mkdir, readdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type AdminCommand, type AdminPlace, commandIn, openPlace } from './admin-command.ts'

const FOLDER = new URL('./admin/', import.meta.url)

const USAGE = `npm run --silent admin -- [--data DIR | --remote] COMMAND …

  --data DIR   the local data to work on, .samsvar/data unless told
  --remote     works on a deployment: LIBSQL_URL, LIBSQL_AUTH_TOKEN and ORIGIN in the environment say which
`

async function commandNames(): Promise<string[]> {
	const files = await readdir(FOLDER)
	return files
		.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
		.map((file) => file.slice(0, -'.ts'.length))
		.sort()
}

const load = async (name: string): Promise<AdminCommand> => commandIn(await import(new URL(`${name}.ts`, FOLDER).href))

async function usage(): Promise<string> {
	const names = await commandNames()
	const commands = await Promise.all(names.map(async (name) => ({ name, ...(await load(name)) })))
	return [USAGE, ...commands.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(28)} ${summary}`)].join(
		'\n',
	)
}

type Asked = { readonly place: AdminPlace; readonly name: string; readonly args: readonly string[] }

/** Options before the command are ours, all after it is the command's. A string says what is wrong. */
function read(args: readonly string[]): Asked | string {
	const at = args.findIndex((arg, index) => !arg.startsWith('-') && args[index - 1] !== '--data')
	const options = { data: { type: 'string' }, remote: { type: 'boolean' } } as const
	try {
		const { values } = parseArgs({ args: args.slice(0, at < 0 ? undefined : at), options })
		const name = at < 0 ? undefined : args[at]
		if (name === undefined) return 'Which command?'
		const rest = args.slice(at + 1)
		if (!values.remote) return { place: { directory: values.data ?? '.samsvar/data' }, name, args: rest }
		const { LIBSQL_URL: url, LIBSQL_AUTH_TOKEN: authToken, ORIGIN: origin } = process.env
		if (!url || !origin) return '--remote wants LIBSQL_URL and ORIGIN in the environment.'
		return { place: { url, authToken, origin }, name, args: rest }
	} catch (error) {
		return error instanceof Error ? error.message : String(error)
	}
}

async function main(): Promise<number> {
	const asked = read(process.argv.slice(2))
	const refuse = async (...why: string[]) => {
		console.error([...why, await usage()].join('\n\n'))
		return 2
	}
	if (typeof asked === 'string') return refuse(asked)
	if (!(await commandNames()).includes(asked.name)) return refuse(`There is no command "${asked.name}".`)
	const { run } = await load(asked.name)
	if ('directory' in asked.place) await mkdir(asked.place.directory, { recursive: true })
	const { close, ...opened } = openPlace(asked.place)
	try {
		return await run({
			...opened,
			args: asked.args,
			print: (text) => console.log(text),
			say: (sentence) => console.error(sentence),
		})
	} finally {
		close()
	}
}

process.exitCode = await main()
