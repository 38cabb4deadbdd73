import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { ROOT } from './build.ts'

const lockFile = z.object({
	packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })),
})

test('the lock file holds the packages of every platform, without which npm ci fails on all of them', async () => {
	const { packages } = lockFile.parse(JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')))
	const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
		Object.keys(optionalDependencies ?? {}).filter(
			(name) => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages),
		),
	)
	expect(missing).toEqual([])
})
