import { globSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'

/** The variable by which the walks of pages and of access learn which room they are to keep to. */
export const ROOM = 'SAMSVAR_ROOM'

/** Every room has its rules; the kernel is what they share. */
export const ROOMS: readonly string[] = readdirSync(join(import.meta.dirname, '../../src/domain'), {
	withFileTypes: true,
})
	.filter((entry) => entry.isDirectory() && entry.name !== 'kernel')
	.map(({ name }) => name)
	.sort()

const OF_A_ROOM = ['types', 'lint', 'tests']

/** Walk every room, and keep to one where they are told. */
const WALKS = ['test/browser/every-page.test.ts', 'test/house/access.test.ts']

type Plan = {
	readonly steps: readonly string[]
	/** Test files; none for all. */
	readonly files: readonly string[]
	readonly env: NodeJS.ProcessEnv
}

/**
 * What is run for these names: of steps, and of at most one room. Without a room every room is walked, whatever the variable
 * says where this is started. Refused with a sentence where a name is neither, or there are two rooms.
 */
export function planOf(
	names: readonly string[],
	steps: readonly string[],
	given: NodeJS.ProcessEnv,
): Result<Plan, string> {
	const { [ROOM]: _stray, ...env } = given
	const rooms = names.filter((name) => ROOMS.includes(name))
	const chosen = names.filter((name) => steps.includes(name))
	const unknown = names.filter((name) => !rooms.includes(name) && !chosen.includes(name))
	if (unknown.length > 0) {
		return refuse(
			`There is no step and no room ${unknown.join(', ')}. Steps: ${steps.join(', ')}. Rooms: ${ROOMS.join(', ')}.`,
		)
	}
	const [room, ...others] = rooms
	if (others.length > 0) return refuse(`One room at a time, and not ${rooms.join(', ')}.`)
	if (room === undefined) return ok({ steps: chosen.length > 0 ? chosen : steps, files: [], env })
	return ok({
		steps: chosen.length > 0 ? chosen : OF_A_ROOM,
		files: [...testsOf(room), ...WALKS],
		env: { ...env, [ROOM]: room },
	})
}

/** The tests that stand in a room, on whichever floor. */
function testsOf(room: string): string[] {
	const cwd = join(import.meta.dirname, '../..')
	return globSync([`src/**/${room}/**/*.test.{ts,tsx}`, `src/**/${room}.test.{ts,tsx}`], { cwd }).sort()
}
