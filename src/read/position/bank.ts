import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { firstValue, id, json, row, rows } from '#db/rows.ts'
import { searchPattern } from '#db/search-text.ts'
import { stemsOf, wordsOf } from '#db/search-words.ts'
import { TOPIC_LISTS, type TopicList } from '#domain/coalition/topics.ts'
import type { Instant, StatementId } from '#domain/kernel/id.ts'
import { LEVELS } from '#domain/position/level.ts'
import { LANGUAGES, type Language } from '#domain/statement/statement.ts'
import { ADDED, addedColumns } from '#read/publication/added.ts'
import { CITED, standsIn } from '#read/publication/stands-in.ts'
import { shownTopics, topicsOf } from '#read/publication/topics.ts'
import type { BankView } from './bank-view.ts'

const statementNumber = z.union([z.number(), z.string()])

const cited = z.object({ label: z.string(), year: z.number(), statementNumber })

/** A published statement, as far as a position of it must be cited. Its number is that in its year; `a1` where it never had one. */
export type Cited = z.output<typeof cited>

/** Most positions on one page, and most words of a search that count. */
const SHOWN = 50
const WORD_LIMIT = 8

/** What was folded before İ was an i has a dot of its own in it. */
const FOLDED = "replace(folded, 'i' || char(775), 'i')"

const COALITION = '(SELECT coalition_id FROM slug WHERE slug = ?1)'

const foundRow = row(
	{
		statementId: id<StatementId>(),
		number: z.number(),
		text: z.string(),
		subPoints: json(z.array(z.string())),
		label: z.string(),
		year: z.number(),
		statementNumber,
		title: z.string(),
		publishedAt: z.number(),
		/** Of one from before Samsvar was used, as far as it is known; else null. */
		decidedOn: z.string().nullable(),
		language: z.enum(LANGUAGES),
		/** Names of the associations that signed the statement that it stands in; null for one from before Samsvar was used. */
		signedBy: json(z.array(z.string())).nullable(),
		/** Who stands behind one of those, as far as that is known; else empty. */
		standsBehind: z.string().nullable(),
		/** Which other published statements took it from the bank, the latest first. */
		usedIn: json(z.array(cited)),
		/** What its statement is sorted under; whom it is about, and at which level. */
		topics: shownTopics,
		groups: shownTopics,
		level: z.enum(LEVELS).nullable(),
		...addedColumns,
	},
	({ standsBehind, ...found }) => ({ ...found, standsBehind: standsBehind ?? '' }),
)

/** A position in the bank. */
export type BankedPosition = ReturnType<typeof foundRow>

const SIGNED_BY = `CASE WHEN publication.statement_id IS NULL THEN NULL ELSE (SELECT json_group_array(name) FROM
	(SELECT association.name FROM signoff JOIN association ON association.id = signoff.association_id
		WHERE signoff.statement_id = adopted.statement_id AND answer = 'signed' AND signoff.text_hash = publication.text_hash
		ORDER BY association.ordinal, association.id)) END`

const USED_IN = `(SELECT json_group_array(json_object('label', label, 'year', year, 'statementNumber', number)) FROM
	(SELECT DISTINCT other.label, other.year, other.number FROM block_source AS source JOIN block ON block.id = source.block_id
		JOIN publication AS other ON other.statement_id = block.statement_id JOIN statement ON statement.id = block.statement_id
		WHERE source.statement_id = adopted.statement_id AND source.number = adopted.number
			AND block.id IN (SELECT value FROM json_each(statement.block_order))
		ORDER BY other.year DESC, other.number DESC))`

const GROUPS = `FROM position_group AS sorted JOIN topic ON topic.id = sorted.topic_id
	WHERE sorted.statement_id = adopted.statement_id AND sorted.number = adopted.number`

const GROUPS_OF = `(SELECT json_group_array(json_object('slug', slug, 'name', name) ORDER BY sort_name, slug) ${GROUPS})`

const LEVEL_OF = `(SELECT level FROM position_sorting AS sorted
	WHERE sorted.statement_id = adopted.statement_id AND sorted.number = adopted.number)`

/** The topic or group that is asked for, where there is one. */
const named = (list: TopicList, slug: string) =>
	`FROM topic WHERE coalition_id = ${COALITION} AND list = '${list}' AND slug = ${slug}`

/** Nothing is asked for, or what there is none of. */
const isUnknown = (list: TopicList, slug: string) => `NOT EXISTS (SELECT 1 ${named(list, slug)})`

const chosenRow = row({ list: z.enum(TOPIC_LISTS), value: z.string(), name: z.string(), count: z.number() })

/** What is chosen stands among the choices though nothing is left of it. */
const withChosen = (choices: readonly BankChoice[], chosen: readonly BankChoice[]): readonly BankChoice[] => [
	...choices,
	...chosen
		.filter(({ value }) => choices.every((choice) => choice.value !== value))
		.map(({ value, name, count }) => ({ value, name, count })),
]

const choiceRow = row({ value: z.string(), name: z.string(), count: z.number() })

/** What a list can be narrowed to, and how many positions that leaves of what is asked for otherwise. */
export type BankChoice = ReturnType<typeof choiceRow>

