import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { firstRow, firstValue, json, row } from '#db/rows.ts'
import { ANSWER_FORMATS } from '#domain/inquiry/inquiry.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Asked } from '#domain/publication/demands.ts'
import { type PublicationView, publicationViewQuery } from './publishing.ts'
import { type SentLetters, sentQuery } from './sent.ts'

export type SendingView = PublicationView &
	Pick<SentLetters, 'responses' | 'replies'> & {
		/** What the inquiry says of how it is answered; null: it answers none. */
		readonly asked: Asked | null
		/** What the coalition was called when it published: who answers. */
		readonly named: string
	}

const askedRow = row({
	title: z.string(),
	references: z.string(),
	sendTo: z.string(),
	copyTo: z.string(),
	formats: json(z.array(z.enum(ANSWER_FORMATS))),
	dueOn: z.string().nullable(),
})

/** What it takes to send a statement to whoever asked for it, and how it was sent before. `also`: what is shown beside it. */
export function sendingViewQuery<Also>(
	slug: string,
	statementId: string,
	now: Instant,
	also: Also,
): Query<(SendingView & Also) | null> {
	return mapQuery(
		allOf({
			view: publicationViewQuery(slug, statementId, now),
			asked: firstRow(
				`SELECT title, reference_numbers AS "references", send_to, copy_to, formats, due_on FROM inquiry
					WHERE id = (SELECT inquiry_id FROM statement WHERE id = ?)`,
				[statementId],
				askedRow,
			),
			named: firstValue(
				"SELECT json_extract(record_bytes, '$.coalition') FROM publication WHERE statement_id = ?",
				[statementId],
				z.string(),
			),
			sent: sentQuery('= ?', [statementId]),
		}),
		({ view, asked, named, sent: { responses, replies } }) =>
			view && { ...view, asked, named: named ?? view.coalition.name, responses, replies, ...also },
	)
}
