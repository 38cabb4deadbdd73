import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { UnreadableEvent } from '#db/replay.ts'
import { readArguments } from './admin-arguments.ts'
import { type AdminCommand, type AdminContext, commandIn, openPlace } from './admin-command.ts'
import { dataDirectoryAt, makeDirectory } from './data-directory.ts'
import { UnusableDatabase } from './made-ready.ts'

const FOLDER = new URL('./admin/', import.meta.url)

const USAGE = `npm run --silent admin -- COMMAND … [--data DIR | --remote]

  --data DIR   the local data to work on, .samsvar/data unless told
  --remote     works on a deployment: LIBSQL_URL, LIBSQL_AUTH_TOKEN and ORIGIN in the environment say which
  --help       says how a command is called
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

async function usageOf(name: string): Promise<string> {
	const { usage, summary } = await load(name)
	return `npm run --silent admin -- ${`${name} ${usage}`.trim()} [--data DIR | --remote]\n\n  ${summary}`
}

/** Makes the data's directory for a command that may begin one, or says that there is no data to work on. */
async function prepare({ data }: AdminCommand, directory: string | undefined): Promise<string | undefined> {
	if (directory === undefined || data === 'none') return undefined
	if (data === 'made') await makeDirectory(directory)
	else if (!existsSync(dataDirectoryAt(directory).databaseFile)) return `There is no Samsvar data in ${directory}.`
	return undefined
}

/** What is asked for, in which environment, and where what comes of it goes: results alone are printed. */
type Line = Pick<AdminContext, 'args' | 'print' | 'say'> & { readonly environment: NodeJS.ProcessEnv }

/** Does what `npm run --silent admin -- …` is told. Gives the exit code. */
export async function runLine({ args, environment, print, say }: Line): Promise<number> {
	const asked = readArguments(args, environment)
	const refuse = async (...why: string[]) => {
		say([...why, await usage()].join('\n\n'))
		return 2
	}
	if (typeof asked === 'string') return refuse(asked)
	const { name } = asked
	if (name !== undefined && !(await commandNames()).includes(name)) return refuse(`There is no command "${name}".`)
	if (asked.help) {
		print(name === undefined ? await usage() : await usageOf(name))
		return 0
	}
	const command = await load(asked.name)
	const { close, ...opened } = openPlace(asked.place)
	try {
		const missing = await prepare(command, opened.directory)
		if (missing !== undefined) {
			say(missing)
			return 1
		}
		return await command.run({ ...opened, args: asked.args, print, say })
	} catch (error) {
		const told = error instanceof UnreadableEvent || error instanceof UnusableDatabase
		const sentence = told ? error.message : systemRefusal(error)
		if (sentence === undefined) throw error
		say(sentence)
		return 1
	} finally {
		close()
	}
}

/** What the operating system would not do, such as writing on a full disk. Anything else is a bug. */
function systemRefusal(error: unknown): string | undefined {
	return error instanceof Error && 'syscall' in error ? `It could not be done: ${error.message}` : undefined
}
