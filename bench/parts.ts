import type { Bundle } from '#local/build.ts'
import { amendmentPages, amendmentPagesTable } from './amendment-pages.ts'
import { amendmentCosts, amendmentsTable } from './amendments.ts'
import { editable, editableTable } from './editable.ts'
import { firstRequests } from './first-requests.ts'
import { LARGE, largeCosts } from './large.ts'
import { paperCosts } from './papers.ts'
import { firstRow, largeTable, papersTable, speedTable } from './report.ts'
import { roomCosts, roomsTable } from './rooms.ts'
import { searchCosts, searchTable } from './search.ts'
import { readingSpeeds, votingSpeeds } from './speeds.ts'
import { writingSpeeds } from './writing.ts'

/** What can be measured by itself, beside the rows of large coalitions. */
const PARTS: Readonly<Record<string, (bundle: Bundle) => Promise<string>>> = {
	reading: async (bundle) => {
		const { publicPage, workspace } = await readingSpeeds(bundle)
		return speedTable([publicPage, workspace])
	},
	voting: async (bundle) => speedTable([await votingSpeeds(bundle)]),
	writing: async (bundle) => speedTable([await writingSpeeds(bundle)]),
	papers: async (bundle) => papersTable(await paperCosts(bundle)),
	search: async (bundle) => searchTable(await searchCosts(bundle)),
	amendments: async () => `${amendmentsTable(amendmentCosts())}\n\n${amendmentPagesTable(await amendmentPages())}`,
	rooms: async (bundle) => roomsTable(await roomCosts(bundle)),
	editable: async () => editableTable(await editable()),
	first: async (bundle) => firstRow(await firstRequests(bundle)),
}

const NAMES = [...Object.keys(PARTS), ...LARGE]

/** Measures only what is named, and prints it: for who works on it. Nothing is written. */
export async function runParts(bundle: Bundle, names: readonly string[]): Promise<void> {
	const unknown = names.filter((name) => !NAMES.includes(name))
	if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}. There are: ${NAMES.join(', ')}`)
	for (const [name, measure] of Object.entries(PARTS)) if (names.includes(name)) console.log(await measure(bundle))
	const rows = LARGE.filter((name) => names.includes(name))
	if (rows.length > 0) console.log(largeTable(await largeCosts(bundle, rows)))
}
