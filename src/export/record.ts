import type { Block } from '#domain/statement/block.ts'

/** A published statement as bytes that were hashed. */
export type PublishedBytes = {
	readonly recordHash: string
	readonly textHash: string
	/** Canonical JSON, as stored at publishing. */
	readonly recordBytes: string
	/** The same of the text; null when it was hashed as it reads, and a part of it is withheld. */
	readonly textBytes: string | null
	/** What the leaves in both stand for, but for what is withheld; null when both were hashed as they read. */
	readonly revealedBytes: string | null
	readonly withheld: readonly { readonly index: number; readonly ground: string }[]
}

/**
 * The record and the text as one JSON file. The stored bytes stand in it as they are, so that the hash of each part is the
 * hash it was published under. Withheld blocks are named by their place in the text, counted from 0.
 */
export function recordFile({
	recordHash,
	textHash,
	recordBytes,
	textBytes,
	revealedBytes,
	withheld,
}: PublishedBytes): string {
	const redacted = JSON.stringify(withheld.map(({ index, ground }) => ({ block: index, ground })))
	const rest = [
		`"recordHash":"${recordHash}","textHash":"${textHash}","record":${recordBytes},"text":${textBytes}`,
		...(withheld.length === 0 ? [] : [`"redacted":${redacted}`]),
		...(revealedBytes === null ? [] : [`"revealed":${revealedBytes}`]),
	]
	return `{${rest.join(',')}}`
}

type AddendumBytes = Pick<PublishedBytes, 'recordHash' | 'recordBytes' | 'withheld'> & {
	readonly revealedBytes: string
	readonly withheldTexts: readonly { readonly leaf: string; readonly ground: string }[]
}

/** The same of what was added to a statement: its blocks stand in the record, and texts that are withheld are named by their leaf. */
export function addendumRecordFile(found: AddendumBytes): string {
	const { recordHash, recordBytes, revealedBytes, withheld, withheldTexts } = found
	const redacted = [
		...withheld.map(({ index, ground }) => ({ block: index, ground })),
		...withheldTexts.map(({ leaf, ground }) => ({ text: leaf, ground })),
	]
	const rest = redacted.length === 0 ? '' : `,"redacted":${JSON.stringify(redacted)}`
	return `{"recordHash":"${recordHash}","record":${recordBytes}${rest},"revealed":${revealedBytes}}`
}

/** Shell commands that check a file. `leaves`: null where it has none. */
type CheckCommands = { readonly text: string; readonly record: string; readonly leaves: string | null }

/**
 * Shell commands that compute the two hashes from the file at `address`, and, where it is `sealed` by leaves, that name each
 * part that is not what its leaf says. They hold because the canonical form (RFC 8785) of what a record and a text are made of is what jq writes compact and
 * with sorted keys: every key is ASCII, every number a small whole one.
 */
export function checkCommands(address: string, { sealed }: { readonly sealed: boolean }): CheckCommands {
	const hashOf = (part: string) => `curl -s ${address} | jq -cSj .${part} | sha256sum`
	const parts = `curl -s ${address} | jq -r '.revealed|to_entries[]|"\\(.key) \\(.value|tojson)"'`
	const check = String.raw`while read -r h p; do printf 'samsvar-leaf/3\n%s' "$p" | sha256sum | grep -q "^$h" || echo $h; done`
	return {
		text: hashOf('text'),
		record: hashOf('record'),
		leaves: sealed ? `${parts} | ${check}` : null,
	}
}

/** The blocks with a notice in the place of each that is withheld. */
export function withNotices(
	blocks: readonly Block[],
	withheld: PublishedBytes['withheld'],
	notice: (ground: string) => string,
): Block[] {
	const grounds = new Map(withheld.map(({ index, ground }) => [index, ground]))
	return blocks.map((block, index) => {
		const ground = grounds.get(index)
		if (ground === undefined) return block
		return 'text' in block ? { ...block, text: notice(ground) } : { kind: 'paragraph', text: notice(ground) }
	})
}
