import type { Deps } from '#usecases/perform.ts'

/** The same, where something else is saved after an act was decided and before it is. */
export function overtaken<World extends Pick<Deps, 'db'>>(deps: World, first: () => Promise<unknown>): World {
	let done = false
	const write: Deps['db']['write'] = async (statements) => {
		if (!done) {
			done = true
			await first()
		}
		return deps.db.write(statements)
	}
	return { ...deps, db: { ...deps.db, write } }
}
