import type { Preset } from '#domain/deciding/bylaws.ts'
import type { AssociationId, CoalitionId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { oneLine, optionalText, requiredLine } from '#domain/kernel/text.ts'
import type { Language } from '#domain/statement/statement.ts'
import type { Hex } from './colour.ts'
import type { Image } from './image.ts'

export type CoalitionSettings = {
	readonly name: string
	/** Before the colon of every number: `NSPH-SL` in `NSPH-SL 2022:1`. */
	readonly seriesPrefix: string
	readonly preset: Preset
	readonly language: Language
	/** Unlisted coalitions are left out of the front page; their published statements are public all the same. */
	readonly listed: boolean
}

export type Association = {
	readonly id: AssociationId
	readonly name: string
	/** What it works with, in its own words. */
	readonly area: string
	/** Place in the coalition's own order of its members. */
	readonly order: number
}

/** An association with its time in the coalition. */
export type Member = Association & {
	readonly joinedAt: Instant
	/** Until when it is a member, as long as nobody keeps it; null: until further notice. */
	readonly leavesAt: Instant | null
}

/** The bylaws that another choice has not replaced yet, and until when. */
export type Former = { readonly preset: Preset; readonly until: Instant }

/** A coalition’s picture, whose bytes lie with its files. */
export type Logo = Pick<Image, 'type' | 'width' | 'height'> & {
	/** Of the bytes, lower-case hex. */
	readonly sha256: string
	/** What it shows, for those who do not see it; empty where that is the coalition’s name alone. */
	readonly alt: string
}

/** How a coalition’s pages look and are told. */
export type Appearance = {
	/** The colour of links and buttons on light; null: Samsvar’s own. */
	readonly accent: Hex | null
	readonly logo: Logo | null
	/** Its public pages are offered in English too. */
	readonly english: boolean
}

/** How a coalition looks before anybody chose. */
export const PLAIN: Appearance = { accent: null, logo: null, english: true }

export type Coalition = CoalitionSettings &
	Appearance & {
		readonly id: CoalitionId
		readonly slug: string
		/** People, votes and comments are invented; every page says so. */
		readonly demo: boolean
		/** Null: `preset` is what was chosen first, or came into force at once. Over when its time is. */
		readonly former: Former | null
		/** Its members, in its own order; those that are about to leave, too. */
		readonly associations: readonly Member[]
	}

export const NAME_LIMIT = 120

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])$/

/** Letters a to z, digits and hyphens, 2 to 60 characters. `reserved`: the first segments of the application's own URLs. */
export function validSlug(slug: string, reserved: readonly string[]): Result<string, Rejection> {
	if (!SLUG.test(slug)) return refuse({ code: 'invalid', field: 'slug' })
	return reserved.includes(slug) ? refuse({ code: 'slugTaken' }) : ok(slug)
}

const PREFIX = /^[\p{L}\p{N}](?:[\p{L}\p{N} -]{0,18}[\p{L}\p{N}])?$/u

/** Checks and trims what a person typed about a coalition. */
export function validSettings(settings: CoalitionSettings): Result<CoalitionSettings, Rejection> {
	const name = requiredLine('name', settings.name, NAME_LIMIT)
	if (!name.ok) return name
	const seriesPrefix = settings.seriesPrefix.normalize('NFC').trim()
	if (!PREFIX.test(seriesPrefix)) return refuse({ code: 'invalid', field: 'seriesPrefix' })
	return ok({ ...settings, name: name.value, seriesPrefix })
}

export function validAssociation({ id, order, ...words }: Association): Result<Association, Rejection> {
	const name = requiredLine('name', words.name, NAME_LIMIT)
	if (!name.ok) return name
	const area = optionalText('area', oneLine(words.area), NAME_LIMIT)
	if (!area.ok) return area
	if (!Number.isSafeInteger(order)) return refuse({ code: 'invalid', field: 'order' })
	return ok({ id, name: name.value, area: area.value, order })
}
