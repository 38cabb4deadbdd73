import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { RESERVED_SLUGS } from '#routes'
import { changeSettings, changeSlug, chooseAccent, offerEnglish } from '#usecases/coalition/change-settings.ts'
import { type Endpoint, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { language, preset } from './schemas.ts'

const tag = 'Coalition and members'

export const settingsEndpoints: readonly Endpoint[] = [
	writing({
		path: paths.settings,
		does: ACTS.changeSettings,
		tag,
		summary:
			'Change those of the settings that are named; another preset comes into force when all have had time to learn of it',
		input: z.strictObject({
			name: z.string().exactOptional(),
			seriesPrefix: z.string().exactOptional(),
			preset: preset.exactOptional(),
			language: language.exactOptional(),
			listed: z.boolean().exactOptional(),
		}),
		gives: {},
		act: ({ deps, input, order }) => changeSettings(deps, order(input)),
	}),
	writing({
		path: paths.address,
		does: ACTS.changeSlug,
		tag,
		summary: 'Give the coalition another slug; the earlier ones lead there for ever',
		input: z.strictObject({ slug: z.string() }),
		gives: { slug: z.string() },
		act: ({ deps, input, order }) => changeSlug(deps, order(input), RESERVED_SLUGS),
	}),
	writing({
		path: paths.colour,
		does: ACTS.chooseAccent,
		tag,
		summary: 'Choose the colour of links and buttons; refused where text could not be read in it',
		input: z.strictObject({ colour: z.string().meta({ description: '`#rrggbb`; empty for Samsvar’s own.' }) }),
		gives: {},
		act: ({ deps, input, order }) => chooseAccent(deps, order(input)),
	}),
	writing({
		path: paths.english,
		does: ACTS.offerEnglish,
		tag,
		summary: 'Offer the public pages in English too, or no longer',
		input: z.strictObject({ offered: z.boolean() }),
		gives: {},
		act: ({ deps, input, order }) => offerEnglish(deps, order(input)),
	}),
]
