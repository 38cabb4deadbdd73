import { expect, it } from 'vitest'
import { impurities } from './purity.ts'
import { sourceFiles } from './tree.ts'

const PATH = 'src/domain/x.ts'

it.each([
	'const a = Math.random()',
	"const a = Math['random']()",
	'const { random } = Math',
	'const m = Math',
	'const a = Date.now()',
	'const a = Date?.now()',
	'const a = new Date()',
	'const a = Date()',
	'const a = new Date(...args)',
	'const D = Date',
	'const { now } = Date',
	'const a = globalThis.Date',
	"const a = globalThis['crypto']",
	"const a = eval('1')",
	"const a = new Function('return Date.now()')",
	'const a = new Intl.DateTimeFormat().format()',
	"import { Temporal } from 'temporal-polyfill'\nconst a = Temporal.Now.instant()",
	"import { Temporal } from 'temporal-polyfill'\nconst { Now } = Temporal",
	"import { Temporal as T } from 'temporal-polyfill'\nconst a = T.Now.instant()",
	"import * as t from 'temporal-polyfill'\nconst a = t.Temporal.Now.instant()",
	"import 'temporal-polyfill/global'",
	"export { Temporal } from 'temporal-polyfill'",
	'const a = { Date }',
])('finds the impurity in: %s', (source) => {
	expect(impurities(PATH, source)).not.toEqual([])
})

it.each([
	'const a = Math.max(1, 2)',
	'const a = new Date(0).toISOString()',
	'const a = Date.UTC(2022, 9, 14)',
	"const a = Date.parse('2022-10-14')",
	'const f = (day: Date) => day.getTime()',
	'const a = { Date: 1, Math: 2 }',
	'type A = { Date: string }',
	'const a = event.Date',
	"import { Temporal } from 'temporal-polyfill'\nconst a: Temporal.PlainDate = Temporal.PlainDate.from('2022-10-14')",
	"import type { Temporal } from 'temporal-polyfill'\ntype A = Temporal.Instant",
	"const a = new Intl.Collator('sv').compare('a', 'b')",
	'// Math.random()',
])('lets pass: %s', (source) => {
	expect(impurities(PATH, source)).toEqual([])
})

it('holds in the domain', () => {
	const rules = sourceFiles().filter(({ path }) => path.startsWith('src/domain/') && !path.endsWith('.test.ts'))
	expect(rules.length).toBeGreaterThan(5)
	expect(rules.flatMap(({ path, source }) => impurities(path, source))).toEqual([])
})
