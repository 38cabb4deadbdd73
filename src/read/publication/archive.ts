import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { anyOccurrences, occurrences, roughOf, type Term, termsOf } from '#db/publication/search-terms.ts'
import { firstValue, flag, json } from '#db/rows.ts'
import { searchPattern } from '#db/search-text.ts'
import { LANGUAGES, type Language } from '#domain/statement/statement.ts'
import { ADDED_VALUES } from './added.ts'
import { COALITION, ENTRIES, foundIn } from './archive-found.ts'
import type { ArchiveView } from './archive-view.ts'
import { type PublicCoalition, publicCoalitionQuery } from './public-coalition.ts'
import type { PublicEntry } from './public-entry.ts'
import { SHOWN_TEXTS, standsIn } from './stands-in.ts'
import { shownTopic, topicsOf } from './topics.ts'

/** A text with the words in it that were searched for. */
export type Passage = {
	readonly text: string
	readonly marks: readonly { readonly from: number; readonly to: number }[]
}

const choice = z
	.tuple([z.string(), z.string(), z.number()])
	.transform(([value, name, count]) => ({ value, name, count }))

/** What can be chosen, what it is called, and how many statements it leaves of those that are found otherwise. */
export type Choice = z.output<typeof choice>

const position = z.tuple([z.number(), z.string(), z.array(z.string())])

const entry = z
	.tuple([
		z.string(),
		z.string(),
		z.number(),
		z.union([z.number(), z.string()]),
		z.number(),
		z.enum(LANGUAGES),
		z.string().nullable(),
		flag,
		flag,
		z.string(),
		z.string(),
		z.string(),
		z.string().nullable(),
		z.array(position),
		z.array(shownTopic),
	])
	.transform(([label, title, year, number, publishedAt, language, decidedOn, corrected, withdrawn, ...rest]) => {
		const [authority, inquiry, references, passage, positions, topics] = rest
		const listed: PublicEntry = { label, title, year, number, publishedAt, language, decidedOn, corrected, withdrawn }
		return { ...listed, authority, inquiry, references, passage, positions, topics }
	})

const foundSchema = json(
	z.object({
		published: z.number(),
		total: z.number(),
		years: z.array(choice),
		authorities: z.array(choice),
		languages: z.array(choice),
		topics: z.array(choice),
		/** What the topic is called that was chosen; null where nothing is sorted under it. */
		topic: z.string().nullable(),
		entries: z.array(entry),
	}),
)

type Found = z.output<typeof foundSchema>
type FoundEntry = Found['entries'][number]

/** A published statement in the archive. */
export type ArchiveEntry = Omit<FoundEntry, 'passage' | 'positions'> & {
	/** Where in its text most of the words stand, as inline Markdown; null where nothing was searched for, or its title alone has them. */
	readonly passage: string | null
	/** Those of its positions that have all of the words. */
	readonly positions: readonly { readonly number: number; readonly text: string }[]
}

export type Archive = Omit<Found, 'entries'> & {
	readonly coalition: PublicCoalition
	/** How many are found in all, of how many that are published. */
	readonly total: number
	readonly published: number
	/** The best of those first that were searched for, else the newest; those of the part that is asked for. */
	readonly entries: readonly ArchiveEntry[]
}

/** How many statements are on a page of the archive. */
export const ARCHIVE_PART = 20

/** Joins of what is found, and of nothing else: a row for each topic of each. */
const TOPICS =
	'CROSS JOIN statement_topic ON statement_topic.statement_id = found.statement_id CROSS JOIN topic ON topic.id = topic_id'

/** Most positions of a statement that are shown as found. */
const POSITIONS = 3
/** How many are looked at, where the database tells roughly. */
const POSITIONS_READ = 12

/** A part of what a coalition has published, with what else can be chosen. Null: no such coalition. */
export function archiveQuery(
	slug: string,
	view: ArchiveView,
	part: { readonly from: number; readonly size: number },
): Query<Archive | null> {
	const terms = termsOf(view.search)
	return mapQuery(
		allOf({ coalition: publicCoalitionQuery(slug), found: foundQuery(slug, view, terms, part) }),
		({ coalition, found }) => {
			if (!coalition || !found) return null
			return { coalition, ...found, entries: found.entries.map((each) => entryOf(each, terms)) }
		},
	)
}

