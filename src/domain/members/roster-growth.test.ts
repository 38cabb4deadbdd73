import { test } from 'vitest'
import { holdLinear, PATIENCE } from '#test/support/repetitive.ts'
import { readColumns } from './roster-columns.ts'
import { readRows } from './roster-rows.ts'
import { readTable } from './roster-table.ts'

test('a list of one piece over and over is read in proportion to its length', PATIENCE, async () => {
	const alphabet = [
		'a',
		'Anna Ek',
		'a@b.se',
		'Namn',
		'ordförande',
		' ',
		'\t',
		';',
		',',
		'"',
		'""',
		'\n',
		'\u00ad',
		'<',
		'(',
	]
	const read = (text: string) => {
		const table = readTable(text)
		return readRows(table, readColumns(table))
	}
	await holdLinear({ alphabet, longest: 200_000, read }, 40)
})
