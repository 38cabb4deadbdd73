import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { amendableQuery, type LoadedAddendum, type LoadedAmendable } from '#db/publication/load-addenda.ts'
import { REDACTION_PLACES } from '#db/publication/withheld.ts'
import { firstValue, json, row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { StatementText } from '#domain/statement/statement.ts'
import { type StatementHeader, statementHeaderQuery } from '#read/statement/statement-header.ts'
import { textSchema } from '#schema/statement.ts'

export type { LoadedAddendum } from '#db/publication/load-addenda.ts'

/** A published statement with what is added to it, or may be, as members see it. */
export type AddendaView = {
	readonly header: StatementHeader
	/** Null until it is published. */
	readonly about: (LoadedAmendable & PublishedText) | null
}

type PublishedText = {
	readonly text: StatementText
	readonly withheld: readonly { readonly index: number; readonly ground: string }[]
}

const withheldRow = row({ index: z.number(), ground: z.string() })

export function addendaViewQuery(slug: string, statementId: string, now: Instant): Query<AddendaView | null> {
	return mapQuery(
		allOf({
			header: statementHeaderQuery(slug, statementId),
			about: amendableQuery(slug, statementId, now),
			text: firstValue('SELECT text_bytes FROM publication WHERE statement_id = ?', [statementId], json(textSchema)),
			withheld: rows(
				`SELECT place.key AS "index", redaction.ground FROM ${REDACTION_PLACES}
					WHERE redaction.statement_id = ? ORDER BY place.key`,
				[statementId],
				withheldRow,
			),
		}),
		({ header, about, text, withheld }) => header && { header, about: about && text && { ...about, text, withheld } },
	)
}

export type AddendumView = AddendaView & {
	readonly about: NonNullable<AddendaView['about']>
	readonly addendum: LoadedAddendum
}

/** The same with the one that a page is about; null: there is no such. */
export function addendumViewQuery(
	slug: string,
	statementId: string,
	addendumId: string,
	now: Instant,
): Query<AddendumView | null> {
	return mapQuery(addendaViewQuery(slug, statementId, now), (view) => {
		const addendum = view?.about?.addenda.find(({ id }) => id === addendumId)
		return view?.about && addendum ? { ...view, about: view.about, addendum } : null
	})
}
