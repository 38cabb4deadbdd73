import * as z from 'zod'
import { isoInstant } from '#domain/kernel/calendar.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { ARCHIVE_PART, archiveQuery } from '#read/publication/archive.ts'
import { type Endpoint, reading } from './endpoint.ts'
import { paths } from './paths.ts'
import { instantText, language } from './schemas.ts'

const topicRef = z.strictObject({ slug: z.string(), name: z.string() })

const topicChoice = z.strictObject({ value: z.string(), name: z.string(), count: z.int() })

const choice = z.strictObject({ value: z.string(), count: z.int() })

const entry = z.strictObject({
	label: z.string().meta({ description: 'The number it was published under.' }),
	title: z.string(),
	year: z.int(),
	number: z
		.union([z.int(), z.string()])
		.meta({ description: 'As it stands in the address: `a1` where it never had one.' }),
	publishedAt: instantText.meta({ description: 'Or when it was imported.' }),
	language,
	decidedOn: z
		.string()
		.nullable()
		.meta({ description: 'Of one from before Samsvar was used, as far as it is known; else null.' }),
	corrected: z.boolean(),
	withdrawn: z.boolean(),
	authority: z.string().meta({ description: 'Who asked; empty where nobody did.' }),
	inquiry: z.string(),
	references: z.string(),
	topics: z.array(topicRef).meta({ description: 'What the coalition sorts it under; no part of what was decided.' }),
	passage: z.string().nullable().meta({ description: 'Where in the text most of the words stand.' }),
	positions: z
		.array(z.strictObject({ number: z.int(), text: z.string() }))
		.meta({ description: 'Positions that hold all of the words.' }),
})

const text = z.string().max(300)

const asked = z.object({
	search: z
		.string()
		.max(100)
		.default('')
		.meta({ description: 'Words that must all occur, in any form or as part of longer ones; a phrase in quotes.' }),
	year: z.coerce.number().int().min(1000).max(9999).optional(),
	authority: text.optional(),
	inquiry: text.default('').meta({ description: 'A part of what the inquiry is called, or of its reference.' }),
	language: language.optional(),
	topic: z
		.string()
		.regex(/^[a-z0-9-]{1,60}$/)
		.optional()
		.meta({ description: 'The slug of a topic.' }),
	part: z.coerce
		.number()
		.int()
		.min(1)
		.max(1_000_000)
		.default(1)
		.meta({ description: `From 1; each has ${ARCHIVE_PART}.` }),
})

export const archiveEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.archive,
		access: MEMBERS,
		tag: 'Archive',
		summary:
			'What is published: found by words, year, who asked, topic, inquiry and language, the best first, else the newest',
		search: asked,
		output: z.strictObject({
			total: z.int(),
			years: z.array(choice),
			authorities: z.array(choice),
			languages: z.array(choice),
			topics: z.array(topicChoice),
			statements: z.array(entry),
		}),
		load: ({ params }, { part, year = null, authority = null, language: chosen = null, topic = null, ...words }) =>
			archiveQuery(
				params.coalition,
				{ ...words, year, authority, language: chosen, topic },
				{ from: (part - 1) * ARCHIVE_PART, size: ARCHIVE_PART },
			),
		show: ({ total, years, authorities, languages, topics, entries }) => ({
			total,
			years: years.map(counted),
			authorities: authorities.filter(({ value }) => value !== '').map(counted),
			languages: languages.map(counted),
			topics: [...topics],
			statements: entries.map(({ publishedAt, positions, ...found }) => ({
				...found,
				publishedAt: isoInstant(publishedAt),
				positions: [...positions],
				topics: [...found.topics],
			})),
		}),
	}),
]

const counted = ({ value, count }: { readonly value: string; readonly count: number }) => ({ value, count })
