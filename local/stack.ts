import { SourceMap } from 'node:module'
import type { Bundle } from './build.ts'

/** `index.mjs:1:2345`: a place in the minified bundle, as stack traces name it. */
const PLACE = /[\w./:-]*?([\w-]+\.mjs):(\d+):(\d+)/g

/** Makes what the Worker logs readable: places in the bundle become places in the source. */
export function sourcePlaces({ sourceMaps }: Pick<Bundle, 'sourceMaps'>): (log: string) => string {
	// Source maps are read when the first place is looked up: most runs log nothing.
	const maps = new Map<string, SourceMap>()
	const mapOf = (module: string) => {
		const text = sourceMaps[module]
		const known = maps.get(module) ?? (text === undefined ? undefined : new SourceMap(JSON.parse(text)))
		if (known) maps.set(module, known)
		return known
	}
	return (log) =>
		log.replace(PLACE, (place, module: string, line: string, column: string) => {
			const found = mapOf(module)?.findEntry(Number(line) - 1, Number(column) - 1)
			if (!found || !('originalSource' in found)) return place
			return `${found.originalSource.replace(/^(\.\.\/)+/, '')}:${found.originalLine + 1}:${found.originalColumn + 1}`
		})
}
