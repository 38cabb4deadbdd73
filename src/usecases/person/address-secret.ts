import { sha256 } from '#usecases/hashing.ts'
import { type CodeDeps, keyed, possible } from './codes.ts'

/** To whom a link about a change of address goes: the new one confirms, those of before refuse. */
export type Side = 'new' | 'former'

const plain = (side: Side, changeId: string) => sha256(`address:${side}:${changeId}`)

/** The secret in the link of a mail. It follows from a key outside the database, so that a mail sent again has the same, and none is stored. */
export const addressSecret = async ({ codeKeys }: Pick<CodeDeps, 'codeKeys'>, side: Side, changeId: string) =>
	keyed(codeKeys, await plain(side, changeId))

/** Compared by hash, so that how long it takes tells nothing of the secret. */
export async function isAddressSecret(
	{ codeKeys }: Pick<CodeDeps, 'codeKeys'>,
	side: Side,
	changeId: string,
	secret: string,
): Promise<boolean> {
	const hashed = await plain(side, changeId)
	const keyedOnes = (await possible(codeKeys, hashed)).filter((each) => each !== hashed)
	const given = await sha256(secret)
	return (await Promise.all(keyedOnes.map(sha256))).includes(given)
}
