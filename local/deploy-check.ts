import { gzipSync } from 'node:zlib'
import { buildWorker } from './build.ts'

// Bundles the Worker exactly as a deploy does, deploys nothing, and says how large it is. What wrangler.toml or an import has
// wrong fails here, without an account.

/** What Cloudflare's free plan takes: https://developers.cloudflare.com/workers/platform/limits/#worker-size */
const LIMIT_GZIP_BYTES = 3 * 1024 * 1024

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1).padStart(9)} KiB`
const line = (name: string, raw: number, gzip: number) => `${kilobytes(raw)} ${kilobytes(gzip)}  ${name}`

const bundle = await buildWorker()
if (bundle.ok) {
	const sizes = Object.entries(bundle.value.modules).map(([name, { contents }]) => {
		const bytes = Buffer.from(contents)
		return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length }
	})
	const raw = sizes.reduce((sum, size) => sum + size.raw, 0)
	const gzip = sizes.reduce((sum, size) => sum + size.gzip, 0)
	console.log(`${'raw'.padStart(13)} ${'gzip'.padStart(13)}  module`)
	for (const size of sizes.sort((a, b) => b.raw - a.raw)) console.log(line(size.name, size.raw, size.gzip))
	console.log(line('in all', raw, gzip))
	if (gzip > LIMIT_GZIP_BYTES) {
		console.error(`The bundle is larger than the ${LIMIT_GZIP_BYTES / 1024} KiB that the free plan takes.`)
		process.exitCode = 1
	}
} else {
	console.error(bundle.reason)
	process.exitCode = 1
}
