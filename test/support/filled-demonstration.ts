import type { PersonId } from '#domain/kernel/id.ts'
import { amendDemonstration } from './amended.ts'
import { keepForDemonstration } from './banked.ts'
import { followDemonstrations } from './followed-older.ts'
import { importToDemonstration } from './imported.ts'
import { answerDemonstration } from './replied.ts'
import { sortDemonstration } from './sorted.ts'
import { withholdInDemonstration } from './withheld.ts'
import type { World } from './world.ts'

/** What is done in the demonstration by its chair beside what is in it: about what is published, and was before. */
export async function fillDemonstration(world: World, chair: PersonId): Promise<void> {
	await amendDemonstration(world, chair)
	await importToDemonstration(world, chair)
	await followDemonstrations(world, chair)
	await sortDemonstration(world, chair)
	await keepForDemonstration(world, chair)
	await answerDemonstration(world, chair)
	await withholdInDemonstration(world, chair)
}
