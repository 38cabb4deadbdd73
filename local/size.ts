import { gzipSync } from 'node:zlib'
import type { Bundle } from './build.ts'

/**
 * Bytes compressed, at most. An isolate that starts reads and evaluates its modules before the first answer. The free plan
 * takes 3 MB: https://developers.cloudflare.com/workers/platform/limits/#worker-size
 */
export const GOALS = { starting: 250_000, upload: 2_200_000 }

/** A module's size in bytes, as it is and compressed as an upload is. */
export type ModuleSize = {
	readonly name: string
	/** Evaluated first when an isolate starts; the application beside it, and others when they are first asked for. */
	readonly starts: boolean
	readonly raw: number
	readonly gzip: number
}

/** Each module's size, the largest first. */
export function sizesOf({ modules, starting }: Bundle): ModuleSize[] {
	return Object.entries(modules)
		.map(([name, contents]) => {
			const bytes = Buffer.from(contents)
			const gzip = gzipSync(bytes, { level: 9 }).length
			return { name, starts: starting.includes(name), raw: bytes.length, gzip }
		})
		.sort((a, b) => b.gzip - a.gzip)
}

export const totalOf = (sizes: readonly ModuleSize[]): { readonly raw: number; readonly gzip: number } => ({
	raw: sizes.reduce((sum, { raw }) => sum + raw, 0),
	gzip: sizes.reduce((sum, { gzip }) => sum + gzip, 0),
})
