import * as z from 'zod'
import { json } from '#db/rows.ts'

/** What a statement is sorted under, as it is shown and found. */
export type ShownTopic = { readonly slug: string; readonly name: string }

/** Topics of the statement with that id, by name: an SQL expression that gives `shownTopics`. */
export const topicsOf = (
	id: string,
): string => `(SELECT json_group_array(json_object('slug', slug, 'name', name) ORDER BY sort_name, slug)
	FROM statement_topic JOIN topic ON topic.id = topic_id WHERE statement_topic.statement_id = ${id})`

export const shownTopic = z.object({ slug: z.string(), name: z.string() })

export const shownTopics = json(z.array(shownTopic))
