import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COMMENT_COLUMNS, commentColumns } from '#db/comment/load-comments.ts'
import { ballotQuery, LATEST_BALLOT, type LoadedBallot, signoffsQuery } from '#db/deciding/load-ballot.ts'
import { firstRow, flag, id, row, rows } from '#db/rows.ts'
import { HAS_POSITIONS, type LoadedStatement, statementFactsQuery } from '#db/statement/load-statement.ts'
import type { AssociationId, InquiryId } from '#domain/kernel/id.ts'
import type { Situation } from '#domain/planning/tasks.ts'

/** What every page of a statement's workspace shows at its top. */
export type StatementHeader = LoadedStatement & {
	readonly inquiry: {
		readonly id: InquiryId
		readonly title: string
		readonly sender: string
		readonly references: string
		readonly dueOn: string | null
	} | null
	readonly ballot: LoadedBallot | null
	readonly published: { readonly year: number; readonly number: number; readonly label: string } | null
	/** How many comments there are, each with what was said about it. */
	readonly threads: number
	readonly situation: Situation
}

const idRow = row({ id: id<AssociationId>() })

const ids = (sql: string, args: string[]): Query<AssociationId[]> =>
	mapQuery(rows(sql, args, idRow), (found) => found.map((row) => row.id))

const inquiryRow = row({
	id: id<InquiryId>(),
	title: z.string(),
	sender: z.string(),
	references: z.string(),
	dueOn: z.string().nullable(),
})

const publishedRow = row({ year: z.number(), number: z.number(), label: z.string() })

const textRow = row({ written: flag, hasPositions: flag, ...commentColumns })

const sentRow = row({ times: z.number() })

/** The header of a statement of the coalition; null when there is no such statement. */
export function statementHeaderQuery(slug: string, statementId: string): Query<StatementHeader | null> {
	return mapQuery(
		allOf({
			facts: statementFactsQuery(slug, statementId),
			inquiry: firstRow(
				`SELECT id, title, sender, reference_numbers AS "references", due_on FROM inquiry
					WHERE id = (SELECT inquiry_id FROM statement WHERE id = ?)`,
				[statementId],
				inquiryRow,
			),
			ballot: ballotQuery(slug, statementId),
			signoffs: signoffsQuery(statementId),
			published: firstRow(
				'SELECT year, number, label FROM publication WHERE statement_id = ?',
				[statementId],
				publishedRow,
			),
			text: firstRow(
				`SELECT block_order <> '[]' AS written, ${HAS_POSITIONS} AS has_positions, ${COMMENT_COLUMNS}
					FROM statement WHERE id = ?`,
				[statementId],
				textRow,
			),
			stanced: ids('SELECT DISTINCT association_id AS id FROM stance WHERE statement_id = ?', [statementId]),
			voted: ids(
				`SELECT association_id AS id FROM vote WHERE ballot_id = ${LATEST_BALLOT}
					UNION SELECT association_id FROM turnout WHERE ballot_id = ${LATEST_BALLOT}`,
				[statementId, statementId],
			),
			sent: firstRow('SELECT COUNT(*) AS times FROM dispatch WHERE statement_id = ?', [statementId], sentRow),
		}),
		({ facts, inquiry, ballot, signoffs, published, text, stanced, voted, sent }) => {
			if (!facts) return null
			const { statement } = facts
			return {
				...facts,
				inquiry,
				ballot,
				published,
				threads: text?.threads ?? 0,
				situation: {
					stage: statement.stage,
					written: text?.written ?? false,
					hasPositions: text?.hasPositions ?? false,
					consultationDueAt: facts.consultationDueAt,
					ballot,
					signoffDueAt: facts.signoffDueAt,
					electorate: (ballot?.electorate ?? []).map((elector) => elector.associationId),
					stanced,
					voted,
					answered: signoffs
						.filter((signoff) => signoff.textHash === statement.textHash)
						.map((signoff) => signoff.associationId),
					sent: (sent?.times ?? 0) > 0,
					unanswered: text?.unanswered ?? 0,
					commented: text?.commented ?? [],
					newAnswers: text?.newAnswers ?? [],
				},
			}
		},
	)
}
