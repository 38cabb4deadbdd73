import { type AddendumRecord, mapAddendum, type SealedAddendum } from '#domain/publication/addendum-record.ts'
import type { PublicationRecord } from '#domain/publication/record.ts'
import {
	type Leaf,
	mapWritten,
	type Revealed,
	SEALED_TEXT_FORMAT,
	type SealedText,
} from '#domain/publication/sealed.ts'
import type { NewSalt, TextSalts } from '#domain/statement/salts.ts'
import type { StatementText } from '#domain/statement/statement.ts'
import { canonical, draftHashOf, sha256 } from './hashing.ts'

/** What is hashed for a leaf begins with this, so that no other hash here is ever one. */
const LEAF_PREFIX = 'samsvar-leaf/3\n'

type Part = Revealed[Leaf]

/** Canonical bytes of a text or a record, their hash, and what the leaves in them stand for. */
type Sealed = { readonly bytes: string; readonly hash: string; readonly revealed: Revealed }

/** A text as its hash covers it. The same text under the same salts always gives the same. */
export async function sealText({ title, language, blocks }: StatementText, salts: TextSalts): Promise<Sealed> {
	if (salts.blocks.length !== blocks.length) throw new Error('every block of a fixed text has a salt')
	const own = blocks.map((value, index): Part => ({ salt: salts.blocks[index] ?? '', value }))
	const { leaves, revealed } = await sealEach([{ salt: salts.title, value: title }, ...own])
	const [first = '', ...rest] = leaves
	const text: SealedText = { format: SEALED_TEXT_FORMAT, language, title: first, blocks: rest }
	return finished(text, revealed)
}

/** A record as its hash covers it: what people wrote in it by leaves, under salts of its own. */
export async function sealRecord(record: PublicationRecord, newSalt: NewSalt): Promise<Sealed> {
	const parts: Part[] = []
	mapWritten(record, (value) => {
		parts.push({ salt: newSalt(), value })
		return value
	})
	const { leaves, revealed } = await sealEach(parts)
	// It goes through a record in the same order every time.
	const next = leaves.values()
	return finished(
		mapWritten(record, () => next.next().value ?? ''),
		revealed,
	)
}

/** The same of what is added to a published statement: its blocks by leaves, too. */
export async function sealAddendum(record: AddendumRecord, newSalt: NewSalt): Promise<Sealed> {
	const parts: Part[] = []
	const place = (value: unknown) => parts.push({ salt: newSalt(), value }) - 1
	const placed = mapAddendum(record, (text) => (text === '' ? null : place(text)), place)
	const { leaves, revealed } = await sealEach(parts)
	const leafAt = (index: number) => leaves[index] ?? ''
	const sealed: SealedAddendum = mapAddendum(placed, (index) => (index === null ? '' : leafAt(index)), leafAt)
	return finished(sealed, revealed)
}

/** The hash that votes and sign-offs bind. Of a text that was fixed before there were salts: the one it was fixed under. */
export async function textHashOf(text: StatementText, salts: TextSalts | null): Promise<string> {
	return salts === null ? draftHashOf(text) : (await sealText(text, salts)).hash
}

/** What stands for a part. Without its salt nobody can tell what it is of, however few things that can be. */
export function leafOf(part: Part): Promise<Leaf> {
	return sha256(LEAF_PREFIX + canonical(part))
}

async function sealEach(parts: readonly Part[]): Promise<{ readonly leaves: Leaf[]; readonly revealed: Revealed }> {
	const leaves = await Promise.all(parts.map(leafOf))
	return { leaves, revealed: Object.fromEntries(parts.map((part, index) => [leaves[index], part])) }
}

/** As it was before there were salts: the whole of it is hashed as it is. */
export function plain(value: object): Promise<Sealed> {
	return finished(value, {})
}

async function finished(value: object, revealed: Revealed): Promise<Sealed> {
	const bytes = canonical(value)
	return { bytes, hash: await sha256(bytes), revealed }
}
