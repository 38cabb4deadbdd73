import { canRewrite } from '#domain/amendment/rewriting.ts'
import { ok } from '#domain/kernel/result.ts'
import { answering } from '#local/amendment-command.ts'
import { readTexts, rewriteSchema } from '#local/amendment-texts.ts'

export const command = answering({
	usage: 'FILE | BASE AMENDED NOW',
	summary: 'prints an amended text carried to what the text is now, or what stands in the way (docs/PROPOSALS.md)',
	schema: rewriteSchema,
	parts: ([base, amended, now]) => ({ base, amended, now }),
	least: 3,
	most: 3,
	answer: (question) => {
		const read = readTexts([question.base, question.amended, question.now])
		if (!read.ok) return read
		const [base, amended, now] = read.value
		const rewritten = canRewrite(base?.pieces ?? [], amended?.pieces ?? [], now?.pieces ?? [])
		if (!rewritten.ok) return ok(rewritten)
		return ok({ ok: true, text: now?.back(rewritten.pieces), touches: rewritten.touches })
	},
})
