import type { AdminCommand, AdminContext } from '#local/admin-command.ts'
import { ORIGIN } from './app.ts'
import type { World } from './world.ts'

export type Ran = { readonly code: number; readonly printed: readonly string[]; readonly said: string }

type Place = Omit<AdminContext, 'args' | 'print' | 'say'>

/** A world's database as the place of a command. */
export function on({ server, deps }: Pick<World, 'server' | 'deps'>, directory?: string): Place {
	return {
		directory,
		client: async () => server.client,
		deps: async () => deps,
		origin: async () => ORIGIN,
		alone: async () => ({ ok: true, value: true }),
	}
}

/** Runs a command of the operator's command line. */
export async function runCommand(command: AdminCommand, place: Place, args: readonly string[]): Promise<Ran> {
	const [printed, said]: [string[], string[]] = [[], []]
	const print = (text: string) => printed.push(text)
	const code = await command.run({ ...place, args, print, say: (sentence) => said.push(sentence) })
	return { code, printed, said: said.join('\n') }
}
