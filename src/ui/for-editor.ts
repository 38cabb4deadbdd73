import type { Statement } from '#domain/statement/statement.ts'
import { bankWords } from '#i18n/bank.ts'
import type { Language } from '#i18n/index.ts'
import { likenessWords } from '#i18n/likenesses.ts'
import { standardWords } from '#i18n/standard-texts.ts'
import { href, routes } from '#routes'
import type { StatementParams } from './page-view.ts'

type At = {
	readonly lang: Language
	readonly params: StatementParams
	readonly statement: Pick<Statement, 'title' | 'language'>
	/** Whether whoever writes may keep parts as standard texts. */
	readonly keeps: boolean
}

/** What every page with the editor gives its script: what the text is, and where the script asks for what. */
export function forEditor({ lang, params, statement, keeps }: At) {
	const bank = bankWords(lang)
	return {
		title: statement.title,
		language: statement.language,
		lang,
		likenesses: { at: href(routes.likenesses, params), words: likenessWords(lang).editor },
		bank: {
			topic: { label: bank.topic, any: bank.anyTopic },
			group: { label: bank.group, any: bank.anyGroup },
			level: { label: bank.level, any: bank.anyLevel, names: bank.levels },
		},
		standard: {
			list: href(routes.standardTexts, { coalition: params.coalition }),
			keep: keeps ? href(routes.newStandardText, { coalition: params.coalition }, { from: params.statement }) : null,
			words: standardWords(lang).editor,
		},
		paths: {
			save: href(routes.editor, params),
			text: href(routes.editorText, params),
			positions: href(routes.editorPositions, params),
			insert: href(routes.positionInserts, params),
			beside: href(routes.commentsBeside, params),
		},
	}
}
