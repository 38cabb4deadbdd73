import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Notification } from '#domain/kernel/decision.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { oneLine, optionalText } from '#domain/kernel/text.ts'
import { type Permit, permit } from '#domain/members/authority.ts'
import type { Actor, Seat } from '#domain/members/seats.ts'
import { standsWithText } from '#domain/statement/published-with.ts'
import { acts } from './acts.ts'
import {
	type Coalition,
	type CoalitionSettings,
	type Former,
	type Logo,
	NAME_LIMIT,
	validSettings,
	validSlug,
} from './coalition.ts'
import { accentFrom, readHex } from './colour.ts'
import { countsFrom, everSeated, formerOf } from './in-force.ts'

/** What a statement is published with. */
const PUBLISHED = ['name', 'seriesPrefix'] as const

/** What the rules need to know of a coalition whose settings change. `texts`: titles of those that are being voted on or signed. */
type InForce = { readonly coalition: Coalition; readonly seats: readonly Seat[]; readonly texts: readonly string[] }

/** Changes what the coalition is called and how it works. Other bylaws come into force when all have had time to learn of it. */
export function changeSettings(
	actor: Actor,
	{ coalition, seats, texts }: InForce,
	settings: CoalitionSettings,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.changeSettings, actor, now)
	if (!may.ok) return may
	const valid = validSettings(settings)
	if (!valid.ok) return valid
	const { id } = coalition
	const stands = standsWithText({ of: 'coalition', id, titles: texts }, PUBLISHED, coalition, valid.value)
	if (!stands.ok) return stands
	const { preset } = valid.value
	const former = formerUnder(coalition, seats, preset, now)
	// In force at once: nobody is there to be told.
	const learns = everSeated(seats)
	const toldOfBylaws = preset === coalition.preset || !learns ? [] : toldAll('bylaws', coalition)
	const isRenamed = PUBLISHED.some((field) => coalition[field] !== valid.value[field])
	const decided = settled(
		coalition,
		null,
		{ ...may.value, guards: [...may.value.guards, ...stands.value] },
		{ type: 'coalitionChanged', payload: { settings: valid.value, former } },
		[...toldOfBylaws, ...(isRenamed && learns ? toldAll('renamed', coalition) : [])],
	)
	const takesBack = toldOfBylaws.length > 0 && preset === formerOf(coalition, now)?.preset
	return decided.ok && takesBack ? ok({ ...decided.value, undoes: ['bylaws'] }) : decided
}

/** By what is decided until a choice is in force. Those in force, chosen again, were never replaced. */
function formerUnder(
	coalition: Coalition,
	seats: readonly Seat[],
	preset: CoalitionSettings['preset'],
	now: Instant,
): Former | null {
	const former = formerOf(coalition, now)
	if (preset === coalition.preset) return former
	const inForce = former?.preset ?? coalition.preset
	if (preset === inForce || !everSeated(seats)) return null
	return { preset: inForce, until: countsFrom(coalition, now) }
}

/** Of other bylaws every association is told, and when they are taken back; and of another name, in which all speak. */
function toldAll(kind: 'bylaws' | 'renamed', { associations }: Coalition): Notification[] {
	return associations.map(({ id }) => ({ kind, associationId: id }))
}

/** Chooses the colour of links and buttons; an empty one is Samsvar’s own. Refuses what text could not be read in. */
export function chooseAccent(
	actor: Actor,
	coalition: Coalition,
	{ colour }: { readonly colour: string },
	context: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.chooseAccent, actor, context.now)
	if (!may.ok) return may
	if (colour.trim() === '')
		return settled(coalition, null, may.value, { type: 'accentChosen', payload: { accent: null } })
	const accent = readHex(colour)
	if (accent === null) return refuse({ code: 'invalid', field: 'accent' })
	const made = accentFrom(accent)
	return made.ok ? settled(coalition, null, may.value, { type: 'accentChosen', payload: { accent } }) : made
}

/** Takes a logo whose bytes are kept, or none. */
export function chooseLogo(
	actor: Actor,
	coalition: Coalition,
	{ logo }: { readonly logo: Logo | null },
	context: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.chooseLogo, actor, context.now)
	if (!may.ok) return may
	if (logo === null) return settled(coalition, null, may.value, { type: 'logoChosen', payload: { logo } })
	const alt = optionalText('alt', oneLine(logo.alt), NAME_LIMIT)
	if (!alt.ok) return alt
	return settled(coalition, null, may.value, { type: 'logoChosen', payload: { logo: { ...logo, alt: alt.value } } })
}

/** Offers public pages in English beside those in the coalition’s own language, or no longer. */
export function offerEnglish(
	actor: Actor,
	coalition: Coalition,
	{ offered }: { readonly offered: boolean },
	context: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.offerEnglish, actor, context.now)
	if (!may.ok) return may
	return settled(coalition, null, may.value, { type: 'englishOffered', payload: { offered } })
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
	const may = permit(acts.changeSlug, actor, context.now)
	if (!may.ok) return may
	const slug = validSlug(command.slug.trim().toLowerCase(), reserved)
	if (!slug.ok) return slug
	const value = { slug: slug.value }
	if (slug.value === coalition.slug) return ok({ value, events: [], guards: [] })
	if (taken) return refuse({ code: 'slugTaken' })
	if (!owned.includes(slug.value) && owned.length >= SLUGS_LIMIT)
		return refuse({ code: 'slugsUsedUp', field: 'slug', limit: SLUGS_LIMIT })
	return settled(coalition, value, may.value, { type: 'slugChanged', payload: value })
}

type SettingsFact = {
	[T in 'coalitionChanged' | 'accentChosen' | 'logoChosen' | 'englishOffered' | 'slugChanged']: Pick<
		Extract<DomainEvent, { type: T }>,
		'type' | 'payload'
	>
}['coalitionChanged' | 'accentChosen' | 'logoChosen' | 'englishOffered' | 'slugChanged']

function settled<Value>(
	{ id }: Coalition,
	value: Value,
	{ guards }: Permit,
	fact: SettingsFact,
	notifications: readonly Notification[] = [],
): Result<Decision<Value>, Rejection> {
	return ok({ value, events: [{ ...fact, stream: streams.coalition(id), statementId: null }], guards, notifications })
}
