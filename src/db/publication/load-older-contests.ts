import * as z from 'zod'
import type { Query } from '#db/client.ts'
import type { StreamName } from '#db/load-log.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { flag, id, json, row, rows } from '#db/rows.ts'
import type { AssociationId, OlderId, SeatId } from '#domain/kernel/id.ts'
import type { OlderMarks, OlderWord } from '#domain/publication/same-older.ts'

/** Of so many parts, the longest, this much is read, in characters: enough to know a text by, however many are contested. */
const PARTS = 60
const BEGINNING = 400

/** The marks of what is known of a row of `older`, from an SQL expression of that. Its texts are as in `textsOf`: items and cells, too. */
const marks = (content: string) => `json_object('year', older.year, 'title', ${content} ->> '$.title',
	'decidedOn', ${content} ->> '$.decidedOn', 'references', ${content} ->> '$.inquiry.references',
	'inquiry', ${content} ->> '$.inquiry.title',
	'files', (SELECT json_group_array(value ->> '$.sha256') FROM json_each(${content}, '$.files')),
	'texts', (SELECT json_group_array(text) FROM (SELECT substr(atom, 1, ${BEGINNING}) AS text
		FROM json_tree(${content}, '$.blocks') WHERE type = 'text' AND key IS NOT 'kind' ORDER BY length(atom) DESC LIMIT ${PARTS})))`

/** What was known of it when that was said of it, or went with it there. */
const WHEN_SAID = `(SELECT payload -> '$.content' FROM event WHERE stream = 'older:' || older.id
	AND type IN ('olderImported', 'olderCorrected') AND position < (SELECT MAX(position) FROM event
		WHERE stream = 'olderContest:' || contest.older_id || ':' || contest.association_id)
	ORDER BY seq DESC LIMIT 1)`

const SAID = `FROM older_contest AS contest JOIN older_statement AS older ON older.id = contest.older_id
	WHERE older.coalition_id = ${COALITION_BY_SLUG}`

const marksSchema: z.ZodType<OlderMarks> = z.object({
	...{ year: z.number(), title: z.string(), decidedOn: z.string(), references: z.string(), inquiry: z.string() },
	...{ files: z.array(z.string()), texts: z.array(z.string()) },
})

const wordRow = row(
	{
		...{ olderId: id<OlderId>(), associationId: id<AssociationId>(), standing: flag, reason: z.string() },
		...{ seatId: id<SeatId>().nullable(), at: z.number(), carriedFrom: id<OlderId>().nullable() },
		...{ now: json(marksSchema), said: json(marksSchema) },
	},
	({ now, said, ...word }): OlderWord => ({ ...word, marks: word.standing ? [said, now] : [said] }),
)

/** What associations of the coalition said last of each: that they do not know of it, or that they take that back. */
export function olderWordsQuery(slug: string): Query<OlderWord[]> {
	return rows(
		`SELECT contest.older_id, contest.association_id, contest.standing, contest.reason, contest.seat_id, contest.at,
			contest.carried_from,
			${marks('older.content')} AS now, ${marks('contest.said')} AS said
		FROM (SELECT contest.*, COALESCE(${WHEN_SAID}, older.content) AS said ${SAID}) AS contest
		JOIN older_statement AS older ON older.id = contest.older_id
		WHERE contest.standing = 1 OR contest.carried_from IS NULL ORDER BY contest.older_id, contest.association_id`,
		[slug],
		wordRow,
	)
}

/** Their streams, so that nothing goes on that is taken back meanwhile, nor stays that is said anew. */
export const streamsOfOlderWords = (slug: string): StreamName => ({
	all: `SELECT 'olderContest:' || contest.older_id || ':' || contest.association_id ${SAID}`,
	args: [slug],
})
