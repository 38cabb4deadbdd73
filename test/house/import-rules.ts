import { posix } from 'node:path'
import { type Import, importsOf } from './imports-of.ts'
import { layerOf, ruleOf, sliceOf } from './layers.ts'

export type SourceFile = { readonly path: string; readonly source: string }

/** `imports` of package.json: how one layer spells another, `{"#domain/*": "./src/domain/*"}`. */
export type Aliases = Readonly<Record<string, string>>

/** One sentence for each import that the table of layers does not allow. Paths are from the project's root. */
export function violations(files: readonly SourceFile[], aliases: Aliases): string[] {
	return files.flatMap(({ path, source }) => {
		if (layerOf(path) === null) return [`${path} stands in no layer`]
		return importsOf(path, source).flatMap((found) => {
			const fault = faultOf(path, found, aliases)
			return fault === null ? [] : [`${path}:${found.line} ${fault}`]
		})
	})
}

/** What a file's layer takes from elsewhere: layers, and packages as they are spelt. */
export function usesOf({ path, source }: SourceFile, aliases: Aliases): string[] {
	return importsOf(path, source).flatMap(({ specifier }) => {
		if (specifier === null) return []
		const target = pathOf(path, specifier, aliases)
		const layer = target === null ? null : layerOf(target)
		return [layer ?? specifier]
	})
}

function faultOf(from: string, found: Import, aliases: Aliases): string | null {
	const { specifier } = found
	// Where anything may be imported, a path that is only known later breaks no rule.
	if (specifier === null) return isFree(from) ? null : 'imports a computed path'
	if (/(^|\/)\.\.(\/|$)/.test(specifier)) return `climbs with ../ (${specifier})`
	const path = pathOf(from, specifier, aliases)
	if (path !== null) return faultOfLayer(from, path, found)
	if (specifier.startsWith('#')) return `imports ${specifier}, which package.json does not name`
	return faultOfPackage(from, specifier)
}

/** The file that is meant, or null where it is a package, or nothing that package.json names. */
function pathOf(from: string, specifier: string, aliases: Aliases): string | null {
	if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
	return specifier.startsWith('#') ? resolveAlias(specifier, aliases) : null
}

function faultOfLayer(from: string, to: string, found: Import): string | null {
	const [own, other] = [layerOf(from), layerOf(to)]
	if (own === null || other === null) return `imports ${found.specifier}, which stands in no layer`
	const rule = ruleOf(own)
	if (rule === 'anything') return null
	const [slice, otherSlice] = [sliceOf(from), sliceOf(to)]
	if (slice !== null && otherSlice !== null && slice !== otherSlice) {
		return `${slice} may not import another feature (${found.specifier})`
	}
	if (own === other || rule.may?.includes(other)) return null
	if (!rule.types?.includes(other)) return `${own} may not import ${other} (${found.specifier})`
	return found.typeOnly ? null : `${own} may import only types of ${other} (${found.specifier})`
}

function faultOfPackage(from: string, specifier: string): string | null {
	const layer = layerOf(from)
	if (layer === null) return 'stands in no layer'
	const rule = ruleOf(layer)
	if (rule === 'anything') return null
	const allowed = rule.packages?.some((name) => isOf(name, specifier)) ?? false
	return allowed ? null : `${layer} may not import the package ${specifier}`
}

/** Whether a package is named, or one of its subpaths. */
export const isOf = (name: string, specifier: string) => specifier === name || specifier.startsWith(`${name}/`)

function isFree(path: string): boolean {
	const layer = layerOf(path)
	return layer !== null && ruleOf(layer) === 'anything'
}

function resolveAlias(specifier: string, aliases: Aliases): string | null {
	for (const [alias, target] of Object.entries(aliases)) {
		const path = target.replace(/^\.\//, '')
		if (alias === specifier) return path
		const stem = alias.endsWith('/*') ? alias.slice(0, -1) : null
		if (stem !== null && specifier.startsWith(stem)) return path.replace('*', specifier.slice(stem.length))
	}
	return null
}
