import { diff } from '#domain/amendment/diff.ts'
import { ok } from '#domain/kernel/result.ts'
import { answering } from '#local/amendment-command.ts'
import { diffSchema, readTexts } from '#local/amendment-texts.ts'

export const command = answering({
	usage: 'FILE | OLD NEW',
	summary: 'prints what is different between two texts, word by word, as JSON (docs/PROPOSALS.md)',
	schema: diffSchema,
	parts: ([old, now]) => ({ old, new: now }),
	least: 2,
	most: 2,
	answer: (question) => {
		const read = readTexts([question.old, question.new])
		if (!read.ok) return read
		const [old, now] = read.value
		return ok({ steps: diff(old?.pieces ?? [], now?.pieces ?? []) })
	},
})
