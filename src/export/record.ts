import type { Block } from '#domain/statement/block.ts'

/** A published statement as bytes that were hashed. */
export type PublishedBytes = {
	readonly recordHash: string
	readonly textHash: string
	/** Canonical JSON, as stored at publishing. */
	readonly recordBytes: string
	/** The same of the text; null when a part of it is withheld. */
	readonly textBytes: string | null
	readonly withheld: readonly { readonly index: number; readonly ground: string }[]
}

/**
 * The record and the text as one JSON file. The stored bytes stand in it as they are, so that the hash of each part is the
 * hash it was published under. Withheld blocks are named by their place in the text, counted from 0.
 */
export function recordFile({ recordHash, textHash, recordBytes, textBytes, withheld }: PublishedBytes): string {
	const redacted = withheld.map(({ index, ground }) => ({ block: index, ground }))
	const rest = textBytes === null ? `null,"redacted":${JSON.stringify(redacted)}` : textBytes
	return `{"recordHash":"${recordHash}","textHash":"${textHash}","record":${recordBytes},"text":${rest}}`
}

/**
 * Shell commands that compute the two hashes from the file at `address`. They hold because the canonical form (RFC 8785) of
 * what a record and a text are made of is what jq writes compact and with sorted keys: every key is ASCII, every number a
 * small whole one.
 */
export function checkCommands(address: string): { readonly text: string; readonly record: string } {
	const hashOf = (part: string) => `curl -s ${address} | jq -cSj .${part} | sha256sum`
	return { text: hashOf('text'), record: hashOf('record') }
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
