import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

// What a database has had is never applied to it again: a migration that is edited after it landed reaches new databases only.
// A new one is entered by hand: sha256sum migrations/0002_name.sql migrations/meta/0002_snapshot.json >> test/house/migrations.sha256

const FIRST_BYTES = readFileSync('test/house/migrations.sha256', 'utf8').trimEnd().split('\n')

/** Each migration, and the schema that the next is compared with. The journal beside them grows. */
const files = ['migrations', 'migrations/meta'].flatMap((folder) =>
	readdirSync(folder)
		.filter((name) => /^\d.*\.(sql|json)$/.test(name))
		.map((name) => `${folder}/${name}`),
)

it('every migration is as it landed', () => {
	const lines = files.map((path) => `${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${path}`)
	expect(lines.length).toBeGreaterThan(3)
	expect(lines.sort()).toEqual(FIRST_BYTES.toSorted())
})
