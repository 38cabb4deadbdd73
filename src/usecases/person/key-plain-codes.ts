import { plainCodesQuery } from '#db/person/load-directory.ts'
import { type CodeDeps, keyed } from './codes.ts'

/** Cards' worth of codes that one run takes on. */
const AT_ONCE = 200

/** Codes of cards from before there was a key are keyed where they lie: the code itself is not needed, and goes on working. */
export async function keyPlainCodes({ db, codeKeys }: CodeDeps): Promise<void> {
	const [found] = await db.read<[{ handle: string; codeHash: string }[]]>(plainCodesQuery(AT_ONCE))
	if (found.length === 0) return
	const hashes = await Promise.all(found.map(({ codeHash }) => keyed(codeKeys, codeHash)))
	await db.write(
		found.map(({ handle, codeHash }, index) => ({
			sql: 'UPDATE card_code SET code_hash = ? WHERE handle = ? AND code_hash = ?',
			args: [hashes[index] ?? '', handle, codeHash],
		})),
	)
}
