import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { StreamName } from '#db/load-log.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { flag, id, json, row, rows } from '#db/rows.ts'
import type { AssociationId, OlderId, SeatId } from '#domain/kernel/id.ts'
import type { OlderMarks, OlderWord } from '#domain/publication/same-older.ts'

/** Of so many parts, the longest, this much is read, in characters: enough to know a text by, however many are contested. */
const PARTS = 60
const BEGINNING = 400

/** The marks of a row of `older`. Its texts are as in `textsOf`: items and cells, too. */
const MARKS = `json_object('year', older.year, 'title', content ->> '$.title', 'decidedOn', content ->> '$.decidedOn',
	'references', content ->> '$.inquiry.references', 'inquiry', content ->> '$.inquiry.title',
	'files', (SELECT json_group_array(value ->> '$.sha256') FROM json_each(content, '$.files')),
	'texts', (SELECT json_group_array(text) FROM (SELECT substr(atom, 1, ${BEGINNING}) AS text
		FROM json_tree(content, '$.blocks') WHERE type = 'text' AND key IS NOT 'kind' ORDER BY length(atom) DESC LIMIT ${PARTS})))`

const SAID = `FROM older_contest AS contest JOIN older_statement AS older ON older.id = contest.older_id
	WHERE older.coalition_id = ${COALITION_BY_SLUG}`

/** What of it was known when that was said of it, or went with it there: where in the log. 0: what is known now. */
const KNOWN = `COALESCE((SELECT position FROM event WHERE stream = 'older:' || contest.older_id
	AND type IN ('olderImported', 'olderCorrected') AND position < (SELECT MAX(position) FROM event
		WHERE stream = 'olderContest:' || contest.older_id || ':' || contest.association_id)
	ORDER BY seq DESC LIMIT 1), 0)`

const WORDS = `SELECT contest.*, ${KNOWN} AS known ${SAID} AND (contest.standing = 1 OR contest.carried_from IS NULL)`

const marksSchema: z.ZodType<OlderMarks> = z.object({
	...{ year: z.number(), title: z.string(), decidedOn: z.string(), references: z.string(), inquiry: z.string() },
	...{ files: z.array(z.string()), texts: z.array(z.string()) },
})

const wordRow = row({
	...{ olderId: id<OlderId>(), associationId: id<AssociationId>(), standing: flag, reason: z.string() },
	...{ seatId: id<SeatId>().nullable(), at: z.number(), carriedFrom: id<OlderId>().nullable(), known: z.number() },
})

const marksRow = row({ olderId: id<OlderId>(), known: z.number(), marks: json(marksSchema) })

/**
 * What associations of the coalition said last of each: that they do not know of it, or that they take that back. However many
 * speak of one, its text is read once.
 */
export function olderWordsQuery(slug: string): Query<OlderWord[]> {
	return mapQuery(
		allOf({
			words: rows(
				`SELECT older_id, association_id, standing, reason, seat_id, at, carried_from, known
					FROM (${WORDS}) ORDER BY older_id, association_id`,
				[slug],
				wordRow,
			),
			marked: rows(
				`WITH said AS MATERIALIZED (${WORDS}),
					older AS MATERIALIZED (SELECT id, year, known,
						COALESCE((SELECT payload -> '$.content' FROM event WHERE position = known), content) AS content
						FROM (SELECT older_id, known FROM said UNION SELECT older_id, 0 FROM said)
						JOIN older_statement ON older_statement.id = older_id)
					SELECT id AS older_id, known, ${MARKS} AS marks FROM older`,
				[slug],
				marksRow,
			),
		}),
		({ words, marked }) => {
			const marks = new Map(marked.map((each) => [`${each.olderId} ${each.known}`, each.marks]))
			const marksAt = (olderId: OlderId, known: number) => marks.get(`${olderId} ${known}`) ?? []
			return words.map(({ known, ...word }) => ({
				...word,
				marks: [marksAt(word.olderId, known), word.standing ? marksAt(word.olderId, 0) : []].flat(),
			}))
		},
	)
}

/** Their streams, so that nothing goes on that is taken back meanwhile, nor stays that is said anew. */
export const streamsOfOlderWords = (slug: string): StreamName => ({
	all: `SELECT 'olderContest:' || contest.older_id || ':' || contest.association_id ${SAID}`,
	args: [slug],
})
