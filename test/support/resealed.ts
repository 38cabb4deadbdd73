import type { SealedText } from '#domain/publication/sealed.ts'
import type { StatementText } from '#domain/statement/statement.ts'
import { plainBytes, revealedSchema, sealedTextSchema } from '#schema/sealed.ts'
import { textSchema } from '#schema/statement.ts'
import { compact, leafOf, sha256 } from './check-record.ts'

/** A published text opened, to be changed and sealed again under the salts it had, as somebody would who means it. */
export function unsealed(bytes: string, revealedBytes: string) {
	const was = sealedTextSchema.parse(JSON.parse(bytes))
	const parts = revealedSchema.parse(JSON.parse(revealedBytes))
	const part = (leaf: string, value: unknown) => ({ salt: parts[leaf]?.salt ?? '', value })
	const seal = ({ title, language, blocks }: StatementText) => {
		const own = [part(was.title, title), ...blocks.map((block, index) => part(was.blocks[index] ?? '', block))]
		const [first = '', ...rest] = own.map(({ salt, value }) => leafOf(salt, value))
		const text: SealedText = { ...was, language, title: first, blocks: rest }
		const kept = Object.entries(parts).filter(([leaf]) => leaf !== was.title && !was.blocks.includes(leaf))
		const revealed = {
			...Object.fromEntries(kept),
			...Object.fromEntries(own.map((each, n) => [[first, ...rest][n], each])),
		}
		return { bytes: compact(text), hash: sha256(compact(text)), revealedBytes: compact(revealed) }
	}
	return { text: textSchema.parse(JSON.parse(plainBytes(bytes, revealedBytes))), seal }
}
