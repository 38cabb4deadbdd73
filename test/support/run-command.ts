import type { AdminCommand, AdminContext } from '#local/admin-command.ts'
import { ORIGIN } from './app.ts'
import type { World } from './world.ts'

export type Ran = { readonly code: number; readonly printed: readonly string[]; readonly said: string }

/** Runs a command of the operator's command line on a world's database. */
export async function runCommand(
	command: AdminCommand,
	{ server, deps }: Pick<World, 'server' | 'deps'>,
	args: readonly string[],
	more: Partial<AdminContext> = {},
): Promise<Ran> {
	const [printed, said]: [string[], string[]] = [[], []]
	const code = await command.run({
		args,
		directory: undefined,
		client: async () => server.client,
		deps: async () => deps,
		origin: async () => ORIGIN,
		alone: async () => ({ ok: true, value: true }),
		print: (text) => printed.push(text),
		say: (sentence) => said.push(sentence),
		...more,
	})
	return { code, printed, said: said.join('\n') }
}
