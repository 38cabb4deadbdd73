import { streamNames, streamsQuery } from '#db/load-log.ts'
import { coalitionIdQuery } from '#db/members/load-actor.ts'
import { save } from '#db/save.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { CoalitionId, PersonId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type CoalitionWorld, type Member, SLUG } from './world.ts'

const PER_BATCH = 250

/** The world with `count` more associations, each with a delegate, written in a few batches instead of thousands of acts. */
export async function withManyMembers(world: CoalitionWorld, count: number): Promise<CoalitionWorld> {
	const { db, deps } = world
	const [coalitionId] = await db.read<[CoalitionId | null]>(coalitionIdQuery(SLUG))
	if (coalitionId === null) throw new Error('the world has no coalition')
	const members = Array.from({ length: count }, (_, index): Member => {
		const [associationId, delegate, delegateSeat] = [
			deps.newId<'association'>(),
			deps.newId<'person'>(),
			deps.newId<'seat'>(),
		]
		return { associationId, name: `Förening ${index + 1}`, delegate, delegateSeat }
	})
	for (let from = 0; from < count; from += PER_BATCH) {
		await writeMembers(world, coalitionId, members.slice(from, from + PER_BATCH), world.members.length + from)
	}
	return { ...world, members: [...world.members, ...members] }
}

async function writeMembers(
	{ db, deps, chair }: CoalitionWorld,
	coalitionId: CoalitionId,
	members: readonly Member[],
	before: number,
): Promise<void> {
	const at = deps.now()
	const [come] = await db.read<[Record<string, number>]>(streamsQuery([streamNames.coalition(SLUG)]))
	const stream = streams.coalition(coalitionId)
	const events = members.flatMap(({ associationId, name, delegate, delegateSeat }, index): DomainEvent[] => [
		{
			type: 'associationAdded',
			stream,
			statementId: null,
			payload: { association: { id: associationId, name, area: 'Psykisk hälsa', order: before + index + 1 } },
		},
		{
			type: 'seatGiven',
			stream,
			statementId: null,
			payload: { seatId: delegateSeat, personId: delegate, associationId, role: 'delegate', from: at, until: null },
		},
	])
	const id = deps.newId<'act'>()
	const act = {
		id,
		coalitionId,
		personId: chair,
		seatId: null,
		way: null,
		kind: 'addMembers',
		key: `members-${id}`,
		payloadHash: '',
		result: 'null',
		at,
	}
	await db.write(members.map(({ delegate, name }) => personRow(delegate, name, at)))
	const saved = await save(db, { act, events, guards: [], streams: come })
	if (saved !== 'saved') throw new Error('somebody else was writing while the members were')
}

const personRow = (id: PersonId, name: string, at: number) => ({
	sql: 'INSERT INTO person (id, name, created_at) VALUES (?, ?, ?)',
	args: [id, `Disa ${name}`, at],
})
