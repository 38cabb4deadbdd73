import * as z from 'zod'
import type { FactsOfCoalition } from '#domain/coalition/facts.ts'
import { formerSchema, logoSchema, settingsSchema } from '#schema/coalition.ts'
import { factsOf } from './of-room.ts'
import { topicFacts } from './topics.ts'

export const coalitionFacts = factsOf<FactsOfCoalition>()({
	...topicFacts,
	coalitionCreated: z.strictObject({ slug: z.string(), settings: settingsSchema, demo: z.boolean() }),
	coalitionChanged: z.strictObject({ settings: settingsSchema, former: formerSchema.nullable() }),
	accentChosen: z.strictObject({ accent: z.string().nullable() }),
	logoChosen: z.strictObject({ logo: logoSchema.nullable() }),
	englishOffered: z.strictObject({ offered: z.boolean() }),
	slugChanged: z.strictObject({ slug: z.string() }),
})
