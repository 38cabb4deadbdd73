import { isEmail } from '#domain/person/person.ts'
import type { TableRow } from './roster-table.ts'
import type { Role } from './seats.ts'

/**
 * What a column of a list holds. `delegate`, `deputy` and `contributor`: names of those who have that role, as in lists
 * with a row for each association; an `email` belongs to the person to its left.
 */
export const MEANINGS = [
	'association',
	'area',
	'name',
	'firstName',
	'lastName',
	'email',
	'role',
	'delegate',
	'deputy',
	'contributor',
	'none',
] as const
export type Meaning = (typeof MEANINGS)[number]

export const PERSONS: readonly Meaning[] = ['name', 'firstName', 'lastName', 'delegate', 'deputy', 'contributor']

/** What columns are called in lists, as letters and digits alone. */
const HEADINGS: readonly (readonly [Meaning, RegExp])[] = [
	['email', /(e?post|e?postadress|e?mail|e?mail(adress|address)|mejl|mejladress)$/],
	['association', /^(medlems?)?(förening|organisation|association|organization|member)(en|ens|s|ar)?(namn|name)?$/],
	['association', /^(medlem|memberorganisation|memberassociation)$/],
	['area', /^(verksamhets)?(område|inriktning|målgrupp|diagnos|verksamhet|arbetarmed|area|field|focus)$/],
	['firstName', /^(förnamn|firstname|givenname)$/],
	['lastName', /^(efternamn|lastname|surname|familyname)$/],
	['name', /^(namn|name|fullname|person|kontakt|kontaktperson|contact|contactperson|representant|företrädare)$/],
	['name', /^(för(namn)?ochefternamn|förnamnefternamn|firstandlastname)$/],
	['role', /^(roll|uppdrag|funktion|befattning|role|position)$/],
	['delegate', /^(ordinarie|ledamot|delegat|delegate)(ledamot|namn|name|representant)?$/],
	['deputy', /^(ersättare|suppleant|vice|deputy|substitute)(ledamot|namn|name)?$/],
	['contributor', /^(medarbetare|contributor)(namn|name)?$/],
]

/** Words that head a column and are in none. */
const TELLING: readonly Meaning[] = ['association', 'area', 'name', 'firstName', 'lastName', 'email']

/** Roles by what they are called in lists; the last three are roles in the association itself. */
const ROLE_WORDS: readonly (readonly [Role, RegExp])[] = [
	['delegate', /^(ordinarie|ordinarieledamot|ledamot|delegat|delegate|ord)$/],
	['deputy', /^(ersättare|suppleant|deputy|substitute|ers|vice)$/],
	['contributor', /^(medarbetare|contributor)$/],
	['secretary', /^(handläggare|sekreterare|secretary)$/],
	['chair', /^(ordförande|chair|chairperson|ordf)$/],
]

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The role a word stands for; null for an empty cell and for words that stand for none. */
export function roleNamed(word: string): Role | null {
	const letters = lettersOf(word)
	return ROLE_WORDS.find(([, pattern]) => pattern.test(letters))?.[0] ?? null
}

function meaningOf(heading: string): Meaning {
	const letters = lettersOf(heading)
	return HEADINGS.find(([, pattern]) => pattern.test(letters))?.[0] ?? 'none'
}

export type Columns = {
	readonly meanings: readonly Meaning[]
	/** The first row names the columns, and nobody. */
	readonly headed: boolean
}

/** What the columns of a list hold, by their headings; where there are none, by what is in them and where they stand. */
export function readColumns(rows: readonly TableRow[]): Columns {
	const first = rows[0]?.cells ?? []
	const meanings = first.map(meaningOf)
	const headed = meanings.some((meaning) => TELLING.includes(meaning)) && !first.some((cell) => cell.includes('@'))
	return { headed, meanings: headed ? completed(meanings) : guessed(rows) }
}

/** Without a heading for associations: those are what the first unnamed column holds, or the names of nobody with an address. */
function completed(meanings: readonly Meaning[]): Meaning[] {
	if (meanings.includes('association')) return [...meanings]
	const people = meanings.some((meaning) => meaning === 'email' || meaning === 'role')
	const wanted: Meaning = meanings.includes('name') && !people ? 'name' : 'none'
	const at = meanings.indexOf(wanted)
	return meanings.map((meaning, index) => (index === at ? 'association' : meaning))
}

/** The usual order: association, area, name. */
function guessed(rows: readonly TableRow[]): Meaning[] {
	const columns = (rows[0]?.cells ?? []).map((_, index) => rows.map(({ cells }) => cells[index] ?? ''))
	const mostly = (cells: readonly string[], is: (cell: string) => boolean) => {
		const filled = cells.filter((cell) => cell !== '')
		return filled.length > 0 && 2 * filled.filter(is).length > filled.length
	}
	const meanings = columns.map((cells): Meaning | null => {
		if (mostly(cells, (cell) => cell.includes('@'))) return 'email'
		return mostly(cells, (cell) => roleNamed(cell) !== null) ? 'role' : null
	})
	const open = meanings.flatMap((meaning, index) => (meaning === null ? [index] : []))
	const people = open.length < meanings.length
	const last = columns[open.at(-1) ?? 0] ?? []
	const lastIsName = open.length > 2 || (open.length === 2 && (people || mostly(last, looksLikeName)))
	return meanings.map((meaning, index) => {
		if (meaning !== null) return meaning
		const place = open.indexOf(index)
		if (place === 0) return 'association'
		if (lastIsName && place === (open.length > 2 ? 2 : 1)) return 'name'
		return place === 1 ? 'area' : 'none'
	})
}

/** Two to four words with capitals, as names of people are and areas hardly ever. */
function looksLikeName(cell: string): boolean {
	return /^\p{Lu}[\p{L}'’.-]*( (?:af|av|de|von|van|al|el|\p{Lu}[\p{L}'’.-]*)){1,3}$/u.test(cell)
}

/** Addresses in a cell, and whatever else stands there: `Anna Ek <anna@example.org>`. */
export function addressesIn(cell: string): { readonly emails: readonly string[]; readonly rest: string } {
	const emails: string[] = []
	const rest = cell
		.split(/([\s,;<>()]+)/)
		.filter((part) => {
			const address = part.replace(/^mailto:/i, '')
			if (!isEmail(address)) return true
			emails.push(address.toLowerCase())
			return false
		})
		.join('')
		.replace(/[\s,;<>()]+/g, ' ')
		.trim()
	return { emails, rest: emails.length > 0 ? rest : cell }
}
