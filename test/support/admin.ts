import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { runLine } from '#local/admin-line.ts'
import { ROOT } from '#local/build.ts'

/** `out` and `said`: what stood on the standard output, and on the error stream. */
export type RanLine = { readonly code: number | null; readonly out: string; readonly said: string }

type Environment = Readonly<Record<string, string>>

/** A program run to its end, in this folder. `input`: what stands on its standard input. */
export async function ranProgram(
	program: string,
	args: readonly string[],
	{ environment = {}, input = '' }: { readonly environment?: Environment; readonly input?: string } = {},
): Promise<RanLine> {
	const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, ...environment } })
	const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
	child.stdin.end(input)
	const [out, said] = await Promise.all([text(child.stdout), text(child.stderr)])
	return { code: await exit, out, said }
}

/** The command line as a process of its own: once for each command, as it takes two seconds to start. */
export const admin = (args: readonly string[], given?: Parameters<typeof ranProgram>[2]): Promise<RanLine> =>
	ranProgram(process.execPath, ['local/admin.ts', ...args], given)

/** The same command line in this process, for all that does not need one of its own to be seen. */
export async function adminHere(args: readonly string[], environment: Environment = {}): Promise<RanLine> {
	let [out, said] = ['', '']
	const code = await runLine({
		args,
		environment: { ...process.env, ...environment },
		print: (line) => {
			out += `${line}\n`
		},
		say: (line) => {
			said += `${line}\n`
		},
	})
	return { code, out, said }
}
