import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Beside the database and in no backup of it: together they open every printed card. */
const NAME = 'code-keys'

/** The keys by which codes are hashed here, as the setting CODE_KEYS has them; made the first time, for the owner's eyes alone. */
export async function codeKeysIn(directory: string): Promise<string> {
	const file = join(directory, NAME)
	const made = `1:${randomBytes(32).toString('base64url')}\n`
	await writeFile(file, made, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'EEXIST') throw error
	})
	return (await readFile(file, 'utf8')).trim()
}
