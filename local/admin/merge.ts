import { merge } from '#domain/amendment/merging.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { answering } from '#local/amendment-command.ts'
import { mergeSchema, readTexts } from '#local/amendment-texts.ts'

export const command = answering({
	usage: 'FILE | BASE AMENDED…',
	summary: 'prints a text with all amendments in place, whose each word is, and what collides (docs/PROPOSALS.md)',
	schema: mergeSchema,
	parts: ([base, ...amendments]) => ({ base, amendments }),
	least: 2,
	most: 1000,
	answer: ({ base, amendments, choices }) => {
		const named = amendments.map((each, index) =>
			typeof each === 'object' && 'id' in each ? each : { id: `${index + 1}`, text: each },
		)
		if (new Set(named.map(({ id }) => id)).size < named.length) return refuse('Two amendments have the same id.')
		const read = readTexts([base, ...named.map(({ text }) => text)])
		if (!read.ok) return read
		const [stands, ...texts] = read.value
		const merged = merge(
			stands?.pieces ?? [],
			named.map(({ id }, index) => ({ id, wanted: texts[index]?.pieces ?? [] })),
			choices,
		)
		return ok({ text: stands?.back(merged.pieces.map(({ piece }) => piece)), ...merged })
	},
})
