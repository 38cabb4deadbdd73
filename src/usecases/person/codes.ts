import { hex, sha256 } from '#usecases/hashing.ts'
import type { Deps } from '#usecases/perform.ts'

/**
 * Secrets outside the database by which short codes are hashed. A code has 37 bits: of a plain hash in a copied database it is
 * found in hours. The first key hashes what is new; the others are kept for what they have hashed.
 */
export type CodeKeys = readonly { readonly id: string; readonly secret: string }[]

export type CodeDeps = Deps & { readonly codeKeys: CodeKeys }

/** A code's plain hash, which leaves this process only inside a keyed one. */
export const plainHash = (what: 'card' | 'code', of: string, code: string) => sha256(`${what}:${of}:${code}`)

/** `KEY.HMAC`, by the newest key. */
export async function keyed([newest]: CodeKeys, plain: string): Promise<string> {
	if (newest === undefined) throw new Error('there is no key for codes')
	return by(newest, plain)
}

/** All that a code may be kept as: by any key; and plain, as it was kept before there were keys and until a job has keyed it. */
export async function possible(keys: CodeKeys, plain: string): Promise<string[]> {
	return [...(await Promise.all(keys.map((key) => by(key, plain)))), plain]
}

async function by({ id, secret }: CodeKeys[number], plain: string): Promise<string> {
	const bytes = new TextEncoder()
	const algorithm = { name: 'HMAC', hash: 'SHA-256' }
	const key = await crypto.subtle.importKey('raw', bytes.encode(secret), algorithm, false, ['sign'])
	return `${id}.${hex(await crypto.subtle.sign('HMAC', key, bytes.encode(plain)))}`
}
