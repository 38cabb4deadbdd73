import type * as z from 'zod'
import type { Language } from '#domain/statement/statement.ts'
import { blocksFromTemplate } from '#markup/template.ts'
import letterEn from '#templates/letter.en.md'
import letterSv from '#templates/letter.sv.md'
import noCommentEn from '#templates/no-comment.en.md'
import noCommentSv from '#templates/no-comment.sv.md'
import responseEn from '#templates/response.en.md'
import responseSv from '#templates/response.sv.md'
import type { Template } from '#usecases/statement/start-statement.ts'
import type { newStatementForm } from './forms.ts'

const templates = {
	response: { sv: responseSv, en: responseEn },
	letter: { sv: letterSv, en: letterEn },
	noComment: { sv: noCommentSv, en: noCommentEn },
} as const

/** A template with what it is filled with. What is not known is left out. */
function templateIn(name: keyof typeof templates, language: Language): Template {
	return {
		name,
		fill: ({ coalition, inquiry }) =>
			blocksFromTemplate(templates[name][language], {
				coalitionName: coalition.name,
				inquiryTitle: inquiry?.title,
				sender: inquiry?.sender,
				references: inquiry?.references,
			}),
	}
}

/** What a statement starts from, as its use case is told. */
export function startingFrom(template: z.output<typeof newStatementForm>['template'], language: Language) {
	if (typeof template === 'object') return { ownTemplate: template.own }
	return template === 'empty' ? {} : { template: templateIn(template, language) }
}
