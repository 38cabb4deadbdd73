import * as z from 'zod'
import { id, row, rows } from '#db/rows.ts'
import type { PersonId, StatementId, TopicId } from '#domain/kernel/id.ts'
import { addTopic, chooseTopics } from '#usecases/coalition/topics.ts'
import { granted, type Making } from './making.ts'

/** What the demonstration sorts by. The first two are those of the real statement, and each of the others has one of them. */
const TOPICS = ['Brukarinflytande', 'Samverkan', 'Psykiatri', 'Tvångsvård'] as const

const startedRow = row({ id: id<StatementId>(), stage: z.string() })

/** Adds topics, and sorts the statements that are there under them. */
export async function seedTopics({ deps, order, chair }: Making & { readonly chair: PersonId }): Promise<void> {
	const topics: TopicId[] = []
	for (const name of TOPICS) topics.push(granted(await addTopic(deps, order(chair, { name }))).value.topicId)
	const [statements] = await deps.db.read(rows('SELECT id, stage FROM statement ORDER BY id', [], startedRow))
	for (const [index, { id: statement, stage }] of statements.entries()) {
		const topicIds = stage === 'published' ? topics.slice(0, 2) : [topics[index % topics.length] ?? []].flat()
		const sorted = { kind: 'statement', id: statement } as const
		granted(await chooseTopics(deps, order(chair, { sorted, topicIds })))
	}
}
