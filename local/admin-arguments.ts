import type { AdminPlace } from './admin-command.ts'

/** What stood on the command line: which command, on what data, and what is the command's own. */
export type Asked =
	| { readonly help: true; readonly name: string | undefined }
	| { readonly help: false; readonly name: string; readonly place: AdminPlace; readonly args: readonly string[] }

type Environment = Readonly<Record<string, string | undefined>>

const DEFAULT_DIRECTORY = '.samsvar/data'

/**
 * `--data DIR`, `--remote` and `--help` are ours wherever they stand before a `--`; all else after the command's name is
 * the command's. A string says what is wrong.
 */
export function readArguments(args: readonly string[], environment: Environment): Asked | string {
	const rest: string[] = []
	const directories: string[] = []
	let [remote, help] = [false, false]
	for (let at = 0; at < args.length; at += 1) {
		const arg = args[at] ?? ''
		if (arg === '--') {
			rest.push(...args.slice(at))
			break
		}
		if (arg === '--data') {
			at += 1
			directories.push(args[at] ?? '')
		} else if (arg.startsWith('--data=')) directories.push(arg.slice('--data='.length))
		else if (arg === '--remote') remote = true
		else if (arg === '--help') help = true
		else rest.push(arg)
	}
	const [name, ...own] = rest
	if (help) return { help, name }
	if (name === undefined) return 'Which command?'
	if (name.startsWith('-')) return `Unknown option '${name}'`
	const place = placeOf(directories, remote, environment)
	return typeof place === 'string' ? place : { help, name, place, args: own }
}

function placeOf(directories: readonly string[], remote: boolean, environment: Environment): AdminPlace | string {
	const [directory = DEFAULT_DIRECTORY, ...others] = directories
	if (others.length > 0) return '--data may be given once.'
	if (directory === '' || directory.startsWith('--')) return '--data wants the name of a directory.'
	if (!remote) return { directory }
	if (directories.length > 0) return 'Either --data or --remote, not both.'
	const { LIBSQL_URL: url, LIBSQL_AUTH_TOKEN: authToken, ORIGIN: origin } = environment
	if (!url || !origin) return '--remote wants LIBSQL_URL and ORIGIN in the environment.'
	return { url, authToken, origin }
}
