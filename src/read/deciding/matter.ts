import * as z from 'zod'
import { SEEN } from '#db/amendment/seen.ts'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { firstRow, id, json, row, rows } from '#db/rows.ts'
import type { AmendmentId, AmendmentVersionId } from '#domain/kernel/id.ts'
import { LANGUAGES, type Language, type StatementText } from '#domain/statement/statement.ts'
import { wantedSchema } from '#schema/amendment.ts'
import { blockVersionSchema } from '#schema/statement.ts'

/** What a ballot is about, as its electorate has it before it. `title`: the text's. */
export type Matter =
	| ({ readonly kind: 'text' } & StatementText)
	| {
			readonly kind: 'amendment'
			readonly title: string
			readonly language: Language
			readonly first: PutWords
			/** That it is put against; null where it is voted on by itself. */
			readonly second: PutWords | null
	  }

/**
 * The text was fixed in the act that put it to its first ballot, or to one before that lacked quorum: what was fixed last until
 * then is looked at first, however much there is.
 */
export const REVISION = `(SELECT id FROM revision WHERE revision.statement_id = ballot.statement_id AND revision.at <= ballot.opens_at
	AND revision.text_hash = ballot.text_hash ORDER BY revision.at DESC LIMIT 1)`

const textRow = row(
	{ title: z.string(), language: z.enum(LANGUAGES), blocks: json(z.array(blockVersionSchema)) },
	({ blocks, ...text }) => ({ ...text, blocks: blocks.map(({ content }) => content) }),
)

const putRow = row({
	id: id<AmendmentId>(),
	number: z.number(),
	association: z.string(),
	versionId: id<AmendmentVersionId>(),
	reason: z.string(),
	/** The other associations that stand behind these words. */
	joined: json(z.array(z.string())),
	seen: json(z.array(blockVersionSchema)),
	wanted: json(z.array(wantedSchema)),
	title: z.string(),
	language: z.enum(LANGUAGES),
})

/** An amendment in the words that are voted on. */
export type PutWords = Omit<ReturnType<typeof putRow>, 'title' | 'language'>

/** Null where there is no such ballot. */
export function matterQuery(ballotId: string): Query<Matter | null> {
	return mapQuery(
		allOf({
			text: firstRow(
				`SELECT title, language, blocks FROM ballot JOIN revision ON revision.id = ${REVISION}
					WHERE ballot.id = ? AND subject ->> '$.kind' = 'text'`,
				[ballotId],
				textRow,
			),
			put: rows(
				`WITH put (place, amendment_id, version_id) AS (
					SELECT 0, subject ->> '$.amendmentId', subject ->> '$.versionId' FROM ballot WHERE id = ?1
					UNION ALL SELECT 1, subject ->> '$.against.amendmentId', subject ->> '$.against.versionId' FROM ballot WHERE id = ?1)
				SELECT amendment.id, number, association.name AS association, put.version_id, amendment_version.reason,
					${SEEN} AS seen, amendment_version.wanted,
					(SELECT json_group_array(name) FROM (SELECT association.name FROM amendment_join
						JOIN association ON association.id = amendment_join.association_id
						WHERE amendment_id = amendment.id AND amendment_join.version_id = put.version_id
						ORDER BY amendment_join.at, amendment_join.rowid)) AS joined, statement.title, statement.language
				FROM put JOIN amendment ON amendment.id = put.amendment_id
				JOIN amendment_version ON amendment_version.id = put.version_id
				JOIN association ON association.id = amendment.association_id
				JOIN statement ON statement.id = amendment.statement_id ORDER BY place`,
				[ballotId],
				putRow,
			),
		}),
		({ text, put: [first, second = null] }) => {
			if (text) return { kind: 'text', ...text }
			return first ? { kind: 'amendment', title: first.title, language: first.language, first, second } : null
		},
	)
}