export type PositionBank = {
	/** Newest first; the first `SHOWN` that are asked for. */
	readonly positions: readonly BankedPosition[]
	/** How many are asked for. */
	readonly found: number
	/** There are more than are shown. */
	readonly more: boolean
	/** How many there are in all, whatever is asked for. */
	readonly total: number
	readonly topics: readonly BankChoice[]
	readonly groups: readonly BankChoice[]
	/** By the words of code. */
	readonly levels: readonly BankChoice[]
}

/**
 * The coalition's adopted positions that hold every word of a search, as it stands, as part of a compound, or in another
 * form, and are sorted as is asked for. Null: no such coalition.
 */
export function positionBankQuery(
	slug: string,
	{ search, topic, group, level }: BankView,
	now: Instant,
): Query<PositionBank | null> {
	const args: (string | number | null)[] = [slug, topic, group, level]
	const arg = (value: string) => `?${args.push(value)}`
	const holds = wordsOf(search)
		.slice(0, WORD_LIMIT)
		.map((word) => {
			const forms = LANGUAGES.map((of) => ` OR stems LIKE ${arg(stem(word, of))}`)
			return ` AND (${FOLDED} GLOB ${arg(searchPattern(word))}${forms.join('')})`
		})
	const FOUND = `WITH found AS MATERIALIZED (SELECT adopted.*,
			${isUnknown('topic', '?2')} OR EXISTS (SELECT 1 FROM statement_topic JOIN topic ON topic.id = topic_id
				WHERE statement_topic.statement_id = adopted.statement_id AND slug = ?2) AS in_topic,
			${isUnknown('group', '?3')} OR EXISTS (SELECT 1 ${GROUPS} AND slug = ?3) AS in_group,
			?4 IS NULL OR ${LEVEL_OF} IS ?4 AS in_level
		FROM adopted_position AS adopted WHERE coalition_id = ${COALITION}${holds.join('')})`
	const choices = (sql: string) => rows(`${FOUND} ${sql}`, args, choiceRow)
	return mapQuery(
		allOf({
			coalition: coalitionQuery(slug, now),
			positions: rows(
				`${FOUND} SELECT adopted.statement_id, adopted.number, text, sub_points, ${CITED}, ${ADDED},
					COALESCE(publication.title, older.title) AS title, COALESCE(published_at, imported_at) AS published_at,
					older.content ->> '$.decidedOn' AS decided_on, older.content ->> '$.standsBehind' AS stands_behind,
					COALESCE((SELECT language FROM statement WHERE id = adopted.statement_id), older.language) AS language,
					${SIGNED_BY} AS signed_by, ${USED_IN} AS used_in,
					${topicsOf('adopted.statement_id')} AS topics, ${GROUPS_OF} AS groups, ${LEVEL_OF} AS level
				FROM found AS adopted ${standsIn('adopted.statement_id')} WHERE in_topic AND in_group AND in_level
				ORDER BY COALESCE(publication.year, older.year) DESC, COALESCE(publication.number, older.ordinal) DESC,
					adopted.number LIMIT ${SHOWN}`,
				args,
				foundRow,
			),
			found: firstValue(
				`${FOUND} SELECT COUNT(*) FROM found WHERE in_topic AND in_group AND in_level`,
				args,
				z.number(),
			),
			total: firstValue(`SELECT COUNT(*) FROM adopted_position WHERE coalition_id = ${COALITION}`, [slug], z.number()),
			topics: choices(`SELECT slug AS value, name, COUNT(*) AS count FROM found
				JOIN statement_topic ON statement_topic.statement_id = found.statement_id JOIN topic ON topic.id = topic_id
				WHERE in_group AND in_level GROUP BY topic.id ORDER BY sort_name, slug`),
			groups: choices(`SELECT slug AS value, name, COUNT(*) AS count FROM found AS adopted
				JOIN position_group AS sorted ON sorted.statement_id = adopted.statement_id AND sorted.number = adopted.number
				JOIN topic ON topic.id = sorted.topic_id WHERE in_topic AND in_level GROUP BY topic.id ORDER BY sort_name, slug`),
			levels: choices(`SELECT level AS value, level AS name, COUNT(*) AS count FROM found AS adopted
				JOIN position_sorting AS sorted ON sorted.statement_id = adopted.statement_id AND sorted.number = adopted.number
				WHERE in_topic AND in_group GROUP BY level`),
			chosen: rows(
				`SELECT list, slug AS value, name, 0 AS count ${named('topic', '?2')} UNION ALL
				SELECT list, slug, name, 0 ${named('group', '?3')}`,
				[slug, topic, group],
				chosenRow,
			),
		}),
		({ coalition, found, total, chosen, topics, groups, ...rest }) =>
			coalition && {
				...rest,
				topics: withChosen(
					topics,
					chosen.filter(({ list }) => list === 'topic'),
				),
				groups: withChosen(
					groups,
					chosen.filter(({ list }) => list === 'group'),
				),
				found: found ?? 0,
				total: total ?? 0,
				more: (found ?? 0) > SHOWN,
			},
	)
}

const stem = (word: string, language: Language) => `% ${stemsOf(word, language)[0] ?? word} %`
