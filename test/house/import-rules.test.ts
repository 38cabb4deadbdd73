import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { violations } from './import-rules.ts'
import { LAYERS, layerOf, type Rule } from './layers.ts'
import { sourceFiles } from './tree.ts'

const manifest = z
	.object({ imports: z.record(z.string(), z.string()), dependencies: z.record(z.string(), z.string()) })
	.parse(JSON.parse(readFileSync('package.json', 'utf8')))
const faults = (path: string, source: string) => violations([{ path, source }], manifest.imports)

/** Every way to name a module. The last three are types alone. */
const FORMS: readonly ((specifier: string) => string)[] = [
	(s) => `import { a } from '${s}'`,
	(s) => `import { type A } from '${s}'`,
	(s) => `import * as a from '${s}'`,
	(s) => `import '${s}'`,
	(s) => `export { a } from '${s}'`,
	(s) => `export * from '${s}'`,
	(s) => `const a = await import('${s}')`,
	(s) => `const a = () => import(\`${s}\`)`,
	(s) => `const a = require('${s}')`,
	(s) => `const a = import.meta.resolve('${s}')`,
	(s) => `const a = import.meta.glob('${s}')`,
	(s) => `import type { A } from '${s}'`,
	(s) => `export type { A } from '${s}'`,
	(s) => `type A = import('${s}').A`,
	(s) => `type A = typeof import('${s}')`,
]
const VALUES = FORMS.slice(0, 11)
const TYPES = FORMS.slice(11)

it.each([
	['src/domain/x.ts', '#db/y.ts'],
	['src/domain/x.ts', '#i18n/y.ts'],
	['src/domain/x.ts', 'zod'],
	['src/domain/x.ts', 'node:crypto'],
	['src/domain/x.ts', 'fs'],
	['src/db/x.ts', '#usecases/y.ts'],
	['src/db/x.ts', 'hono'],
	['src/db/schema/x.ts', '#read/y.ts'],
	['src/usecases/x.ts', '#read/y.ts'],
	['src/usecases/x.ts', '#features/a/routes.tsx'],
	['src/usecases/x.ts', '#mail/y.ts'],
	['src/usecases/x.ts', '#local/y.ts'],
	['src/usecases/x.ts', '#test/support/y.ts'],
	['src/usecases/x.ts', './y.test.ts'],
	['src/usecases/x.ts', 'drizzle-orm'],
	['src/read/x.ts', '#usecases/y.ts'],
	['src/read/x.ts', 'hono/jsx'],
	['src/markup/x.ts', '#db/y.ts'],
	['src/markup/x.ts', '#i18n/y.ts'],
	['src/markup/x.ts', '#export/y.ts'],
	['src/export/x.ts', '#db/y.ts'],
	['src/export/x.ts', '#intake/y.ts'],
	['src/intake/x.ts', '#usecases/y.ts'],
	['src/intake/x.ts', 'marked'],
	['src/intake/x.ts', '#markup/y.ts'],
	['src/i18n/x.ts', '#ui/y.tsx'],
	['src/i18n/x.ts', '#routes'],
	['src/mail/x.ts', '#db/y.ts'],
	['src/mail/x.ts', '#read/y.ts'],
	['src/ui/x.tsx', '#usecases/y.ts'],
	['src/ui/x.tsx', '#features/a/b.ts'],
	['src/ui/x.tsx', 'zod'],
	['src/features/a/vote-page.tsx', '#usecases/y.ts'],
	['src/features/a/vote-page.tsx', '#db/y.ts'],
	['src/features/a/vote-page.tsx', '#features/b/other-page.tsx'],
	['src/features/a/vote-page.tsx', './routes.tsx'],
	['src/features/a/vote-page.tsx', 'hono'],
	['src/features/a/part-of-it.tsx', '#usecases/y.ts'],
	['src/features/a/routes.tsx', '#db/y.ts'],
	['src/features/a/routes.tsx', '#features/b/forms.ts'],
	['src/features/a/routes.tsx', '#app'],
	['src/features/a/routes.tsx', '#env'],
	['src/features/a/routes.tsx', '#api/y.ts'],
	['src/features/a/forms.ts', '#db/y.ts'],
	['src/features/a/forms.ts', 'drizzle-orm/sql'],
	['src/features/a/forms.ts', '#ui/y.tsx'],
	['src/features/a/forms.ts', 'hono'],
	['src/api/x.ts', '#db/y.ts'],
	['src/api/x.ts', '#features/a/forms.ts'],
	['src/api/x.ts', '#ui/y.tsx'],
	['src/api/x.ts', 'hono'],
	['src/http/x.ts', '#db/y.ts'],
	['src/http/x.ts', '#features/a/forms.ts'],
	['src/usecases/x.ts', '#http/y.ts'],
	['src/jobs/x.ts', '#db/y.ts'],
	['src/jobs/x.ts', '#ui/y.tsx'],
	['src/client/x.ts', '#usecases/y.ts'],
	['src/client/x.ts', '#ui/y.tsx'],
	['src/client/x.ts', '#db/y.ts'],
	['src/routes.ts', '#usecases/y.ts'],
	['src/env.ts', '#domain/y.ts'],
	['src/usecases/x.ts', '../read/y.ts'],
	['src/usecases/x.ts', './../read/y.ts'],
	['src/usecases/x.ts', '#domain/../read/y.ts'],
	['src/app.ts', './features/../db/y.ts'],
	['local/x.ts', '../src/db/y.ts'],
	['test/faults/x.test.ts', '../support/y.ts'],
	['src/usecases/x.ts', '#nowhere/y.ts'],
	['src/usecases/x.ts', '/src/read/y.ts'],
])('%s may not name %s, in any form', (path, specifier) => {
	for (const form of FORMS) expect(faults(path, form(specifier)), form(specifier)).toHaveLength(1)
})

