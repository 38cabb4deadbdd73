import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { type LoadedVote, votesQuery } from '#db/deciding/load-ballot.ts'
import { lastNumberQuery } from '#db/publication/load-publication.ts'
import { firstValue } from '#db/rows.ts'
import { swedishYear } from '#domain/kernel/calendar.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { type SignoffView, signoffViewQuery } from '#read/deciding/deciding.ts'
import { type Dispatch, dispatchesIn } from './sent.ts'
import { type ShownTopic, shownTopics, topicsOf } from './topics.ts'

export type PublicationView = SignoffView & {
	readonly votes: readonly LoadedVote[]
	/** The last number taken in the series of this year. */
	readonly lastNumber: number
	readonly publishedAt: Instant | null
	/** Somebody who has or had a seat in the coalition is named in the text by their whole name. */
	readonly namesSomebody: boolean
	/** Where the inquiry asks for the answer to be sent. */
	readonly sendTo: string
	readonly dispatches: readonly Dispatch[]
}

export function publicationViewQuery(slug: string, statementId: string, now: Instant): Query<PublicationView | null> {
	return mapQuery(
		allOf({
			view: signoffViewQuery(slug, statementId, now),
			votes: votesQuery({ statementId }),
			lastNumber: lastNumberQuery(slug, swedishYear(now)),
			publishedAt: firstValue('SELECT published_at FROM publication WHERE statement_id = ?', [statementId], z.number()),
			namesSomebody: firstValue(
				`SELECT EXISTS (SELECT 1 FROM statement JOIN revision ON revision.id = statement.revision_id
					JOIN seat ON seat.coalition_id = statement.coalition_id JOIN person ON person.id = seat.person_id
					WHERE statement.id = ? AND person.name <> '' AND instr(revision.blocks, person.name) > 0)`,
				[statementId],
				z.number(),
			),
			sendTo: firstValue(
				'SELECT send_to FROM inquiry WHERE id = (SELECT inquiry_id FROM statement WHERE id = ?)',
				[statementId],
				z.string(),
			),
			dispatches: dispatchesIn('= ?', [statementId]),
		}),
		({ view, sendTo, namesSomebody, ...found }) =>
			view && { ...view, ...found, sendTo: sendTo ?? '', namesSomebody: namesSomebody === 1 },
	)
}

/** The same with what it is sorted under. */
export type SortedPublication = PublicationView & { readonly topics: readonly ShownTopic[] }

export function sortedPublicationQuery(
	slug: string,
	statementId: string,
	now: Instant,
): Query<SortedPublication | null> {
	return mapQuery(
		allOf({
			view: publicationViewQuery(slug, statementId, now),
			topics: firstValue(`SELECT ${topicsOf('?')}`, [statementId], shownTopics),
		}),
		({ view, topics }) => view && { ...view, topics: topics ?? [] },
	)
}
