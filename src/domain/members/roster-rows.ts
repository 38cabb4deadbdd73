import { addressesIn, type Columns, type Meaning, PERSONS, roleNamed } from './roster-columns.ts'
import type { TableRow } from './roster-table.ts'
import type { Role } from './seats.ts'

/** Somebody in a row of a list. */
export type ListedPerson = {
	/** Empty where only an address stands. */
	readonly name: string
	readonly emails: readonly string[]
	/** What stands for an address and is none. */
	readonly badEmail: string
	/** Null where the list says nothing of it, or what is no role here. */
	readonly role: Role | null
	/** What the list says of the role, where it is no role here. */
	readonly badRole: string
}

export type ListedRow = {
	readonly number: number
	/** Empty where the row names none. */
	readonly association: string
	readonly area: string
	readonly persons: readonly ListedPerson[]
}

/** What each row of a list says, by what its columns hold. */
export function readRows(rows: readonly TableRow[], { meanings, headed }: Columns): ListedRow[] {
	const groups = groupsOf(meanings)
	return rows.slice(headed ? 1 : 0).map(({ number, cells }) => {
		const joined = (meaning: Meaning) => joinedIn(cells, meanings, meaning)
		const role = joined('role')
		return {
			number,
			association: joined('association'),
			area: joined('area'),
			persons: groups.flatMap((group) => personIn(cells, group, role) ?? []),
		}
	})
}

function joinedIn(cells: readonly string[], meanings: readonly Meaning[], meaning: Meaning): string {
	return cells
		.filter((cell, index) => meanings[index] === meaning && cell !== '')
		.join(' ')
		.trim()
}

/** The columns that tell of one person: names, and the addresses to their right. */
type Group = { readonly role: Role | null; readonly names: number[]; readonly emails: number[] }

const FIXED: Readonly<Partial<Record<Meaning, Role>>> = {
	delegate: 'delegate',
	deputy: 'deputy',
	contributor: 'contributor',
}

function groupsOf(meanings: readonly Meaning[]): Group[] {
	const groups: Group[] = []
	const early: number[] = []
	for (const [index, meaning] of meanings.entries()) {
		const latest = groups.at(-1)
		if (meaning === 'email') (latest?.emails ?? early).push(index)
		else if (PERSONS.includes(meaning)) {
			// A first and a last name are one person's.
			const parted = meaning === 'firstName' || meaning === 'lastName'
			const other = meaning === 'firstName' ? 'lastName' : 'firstName'
			const joins = parted && latest?.names.length === 1 && meanings[latest.names[0] ?? -1] === other
			if (joins) latest.names[meaning === 'firstName' ? 'unshift' : 'push'](index)
			else groups.push({ role: FIXED[meaning] ?? null, names: [index], emails: [] })
		}
	}
	if (early.length > 0) {
		if (groups[0]) groups[0].emails.unshift(...early)
		else groups.push({ role: null, names: [], emails: early })
	}
	return groups
}

/** Null where nobody stands. */
function personIn(cells: readonly string[], group: Group, roleCell: string): ListedPerson | null {
	const named = group.names.map((index) => cells[index] ?? '').join(' ')
	const inName = addressesIn(named.trim())
	const inEmail = group.emails.map((index) => addressesIn(cells[index] ?? ''))
	const emails = [...new Set([...inName.emails, ...inEmail.flatMap((found) => found.emails)])]
	const left = inEmail
		.map(({ rest }) => rest)
		.filter((rest) => /[\p{L}\p{N}]/u.test(rest))
		.join(' ')
	// `Anna Ek <anna@example.org>` in the column of addresses.
	const name = inName.rest === '' && emails.length > 0 ? left : inName.rest
	if (name === '' && emails.length === 0 && left === '') return null
	const role = group.role ?? roleNamed(roleCell)
	return {
		name,
		emails,
		badEmail: emails.length === 0 ? left : '',
		role,
		badRole: role === null ? roleCell : '',
	}
}
