import { createHash } from 'node:crypto'
import * as z from 'zod'

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** What `jq -cS` writes: compact, with keys in order. */
export function compact(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(compact).join(',')}]`
	if (typeof value !== 'object' || value === null) return JSON.stringify(value)
	const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
	return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${compact(inner)}`).join(',')}}`
}

/** The leaf of a part, as docs/RECORD.md tells it. */
export const leafOf = (salt: string, value: unknown) => sha256(`samsvar-leaf/3\n${compact({ salt, value })}`)

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const sealedFile = z.strictObject({
	recordHash: hash,
	textHash: hash,
	record: z.looseObject({ format: z.literal('samsvar-record/3'), textHash: hash }),
	text: z.strictObject({
		format: z.literal('samsvar-text/3'),
		language: z.string(),
		title: hash,
		blocks: z.array(hash),
	}),
	redacted: z.array(z.strictObject({ block: z.int(), ground: z.string() })).optional(),
	revealed: z.record(hash, z.strictObject({ salt: z.string().regex(/^[0-9a-f]{32}$/), value: z.unknown() })),
})

const hasLeaves = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: typeof value === 'object' && value !== null
			? Object.values(value).flatMap(hasLeaves)
			: []

/**
 * Checks a served record of the third format from its bytes alone, as a stranger would by docs/RECORD.md, and gives its text
 * and record as they read. Throws where anything is not what a hash says. What is withheld is `null`.
 */
export function checkRecord(file: string) {
	const { recordHash, textHash, record, text, redacted = [], revealed } = sealedFile.parse(JSON.parse(file))
	const fail = (what: string): never => {
		throw new Error(what)
	}
	if (sha256(compact(text)) !== textHash) fail('the text is not what its hash says')
	if (sha256(compact(record)) !== recordHash) fail('the record is not what its hash says')
	if (record.textHash !== textHash) fail('the record is about another text')
	for (const [leaf, { salt, value }] of Object.entries(revealed)) {
		if (leafOf(salt, value) !== leaf) fail('a part is not what its leaf says')
	}
	const places = text.blocks.flatMap((leaf, place) => (leaf in revealed ? [] : [place]))
	if (compact(places) !== compact(redacted.map(({ block }) => block))) fail('more or less is withheld than is said')
	const used = new Set([text.title, ...text.blocks, ...hasLeaves(record)])
	if (Object.keys(revealed).some((leaf) => !used.has(leaf))) fail('something else is revealed')
	const read = (leaf: string) => revealed[leaf]?.value ?? null
	const shown = (value: unknown): unknown => {
		if (typeof value === 'string') return value in revealed ? read(value) : value
		if (Array.isArray(value)) return value.map(shown)
		if (typeof value !== 'object' || value === null) return value
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shown(inner)]))
	}
	return {
		text: { title: read(text.title), language: text.language, blocks: text.blocks.map(read) },
		record: shown(record) as Readonly<Record<string, unknown>>,
		revealed,
	}
}
