import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

/** Each file breaks one rule, but for the clean ones. A rule whose pattern matches nothing stays silent, so each is tried. */
const PLANTED: Readonly<Record<string, { readonly source: string; readonly rule: string | null }>> = {
	'src/usecases/one.ts': {
		source: "import { two } from './two.ts'\n\nexport const one = () => two\n",
		rule: 'noImportCycles',
	},
	'src/usecases/two.ts': {
		source: "import { one } from './one.ts'\n\nexport const two = () => one\n",
		rule: 'noImportCycles',
	},
	'src/usecases/log.ts': { source: "console.log('a name')\n", rule: 'noConsole' },
	'src/usecases/any.ts': { source: 'export const a: any = 1\n', rule: 'noExplicitAny' },
	'src/usecases/bang.ts': { source: 'export const f = (a: string | null) => a!.length\n', rule: 'noNonNullAssertion' },
	'src/usecases/act.ts': {
		source: 'export async function act(): Promise<void> {\n\tawait Promise.resolve()\n}\n',
		rule: null,
	},
	'src/usecases/float.ts': {
		source: "import { act } from './act.ts'\n\nexport function f(): void {\n\tact()\n}\n",
		rule: 'noFloatingPromises',
	},
	'src/usecases/switch.ts': {
		source: "export function f(a: 'x' | 'y'): void {\n\tswitch (a) {\n\t\tcase 'x':\n\t\t\tact()\n\t}\n}\n",
		rule: 'useExhaustiveSwitchCases',
	},
	'src/usecases/bare.ts': { source: "export { act } from './act'\n", rule: 'useImportExtensions' },
	'src/usecases/type.ts': {
		source: "import { act } from './act.ts'\n\nexport type Act = typeof act\n",
		rule: 'useImportType',
	},
	'src/usecases/unused.ts': { source: "import { act } from './act.ts'\n", rule: 'noUnusedImports' },
	'src/usecases/CamelCase.ts': { source: 'export const a = 1\n', rule: 'useFilenamingConvention' },
	'src/usecases/skip.test.ts': { source: "it.skip('waits', () => undefined)\n", rule: 'noSkippedTests' },
	'src/usecases/only.test.ts': { source: "it.only('runs', () => undefined)\n", rule: 'noFocusedTests' },
	'src/domain/fetch.ts': { source: "export const a = () => fetch('/')\n", rule: 'noRestrictedGlobals' },
	'src/domain/later.ts': { source: 'export const a = () => setTimeout(a, 1)\n', rule: 'noRestrictedGlobals' },
	'src/usecases/semicolon.ts': { source: 'export const a = 1;\n', rule: 'format' },
	'src/usecases/spaces.ts': { source: 'export function f(): number {\n  return 1\n}\n', rule: 'format' },
	'src/routing.ts': { source: "console.error('no name')\n", rule: null },
}

let folder = ''
let report = ''

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'samsvar-linter-'))
	copyFileSync('biome.json', join(folder, 'biome.json'))
	writeFileSync(join(folder, '.gitignore'), 'dist/\n')
	for (const [path, { source }] of Object.entries(PLANTED)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true })
		writeFileSync(join(folder, path), source)
	}
	const command = join(process.cwd(), 'node_modules/@biomejs/biome/bin/biome')
	const run = spawnSync(process.execPath, [command, 'check', '--reporter=github', '--max-diagnostics=none', 'src'], {
		cwd: folder,
		encoding: 'utf8',
	})
	report = run.stdout + run.stderr
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each(Object.entries(PLANTED))('the linter says of %s what it should', (path, { rule }) => {
	const said = report.split('\n').filter((line) => line.includes(`${path},line=`))
	if (rule === null) expect(said).toEqual([])
	else expect(said.join('\n')).toMatch(new RegExp(`^::error title=[a-z/]*${rule},`, 'm'))
})