it.each([
	['src/features/a/vote-page.tsx', '#read/y.ts'],
	['src/export/x.ts', '#read/y.ts'],
	['src/features/a/vote-page.tsx', './forms.ts'],
	['src/features/a/vote-page.tsx', './vote-forms.ts'],
	['src/ui/x.tsx', '#read/y.ts'],
	['src/i18n/x.ts', '#intake/y.ts'],
	['src/usecases/x.ts', '#files/y.ts'],
])('%s may name types of %s, and nothing else', (path, specifier) => {
	for (const form of VALUES) expect(faults(path, form(specifier)), form(specifier)).toHaveLength(1)
	for (const form of TYPES) expect(faults(path, form(specifier)), form(specifier)).toEqual([])
})

it.each([
	['src/domain/x.ts', './y.ts'],
	['src/domain/x.ts', 'temporal-polyfill'],
	['src/db/x.ts', '#domain/y.ts'],
	['src/db/x.ts', './schema/y.ts'],
	['src/db/schema/x.ts', 'drizzle-orm/sqlite-core'],
	['src/db/x.ts', '@libsql/client/web'],
	['src/usecases/x.ts', '#domain/y.ts'],
	['src/usecases/x.ts', '#db/y.ts'],
	['src/read/x.ts', '#db/y.ts'],
	['src/mail/x.ts', '#markup/y.ts'],
	['src/ui/x.tsx', '#i18n/y.ts'],
	['src/ui/x.tsx', 'hono/jsx'],
	['src/features/a/vote-page.tsx', '#ui/y.tsx'],
	['src/features/a/vote-page.tsx', './other-page.tsx'],
	['src/features/a/routes.tsx', './vote-page.tsx'],
	['src/features/a/routes.tsx', './forms.ts'],
	['src/features/a/routes.tsx', '#usecases/y.ts'],
	['src/features/a/routes.tsx', '#routes'],
	['src/features/a/forms.ts', 'zod'],
	['src/features/a/routes.test.ts', '#db/y.ts'],
	['src/api/x.ts', 'zod'],
	['src/jobs/x.ts', '#mail/y.ts'],
	['src/ui/x.tsx', '#client/y.js'],
	['src/features/a/routes.tsx', '#templates/y.md'],
	['src/app.ts', './features/a/routes.tsx'],
	['src/index.ts', '#db/y.ts'],
	['local/x.ts', 'node:fs'],
	['test/worker/x.test.ts', '#features/a/routes.tsx'],
])('%s may name %s, in any form', (path, specifier) => {
	for (const form of FORMS) expect(faults(path, form(specifier)), form(specifier)).toEqual([])
})

it('refuses a computed path where not everything may be imported', () => {
	const source = "const load = (name: string) => import('#db/' + name)"
	expect(faults('src/usecases/x.ts', source)).toEqual(['src/usecases/x.ts:1 imports a computed path'])
	expect(faults('local/x.ts', source)).toEqual([])
})

it('refuses a file that stands where the layout has no place for it', () => {
	for (const path of ['src/helpers.ts', 'src/utils/x.ts', 'src/local/x.ts', 'src/features/x.ts']) {
		expect(faults(path, ''), path).toEqual([`${path} stands in no layer`])
	}
})

it('reads no import out of a comment, a string or a property', () => {
	expect(
		faults('src/domain/x.ts', `// import '#db/y.ts'\nconst a = "import('#db/y.ts')"\nrequire.x = a.import`),
	).toEqual([])
})

it('says where and what', () => {
	expect(faults('src/usecases/x.ts', `\nimport { a } from '#read/y.ts'`)).toEqual([
		'src/usecases/x.ts:2 usecases may not import read (#read/y.ts)',
	])
})

it('allows no package that the project does not have', () => {
	const rules = Object.values<Rule | 'anything'>(LAYERS)
	const names = rules.flatMap((rule) => (rule === 'anything' ? [] : (rule.packages ?? [])))
	expect(names.length).toBeGreaterThan(5)
	const known = Object.keys(manifest.dependencies)
	expect(
		names.filter((name) => !name.startsWith('cloudflare:') && !known.some((k) => `${name}/`.startsWith(`${k}/`))),
	).toEqual([])
})

it('holds in the whole project', () => {
	const files = sourceFiles()
	const seen = new Set(files.map((file) => layerOf(file.path)))
	for (const layer of ['domain', 'db', 'usecases', 'read', 'features', 'page', 'ui', 'i18n', 'api', 'app'] as const) {
		expect(seen, `a file of ${layer} was read`).toContain(layer)
	}
	expect(violations(files, manifest.imports)).toEqual([])
})
