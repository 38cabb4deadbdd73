import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { isOf, usesOf } from './import-rules.ts'
import { emptyPlaces, LAYERS, layerOf, type Rule } from './layers.ts'
import { keptFiles, sourceFiles } from './tree.ts'

const { imports } = z
	.object({ imports: z.record(z.string(), z.string()) })
	.parse(JSON.parse(readFileSync('package.json', 'utf8')))

const paths = keptFiles().map(({ path }) => path)
const uses = new Map<string, Set<string>>()
for (const file of sourceFiles()) {
	const layer = String(layerOf(file.path))
	uses.set(layer, new Set([...(uses.get(layer) ?? []), ...usesOf(file, imports)]))
}

it('every layer has files, and so has every place that the layout knows', () => {
	const peopled = new Set<string | null>(paths.map(layerOf))
	expect(Object.keys(LAYERS).filter((layer) => !peopled.has(layer))).toEqual([])
	expect(emptyPlaces(paths)).toEqual([])
})

const rules = Object.entries<Rule | 'anything'>(LAYERS).flatMap(([layer, rule]) =>
	rule === 'anything' ? [] : [[layer, rule] as const],
)

it.each(rules)('%s uses every layer and package that it may', (layer, { may = [], types = [], packages = [] }) => {
	const used = [...(uses.get(layer) ?? [])]
	expect([...may, ...types].filter((other) => !used.includes(other))).toEqual([])
	expect(packages.filter((name) => !used.some((specifier) => isOf(name, specifier)))).toEqual([])
})
