import type { InquiryId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import type { Language } from '#domain/statement/statement.ts'
import type { Context } from '#http/context.ts'
import { blocksFromTemplate, type TemplateValues } from '#markup/template.ts'
import { newStatementQuery } from '#read/statement/drafting.ts'
import letterEn from '#templates/letter.en.md'
import letterSv from '#templates/letter.sv.md'
import noCommentEn from '#templates/no-comment.en.md'
import noCommentSv from '#templates/no-comment.sv.md'
import responseEn from '#templates/response.en.md'
import responseSv from '#templates/response.sv.md'

const templates = {
	response: { sv: responseSv, en: responseEn },
	letter: { sv: letterSv, en: letterEn },
	noComment: { sv: noCommentSv, en: noCommentEn },
} as const

export function templateBlocks(
	template: keyof typeof templates,
	language: Language,
	values: TemplateValues,
): readonly Block[] {
	return blocksFromTemplate(templates[template][language], values)
}

/** What a template is filled with. What is not known is left out. */
export async function readFacts(
	context: Context,
	coalition: string,
	inquiry: InquiryId | null,
): Promise<TemplateValues> {
	const [found] = await context.deps.db.read(newStatementQuery(coalition, inquiry))
	return {
		coalitionName: found?.coalition.name,
		inquiryTitle: found?.inquiry?.title,
		sender: found?.inquiry?.sender,
		references: found?.inquiry?.references,
	}
}
