import type { AssociationId, OlderId, PersonId } from '#domain/kernel/id.ts'
import { ok } from '#domain/kernel/result.ts'
import type { OlderContent } from '#domain/publication/older.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import {
	contestOlder,
	correctOlder,
	importOlder,
	removeOlder,
	takeBackOlderContest,
} from '#usecases/publication/older.ts'
import { keepOlderFiles } from '#usecases/publication/older-files.ts'
import { firstOf, type PreparedAct } from './every-coalition-act.ts'
import { type CoalitionWorld, granted, type World } from './world.ts'

/** What is known of a statement of 2017 without files. */
export const OLDER: OlderContent = {
	title: 'Svar på Nationell strategi 2017',
	language: 'sv',
	kind: 'response',
	decidedOn: '2017-05-03',
	inquiry: { title: 'Nationell strategi', sender: 'Socialdepartementet', references: 'S2017/01234' },
	standsBehind: 'Alla föreningar som då var med.',
	files: [],
	blocks: [
		{ kind: 'paragraph', text: 'Vi är positiva till strategin.' },
		{ kind: 'position', text: 'Anhöriga ska få stöd under vårdtiden.' },
		{ kind: 'subPoint', text: 'Även barn.' },
	],
}

const bytes = new TextEncoder().encode('Svar från 2017.')

/** A file of one, which waits to be saved with it. */
export async function keptFile(world: CoalitionWorld, name = 'svar-2017.txt') {
	const brought = { name, mediaType: 'text/plain', bytes: [bytes], text: 'Svar från 2017.', gap: null } as const
	const keep = world.order(world.chair, { open: () => ok([brought]) })
	const [{ text: _text, ...file } = { text: '' }] = granted(await keepOlderFiles(world.deps, keep))
	return file as OlderContent['files'][number]
}

/** An older statement, brought in by the chair. */
export async function importedStatement(
	world: CoalitionWorld,
	{ year = 2017, number = 3, ...content }: Partial<OlderContent> & { year?: number; number?: number | null } = {},
): Promise<{ readonly olderId: OlderId; readonly place: string }> {
	const bring = world.order(world.chair, { year, number, content: { ...OLDER, ...content } })
	return granted(await importOlder(world.deps, bring)).value
}

/** One without a number in the demonstration, with a file; and some of 2017. */
export async function importToDemonstration({ deps, order }: World, chair: PersonId): Promise<void> {
	const bring = <Command>(command: Command) => order(chair, command, undefined, DEMO_SLUG)
	const brought = { name: 'svar-2022.txt', mediaType: 'text/plain', bytes: [bytes], text: 'Svar.', gap: null } as const
	const [kept] = granted(await keepOlderFiles(deps, bring({ open: () => ok([brought]) })))
	if (!kept) throw new Error('a file was kept')
	const files = [{ sha256: kept.sha256, name: kept.name, mediaType: kept.mediaType, size: kept.size }]
	granted(await importOlder(deps, bring({ year: 2022, number: null, content: { ...OLDER, decidedOn: '2022', files } })))
	for (let number = 1; number <= 6; number += 1)
		granted(await importOlder(deps, bring({ year: 2017, number, content: OLDER })))
}

/** The first association says that it does not know of it. */
export async function contestedStatement(world: CoalitionWorld, number: number | null = 3) {
	const { olderId } = await importedStatement(world, { number })
	const { associationId, delegate } = firstOf(world)
	const command = { olderId, associationId: associationId as AssociationId, reason: 'Vi var inte med då.' }
	granted(await contestOlder(world.deps, world.order(delegate, command)))
	return { olderId, associationId, delegate }
}

/** Each act on a statement from before Samsvar was used. */
export const OLDER_ACTS = {
	importOlder: {
		prepare: async (world) => {
			const bring = world.order(world.chair, { year: 2017, number: null, content: OLDER })
			return () => importOlder(world.deps, bring)
		},
	},
	correctOlder: {
		prepare: async (world) => {
			const { olderId } = await importedStatement(world, { number: null })
			const command = { olderId, content: { ...OLDER, title: 'Svar på strategin' }, reason: 'Rubriken var fel.' }
			const correct = world.order(world.chair, command)
			return () => correctOlder(world.deps, correct)
		},
	},
	removeOlder: {
		prepare: async (world) => {
			const { olderId } = await importedStatement(world, { number: null })
			const remove = world.order(world.chair, { olderId, reason: 'Fel svar.' })
			return () => removeOlder(world.deps, remove)
		},
	},
	contestOlder: {
		prepare: async (world) => {
			const { olderId } = await importedStatement(world, { number: null })
			const { associationId, delegate } = firstOf(world)
			const contest = world.order(delegate, { olderId, associationId, reason: '' })
			return () => contestOlder(world.deps, contest)
		},
	},
	takeBackOlderContest: {
		prepare: async (world) => {
			const { olderId, associationId, delegate } = await contestedStatement(world, null)
			const takeBack = world.order(delegate, { olderId, associationId })
			return () => takeBackOlderContest(world.deps, takeBack)
		},
	},
} as const satisfies Readonly<Record<string, PreparedAct>>
