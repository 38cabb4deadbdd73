import * as z from 'zod'
import { id, row, rows } from '#db/rows.ts'
import type { PersonId, StatementId, TopicId } from '#domain/kernel/id.ts'
import type { Level } from '#domain/position/level.ts'
import type { Block } from '#domain/statement/block.ts'
import { addTopic } from '#usecases/coalition/topics.ts'
import { sortPositions } from '#usecases/position/sort-positions.ts'
import { keepStandardText } from '#usecases/statement/standard-texts.ts'
import { granted, type Making } from './making.ts'

/** Whom the real statement's positions are about, and where what each asks for is to change; of the last nothing is said. */
const GROUPS = ['Föreningar', 'Brukare och patienter', 'Närstående'] as const
const SORTED: readonly { readonly groups: readonly number[]; readonly level: Level }[] = [
	{ groups: [0], level: 'system' },
	{ groups: [0], level: 'system' },
	{ groups: [0, 1], level: 'system' },
	{ groups: [1, 2], level: 'service' },
	{ groups: [1], level: 'service' },
	{ groups: [1], level: 'service' },
]

/** From the real statement. */
const METHODS: readonly Block[] = [
	{ kind: 'heading', text: 'Metoder och verktyg för brukarinflytande' },
	{
		kind: 'paragraph',
		text: '**Brukarrevisioner** Verksamheter och insatser följs upp och granskas av organiserade och utbildade brukare/anhöriga med utgångspunkt från brukarrörelsens kunskaper och erfarenheter.',
	},
	{
		kind: 'paragraph',
		text: '**Återhämtningsguiden** Ett praktiskt verktyg för återhämtning, vilket kan användas i alla verksamheter som möter personer som mår psykiskt dåligt och deras anhöriga.',
	},
]

const OUTLINE: readonly Block[] = [
	{ kind: 'heading', text: 'Sammanfattning' },
	{ kind: 'paragraph', text: 'Det viktigaste i tre meningar.' },
	{ kind: 'heading', text: 'Våra ståndpunkter' },
	{ kind: 'heading', text: 'Metoder och verktyg för brukarinflytande' },
]

const adoptedRow = row({ statementId: id<StatementId>(), number: z.number() })

/** Sorts positions of the bank, and keeps a standard text and a template. */
export async function seedBank({ deps, order, chair }: Making & { readonly chair: PersonId }): Promise<void> {
	const groups: TopicId[] = []
	for (const name of GROUPS) {
		groups.push(granted(await addTopic(deps, order(chair, { name, list: 'group' as const }))).value.topicId)
	}
	const [adopted] = await deps.db.read(
		rows('SELECT statement_id, number FROM adopted_position ORDER BY statement_id, number', [], adoptedRow),
	)
	const positions = SORTED.flatMap((sorted, index) => {
		const position = adopted[index]
		if (!position) return []
		const groupIds = sorted.groups.flatMap((at) => groups[at] ?? [])
		return [{ adoptedIn: position.statementId, number: position.number, groupIds, level: sorted.level }]
	})
	granted(await sortPositions(deps, order(chair, { positions })))
	const texts = [
		{ name: 'Metoder för brukarinflytande', use: 'insert', blocks: METHODS },
		{ name: 'Kort svar', use: 'start', blocks: OUTLINE },
	] as const
	for (const text of texts) granted(await keepStandardText(deps, order(chair, text)))
}
