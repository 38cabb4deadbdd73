import { type Answer, type Program, programOf } from '#test/support/api.ts'
import { testApp } from '#test/support/app.ts'
import { filtered } from '#test/support/curl.ts'
import type { CoalitionWorld } from '#test/support/world.ts'

export const iso = (instant: number) => new Date(instant).toISOString()

/** The chair's program, and one of each delegate. */
export async function programs(world: CoalitionWorld) {
	const app = testApp(world)
	const chair = await programOf(app, world.chair)
	const delegates: (Program & { readonly associationId: string })[] = []
	for (const { delegate, associationId } of world.members) {
		delegates.push({ ...(await programOf(app, delegate)), associationId })
	}
	const [first, second, third] = delegates
	if (!first || !second || !third) throw new Error('three associations are needed')
	return { app, chair, delegates: [first, second, third] as const }
}

/** What was done, or why not. */
export function outcomeOf({ status, body }: Answer): string {
	return status === 201 ? 'done' : `${status} ${filtered(body, '.code')}`
}
