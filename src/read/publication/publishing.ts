import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { lastNumberQuery } from '#db/publication/load-publication.ts'
import { firstRow, row, rows } from '#db/rows.ts'
import { swedishYear } from '#domain/kernel/calendar.ts'
import type { Instant, SwedishDate } from '#domain/kernel/id.ts'
import { type SignoffView, signoffViewQuery } from '#read/deciding/deciding.ts'

export type PublicationView = SignoffView & {
	/** The last number taken in the series of this year. */
	readonly lastNumber: number
	readonly publishedAt: Instant | null
	/** Where the inquiry asks for the answer to be sent. */
	readonly sendTo: string
	readonly dispatches: readonly { readonly sentOn: SwedishDate; readonly how: string; readonly to: string }[]
}

const publishedRow = row({ at: z.number() })

const sendToRow = row({ address: z.string() })

const dispatchRow = row({ sentOn: z.string(), how: z.string(), to: z.string() })

export function publicationViewQuery(slug: string, statementId: string, now: Instant): Query<PublicationView | null> {
	return mapQuery(
		allOf({
			view: signoffViewQuery(slug, statementId),
			lastNumber: lastNumberQuery(slug, swedishYear(now)),
			published: firstRow(
				'SELECT published_at AS at FROM publication WHERE statement_id = ?',
				[statementId],
				publishedRow,
			),
			sendTo: firstRow(
				'SELECT send_to AS address FROM inquiry WHERE id = (SELECT inquiry_id FROM statement WHERE id = ?)',
				[statementId],
				sendToRow,
			),
			dispatches: rows(
				'SELECT sent_on, how, sent_to AS "to" FROM dispatch WHERE statement_id = ? ORDER BY sent_on, at',
				[statementId],
				dispatchRow,
			),
		}),
		({ view, lastNumber, published, sendTo, dispatches }) =>
			view && {
				...view,
				lastNumber,
				publishedAt: published?.at ?? null,
				sendTo: sendTo?.address ?? '',
				dispatches,
			},
	)
}
