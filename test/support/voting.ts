import { signedIn, testApp } from '#test/support/app.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	draftStatement,
	type Member,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'

export async function voting(names?: readonly string[], preset?: Parameters<typeof createCoalitionWorld>[1]) {
	const world = await createCoalitionWorld(names, preset, 'never')
	const statement = await draftStatement(world)
	const ballot = await openedBallot(world, statement)
	const app = testApp(world)
	const base = `/${SLUG}/statements/${statement}`
	const at = `${base}/ballots/${ballot.ballotId}`
	const member = world.members[0] as Member
	return { world, app, statement, ballot, base, at, member, browser: await signedIn(app, member.delegate) }
}

export async function all(world: CoalitionWorld, sql: string) {
	return (await world.server.client.execute(sql)).rows.map((row) => ({ ...row }))
}
