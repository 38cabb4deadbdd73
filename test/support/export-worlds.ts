import { createHash } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { secretBallot } from '#test/support/secret-ballot.ts'
import { type CoalitionWorld, createCoalitionWorld, createWorld } from '#test/support/world.ts'

export const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** A small coalition with something in most tables. */
export async function busyWorld(): Promise<CoalitionWorld> {
	const world = await createCoalitionWorld(['Attention', 'AnBo', 'Shedo'], 'secret')
	onTestFinished(() => world[Symbol.asyncDispose]())
	await secretBallot(world, 'closed')
	return world
}

export async function emptyWorld() {
	const world = await createWorld()
	onTestFinished(() => world[Symbol.asyncDispose]())
	await world.server.client.execute('DELETE FROM person')
	return world
}
