import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { flag, json, row, rows } from '#db/rows.ts'
import { type CitedOutcome, KNOWN_OUTCOMES, type KnownOutcome } from '#domain/publication/outcome.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'
import { documentKindSchema, positionOutcomeSchema } from '#schema/outcome.ts'
import { type PublicCoalition, publicCoalitionQuery } from './public-coalition.ts'

/** Null: of any year; whatever came of them. */
export type LedgerView = { readonly year: number | null; readonly known: KnownOutcome | null }

const entryRow = row(
	{
		label: z.string(),
		title: z.string(),
		year: z.number(),
		/** Of the statement in its year, as it stands in its address. */
		place: z.string(),
		language: z.enum(LANGUAGES),
		number: z.number(),
		text: z.string(),
		outcome: positionOutcomeSchema.nullable(),
		page: z.string().nullable(),
		note: z.string().nullable(),
		kind: documentKindSchema.nullable(),
		documentTitle: z.string().nullable(),
		url: z.string().nullable(),
		datedOn: z.string().nullable(),
		/** The statement is from before Samsvar was used. */
		imported: flag,
		/** Who says that they do not know of it. */
		contestedBy: json(z.array(z.string())),
	},
	({ outcome, page, note, kind, documentTitle, url, datedOn, ...position }) => ({
		...position,
		latest: latestOf({ number: position.number, outcome, page, note, kind, title: documentTitle, url, datedOn }),
	}),
)

/** A published position with what is known last of what came of it. */
export type LedgerEntry = ReturnType<typeof entryRow>

type Nullable<Fields> = { readonly [Name in keyof Fields]: Fields[Name] | null }
type Joined = Nullable<Omit<CitedOutcome, 'document' | 'number'> & CitedOutcome['document']> & {
	readonly number: number
}

function latestOf({ number, outcome, page, note, kind, title, url, datedOn }: Joined): CitedOutcome | null {
	if (outcome === null || kind === null) return null
	const document = { kind, title: title ?? '', url: url ?? '', datedOn: datedOn ?? '' }
	return { number, outcome, page: page ?? '', note: note ?? '', document }
}

const countRow = row({ year: z.number(), known: z.enum(KNOWN_OUTCOMES), count: z.number() })

export type Ledger = {
	readonly coalition: PublicCoalition
	/** How many of each year there are, whatever was asked for; the latest year first. */
	readonly years: readonly { readonly year: number; readonly counts: Readonly<Record<KnownOutcome, number>> }[]
	/** Those that were asked for, of the latest statement first; a stretch of them, and how many there are. */
	readonly entries: readonly LedgerEntry[]
	readonly total: number
}

/** Every position that can be read, with the last outcome: of the latest document, and of one day the one recorded last. */
const POSITIONS = `WITH source AS (
		SELECT publication.statement_id AS id, label, publication.title, year, number AS ordinal, CAST(number AS TEXT) AS place, language,
			0 AS imported
		FROM publication JOIN statement ON statement.id = publication.statement_id
		WHERE publication.coalition_id = ${COALITION_BY_SLUG}
		UNION ALL SELECT id, label, title, year, ordinal, place, language, 1 FROM older_statement
		WHERE coalition_id = ${COALITION_BY_SLUG} AND removed_at IS NULL
	), told AS (
		SELECT outcome.*, kind, decision_document.title AS document_title, url, dated_on,
			ROW_NUMBER() OVER (PARTITION BY outcome.statement_id, outcome.number
				ORDER BY dated_on DESC, recorded_at DESC, document_id DESC) AS latest
		FROM source JOIN position_outcome AS outcome ON outcome.statement_id = source.id
		JOIN decision_document ON decision_document.id = outcome.document_id
	), positions AS (
		SELECT source.*, adopted_position.number, adopted_position.text, told.outcome, told.page, told.note, told.kind,
			told.document_title, told.url, told.dated_on, COALESCE(told.outcome, 'none') AS known
		FROM adopted_position JOIN source ON source.id = adopted_position.statement_id
		LEFT JOIN told ON told.statement_id = adopted_position.statement_id AND told.number = adopted_position.number
			AND told.latest = 1
		WHERE adopted_position.coalition_id = ${COALITION_BY_SLUG}
	)`

/** What came of a coalition's published positions. Null: no such coalition. */
export function ledgerQuery(
	slug: string,
	{ year, known }: LedgerView,
	{ from, size }: { readonly from: number; readonly size: number },
): Query<Ledger | null> {
	return mapQuery(
		allOf({
			coalition: publicCoalitionQuery(slug),
			counted: rows(
				`${POSITIONS} SELECT year, known, COUNT(*) AS count FROM positions GROUP BY year, known ORDER BY year DESC`,
				[slug, slug, slug],
				countRow,
			),
			entries: rows(
				`${POSITIONS} SELECT *, (SELECT json_group_array(association.name ORDER BY association.ordinal, association.id)
					FROM older_contest JOIN association ON association.id = association_id
					WHERE older_id = positions.id AND standing = 1) AS contested_by
				FROM positions WHERE year = COALESCE(?, year) AND known = COALESCE(?, known)
				ORDER BY year DESC, ordinal DESC, number LIMIT ? OFFSET ?`,
				[slug, slug, slug, year, known, size, from],
				entryRow,
			),
		}),
		({ coalition, counted, entries }) => {
			if (!coalition) return null
			const asked = counted.filter((each) => (year ?? each.year) === each.year && (known ?? each.known) === each.known)
			const years = [...Map.groupBy(counted, (each) => each.year)].map(([of, each]) => ({
				year: of,
				counts: countsOf(each),
			}))
			return { coalition, years, entries, total: asked.reduce((sum, { count }) => sum + count, 0) }
		},
	)
}

function countsOf(
	counted: readonly { readonly known: KnownOutcome; readonly count: number }[],
): Record<KnownOutcome, number> {
	const of = (known: KnownOutcome) => counted.find((each) => each.known === known)?.count ?? 0
	return {
		heeded: of('heeded'),
		partly: of('partly'),
		rejected: of('rejected'),
		unanswered: of('unanswered'),
		none: of('none'),
	}
}
