import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { oneLine, optionalText } from '#domain/kernel/text.ts'
import { seatFor } from '#domain/members/authority.ts'
import { type Actor, COALITION_ROLES, type Role } from '#domain/members/seats.ts'
import { type Coalition, type Logo, NAME_LIMIT, validSlug } from './coalition.ts'
import { accentFrom, readHex } from './colour.ts'

/** Chooses the colour of links and buttons; an empty one is Samsvar’s own. Refuses what text could not be read in. */
export function chooseAccent(
	actor: Actor,
	coalition: Coalition,
	{ colour }: { readonly colour: string },
	context: Context,
): Result<Decision<null>, Rejection> {
	if (colour.trim() === '')
		return settled(actor, coalition, { type: 'accentChosen', payload: { accent: null } }, context)
	const accent = readHex(colour)
	if (accent === null) return refuse({ code: 'invalid', field: 'accent' })
	const made = accentFrom(accent)
	return made.ok ? settled(actor, coalition, { type: 'accentChosen', payload: { accent } }, context) : made
}

/** Takes a logo whose bytes are kept, or none. */
export function chooseLogo(
	actor: Actor,
	coalition: Coalition,
	{ logo }: { readonly logo: Logo | null },
	context: Context,
): Result<Decision<null>, Rejection> {
	if (logo === null) return settled(actor, coalition, { type: 'logoChosen', payload: { logo } }, context)
	const alt = optionalText('alt', oneLine(logo.alt), NAME_LIMIT)
	if (!alt.ok) return alt
	return settled(actor, coalition, { type: 'logoChosen', payload: { logo: { ...logo, alt: alt.value } } }, context)
}

/** Offers public pages in English beside those in the coalition’s own language, or no longer. */
export function offerEnglish(
	actor: Actor,
	coalition: Coalition,
	{ offered }: { readonly offered: boolean },
	context: Context,
): Result<Decision<null>, Rejection> {
	return settled(actor, coalition, { type: 'englishOffered', payload: { offered } }, context)
}

/** How many addresses a coalition may have had: each is taken for ever. */
export const SLUGS_LIMIT = 10

/**
 * Gives the coalition another address; the earlier ones lead there for ever, and any of them can be taken again. For the
 * chair. `owned`: the addresses it has and has had. `taken`: somebody else has it, or had. `reserved`: the first segments of
 * the application's own URLs.
 */
export function changeSlug(
	actor: Actor,
	coalition: Coalition,
	command: { readonly slug: string; readonly owned: readonly string[]; readonly taken: boolean },
	reserved: readonly string[],
	context: Context,
): Result<Decision<{ readonly slug: string }>, Rejection> {
	const { owned, taken } = command
	const may = seatFor(actor, ['chair'], context.now)
	if (!may.ok) return may
	const slug = validSlug(command.slug.trim().toLowerCase(), reserved)
	if (!slug.ok) return slug
	const value = { slug: slug.value }
	if (slug.value === coalition.slug) return ok({ value, events: [], guards: [] })
	if (taken) return refuse({ code: 'slugTaken' })
	if (!owned.includes(slug.value) && owned.length >= SLUGS_LIMIT)
		return refuse({ code: 'slugsUsedUp', field: 'slug', limit: SLUGS_LIMIT })
	const decided = settled(actor, coalition, { type: 'slugChanged', payload: value }, context, ['chair'])
	return decided.ok ? ok({ ...decided.value, value }) : decided
}

type SettingsFact = {
	[T in 'accentChosen' | 'logoChosen' | 'englishOffered' | 'slugChanged']: Pick<
		Extract<DomainEvent, { type: T }>,
		'type' | 'payload'
	>
}['accentChosen' | 'logoChosen' | 'englishOffered' | 'slugChanged']

function settled(
	actor: Actor,
	coalition: Coalition,
	fact: SettingsFact,
	{ now }: Context,
	roles: readonly Role[] = COALITION_ROLES,
): Result<Decision<null>, Rejection> {
	const seat = seatFor(actor, roles, now)
	if (!seat.ok) return seat
	const event: DomainEvent = { ...fact, stream: streams.coalition(coalition.id), statementId: null }
	return ok({ value: null, events: [event], guards: [{ kind: 'seated', seatId: seat.value.id, now }] })
}
