import type { ResponseId } from '#domain/kernel/id.ts'
import { sha256 } from '#usecases/hashing.ts'
import { type CodeDeps, keyed, possible } from '#usecases/person/codes.ts'

type Keys = Pick<CodeDeps, 'codeKeys'>

/** Of the letter's id, so that it is found; and of what follows from it by a key outside the database: 64 bits, asked for one by one. */
const ID_PART = 8
const KEY_PART = 16

/** Longest part before the @ (RFC 5321, section 4.5.3.1.1). */
const LOCAL_LIMIT = 64
/** In place of a slug that leaves no room. */
const SHORT = 'svar'

const plain = (id: ResponseId) => sha256(`reply:${id}`)
const keyPart = (whole: string) => whole.slice(whole.lastIndexOf('.') + 1).slice(0, KEY_PART)

/**
 * Where replies to a letter come in: at the coalition's own address, with a part that ties them to the letter. It follows from the
 * letter, so that it is the same at every attempt, and nothing of it is stored.
 */
export async function replyAddress({ codeKeys }: Keys, slug: string, id: ResponseId, domain: string): Promise<string> {
	const tag = id.slice(0, ID_PART) + keyPart(await keyed(codeKeys, await plain(id)))
	const local = `${slug}+${tag}`
	return `${local.length > LOCAL_LIMIT ? `${SHORT}+${tag}` : local}@${domain}`
}

/** How the id begins of the letter that an address is about; null where the address has the form of none. */
export function idInAddress(address: string): string | null {
	const [, tag = ''] = /^[^@+]*\+([0-9a-f]{24})@/i.exec(address.trim()) ?? []
	return tag === '' ? null : tag.slice(0, ID_PART).toLowerCase()
}

/** Whether the address is that of the letter, by any key. Compared by hash, so that how long it takes tells nothing of it. */
export async function isReplyAddress({ codeKeys }: Keys, address: string, id: ResponseId): Promise<boolean> {
	const [, tag = ''] = /\+([0-9a-f]{24})@/i.exec(address) ?? []
	const given = await sha256(tag.slice(ID_PART).toLowerCase())
	const hashed = await plain(id)
	const keys = (await possible(codeKeys, hashed)).filter((each) => each !== hashed).map(keyPart)
	return tag.toLowerCase().startsWith(id.slice(0, ID_PART)) && (await Promise.all(keys.map(sha256))).includes(given)
}
