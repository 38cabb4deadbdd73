import { seatsQuery } from '#db/members/load-actor.ts'
import { type KnownSlug, slugsQuery } from '#db/person/load-directory.ts'
import { fixedTextsQuery } from '#db/statement/load-fixed.ts'
import { acts } from '#domain/coalition/acts.ts'
import type { Coalition, CoalitionSettings, Logo } from '#domain/coalition/coalition.ts'
import type { Image } from '#domain/coalition/image.ts'
import * as rules from '#domain/coalition/settings.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import { refuse } from '#domain/kernel/result.ts'
import { onCoalition } from '#usecases/coalition/on-coalition.ts'
import { sha256OfBytes } from '#usecases/hashing.ts'
import { type FileDeps, type Opener, openBrought } from '#usecases/inquiry/bring-files.ts'
import { type Decide, type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/** Changes some of the settings; the others stay as they are. With none, they are said to be as they should be. */
export function changeSettings(deps: Deps, order: Order<Partial<CoalitionSettings>>): Outcome<null> {
	return perform(deps, {
		act: acts.changeSettings,
		order,
		...onCoalition(order.coalition),
		load: () => ({ seats: seatsQuery(order.coalition), texts: fixedTextsQuery(order.coalition) }),
		decide: (actor, { coalition, seats, texts }, context) => {
			const { name, seriesPrefix, preset, language, listed } = coalition
			const settings = { name, seriesPrefix, preset, language, listed, ...order.command }
			return rules.changeSettings(actor, { coalition, seats, texts }, settings, context)
		},
	})
}

/** See `chooseAccent` among the rules. */
export function chooseAccent(deps: Deps, order: Order<{ readonly colour: string }>): Outcome<null> {
	return settle(deps, acts.chooseAccent, order, (actor, { coalition }, context) =>
		rules.chooseAccent(actor, coalition, order.command, context),
	)
}

/** See `offerEnglish` among the rules. */
export function offerEnglish(deps: Deps, order: Order<{ readonly offered: boolean }>): Outcome<null> {
	return settle(deps, acts.offerEnglish, order, (actor, { coalition }, context) =>
		rules.offerEnglish(actor, coalition, order.command, context),
	)
}

/**
 * Takes a picture for the coalition's logo: kept with the coalition's files before anything names it. Who may not choose
 * one is told that, and nothing of the picture. Refuses `imageRefused`.
 */
export async function takeLogo(
	deps: FileDeps,
	order: Order<{ readonly open: Opener<Image>; readonly alt: string }>,
): Outcome<null> {
	const opened = await openBrought(deps, acts.chooseLogo, order, { asFiles: true })
	if (!opened.ok) return opened
	const { bytes, ...picture } = opened.value.brought
	const sha256 = await sha256OfBytes(bytes)
	await deps.files?.put({ coalitionId: opened.value.coalitionId, sha256 }, [bytes])
	return chooseLogo(deps, { ...order, command: { logo: { ...picture, sha256, alt: order.command.alt } } })
}

/** Says what the logo shows, in other words than before. Refuses `empty` where there is none. */
export function describeLogo(deps: Deps, order: Order<{ readonly alt: string }>): Outcome<null> {
	return settle(deps, acts.describeLogo, order, (actor, { coalition }, context) => {
		if (coalition.logo === null) return refuse({ code: 'empty', field: 'logo' })
		return rules.chooseLogo(actor, coalition, { logo: { ...coalition.logo, ...order.command } }, context)
	})
}

/** Takes the logo away. Its bytes stay kept, as all files do. */
export function removeLogo(deps: Deps, order: Order<object>): Outcome<null> {
	return chooseLogo(deps, { ...order, command: { logo: null } })
}

function chooseLogo(deps: Deps, order: Order<{ readonly logo: Logo | null }>): Outcome<null> {
	return settle(deps, acts.chooseLogo, order, (actor, { coalition }, context) =>
		rules.chooseLogo(actor, coalition, order.command, context),
	)
}

/** Gives the coalition another address; see `changeSlug` among the rules. `reserved`: those that are the application's own. */
export function changeSlug(
	deps: Deps,
	order: Order<{ readonly slug: string }>,
	reserved: readonly string[],
): Outcome<{ readonly slug: string }> {
	const wanted = order.command.slug.trim().toLowerCase()
	let slugs: readonly KnownSlug[] = []
	return perform(deps, {
		act: acts.changeSlug,
		order,
		...onCoalition(order.coalition),
		load: () => ({ slugs: slugsQuery(order.coalition, wanted) }),
		decide: (actor, { coalition, slugs: known }, context) => {
			slugs = known
			const owned = known.filter(({ own }) => own).map(({ slug }) => slug)
			const taken = known.some(({ slug, own }) => slug === wanted && !own)
			return rules.changeSlug(actor, coalition, { slug: wanted, owned, taken }, reserved, context)
		},
		// A new address is inserted bare: where somebody else takes it first, the whole act is lost and decided again.
		also: ({ slug }, coalitionId) => [
			{ sql: 'UPDATE slug SET current = 0 WHERE coalition_id = ?', args: [coalitionId] },
			slugs.some((known) => known.own && known.slug === slug)
				? { sql: 'UPDATE slug SET current = 1 WHERE slug = ? AND coalition_id = ?', args: [slug, coalitionId] }
				: {
						sql: 'INSERT INTO slug (slug, coalition_id, current, created_at) VALUES (?, ?, 1, ?)',
						args: [slug, coalitionId, deps.now()],
					},
		],
	})
}

function settle<Command extends object>(
	deps: Deps,
	declared: DeclaredAct,
	order: Order<Command>,
	decide: Decide<{ readonly coalition: Coalition }, null>,
): Outcome<null> {
	return perform(deps, { act: declared, order, ...onCoalition(order.coalition), decide })
}