function entryOf({ positions, ...found }: FoundEntry, terms: readonly Term[]): ArchiveEntry {
	const holding = positions.filter(([, text, subPoints]) => {
		return occurrences([text, ...subPoints].join('\n'), terms, found.language) !== null
	})
	return {
		...found,
		positions: holding.slice(0, POSITIONS).map(([number, text]) => ({ number, text })),
	}
}

/** Marks in a text of a language what was searched for. */
export function marking(search: string): (text: string, language: Language) => Passage {
	const terms = termsOf(search)
	return (text, language) => ({ text, marks: anyOccurrences(text, terms, language) })
}

function foundQuery(
	slug: string,
	view: ArchiveView,
	terms: readonly Term[],
	{ from, size }: { readonly from: number; readonly size: number },
): Query<Found | null> {
	const { found, but, arg, args } = foundIn(slug, view, terms)
	const rough = terms.map((term) => arg(searchPattern(roughOf(term))))
	const passage =
		rough.length === 0
			? 'NULL'
			: `(SELECT leaf.atom FROM ${SHOWN_TEXTS} AND (${rough.map((each) => `leaf.atom GLOB ${each}`).join(' OR ')})
				ORDER BY ${rough.map((each) => `(leaf.atom GLOB ${each})`).join(' + ')} DESC, block.key, leaf.id LIMIT 1)`
	const positions =
		rough.length === 0
			? "'[]'"
			: `(SELECT json_group_array(json_array(number, text, json(sub_points))) FROM (SELECT number, text, sub_points
				FROM adopted_position AS adopted WHERE adopted.statement_id = page.statement_id
				AND ${rough.map((each) => `text || sub_points GLOB ${each}`).join(' AND ')} ORDER BY number LIMIT ${POSITIONS_READ}))`
	const choices = (columns: string, without: Parameters<typeof but>[0], more = '', limit = ENTRIES) =>
		`(SELECT json_group_array(json_array(value, name, count)) FROM (SELECT ${columns}, COUNT(*) AS count
			FROM found ${more} WHERE ${but(without)} GROUP BY value ORDER BY ${without === 'year' ? 'value' : 'count'} DESC, name LIMIT ${limit}))`
	return firstValue(
		`WITH ${found}
		SELECT json_object(
			'published', (SELECT COUNT(*) FROM archive_entry WHERE coalition_id = ${COALITION}),
			'total', (SELECT COUNT(*) FROM found WHERE ${but(null)}),
			'years', ${choices('CAST(year AS TEXT) AS value, CAST(year AS TEXT) AS name', 'year')},
			'authorities', ${choices('authority AS value, authority AS name', 'authority')},
			'topics', ${choices('topic.slug AS value, topic.name AS name', 'topic', TOPICS)},
			'topic', (SELECT name FROM topic WHERE slug = ${arg(view.topic)} AND coalition_id = ${COALITION}
				AND EXISTS (SELECT 1 FROM statement_topic JOIN archive_entry USING (statement_id) WHERE topic_id = topic.id)),
			'languages', ${choices('language AS value, language AS name', 'language')},
			'entries', (SELECT json_group_array(json_array(COALESCE(publication.label, older.label), COALESCE(publication.title, older.title),
					page.year, COALESCE(publication.number, older.place), COALESCE(publication.published_at, older.imported_at), page.language,
					older.content ->> '$.decidedOn', ${ADDED_VALUES}, authority, inquiry, inquiry_references, ${passage}, json(${positions}), json(${topicsOf('page.statement_id')})))
				FROM (SELECT * FROM found WHERE ${but(null)} ORDER BY fit DESC, year DESC, number DESC LIMIT ${arg(size)} OFFSET ${arg(from)}) AS page
				${standsIn('page.statement_id')}))`,
		args,
		foundSchema,
	)
}
