import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

/** The domain is compiled by itself, without the types of a browser, of Node or of the Worker. */
const UNKNOWN = [
	'crypto.randomUUID()',
	'performance.now()',
	"fetch('/')",
	'setTimeout(() => undefined, 1)',
	"console.log('')",
	'process.env',
	'document.title',
	'new Request("/")',
	'caches.default',
]
const KNOWN = ['[1].map((n) => n + 1)', 'new Set([1]).size', "'å'.normalize('NFC')", "new Intl.Collator('sv')"]

let folder = ''
let report = ''

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'samsvar-domain-'))
	for (const name of ['tsconfig.json', 'tsconfig.domain.json']) copyFileSync(name, join(folder, name))
	mkdirSync(join(folder, 'src/domain'), { recursive: true })
	for (const [index, expression] of [...UNKNOWN, ...KNOWN].entries()) {
		writeFileSync(join(folder, `src/domain/planted-${index}.ts`), `export const planted: unknown = ${expression}\n`)
	}
	const compiler = join(process.cwd(), 'node_modules/typescript/bin/tsc')
	report = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.domain.json'], {
		cwd: folder,
		encoding: 'utf8',
	}).stdout
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each(UNKNOWN.map((expression, index) => [expression, index] as const))('the domain does not know %s', (_, index) => {
	expect(report).toContain(`src/domain/planted-${index}.ts(`)
})

it.each(KNOWN.map((expression, index) => [expression, UNKNOWN.length + index] as const))(
	'the domain knows %s',
	(_, index) => {
		expect(report).toContain('error TS')
		expect(report).not.toContain(`src/domain/planted-${index}.ts(`)
	},
)
