import { ACTS } from '#domain/acts.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { MEMBERS, WRITERS } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import { alsoForScript } from '#http/also-for-script.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { catalogue } from '#i18n/index.ts'
import type { Language } from '#i18n/language.ts'
import { likenessWords, whyAlike } from '#i18n/likenesses.ts'
import { type Alike, likenessesQuery, toldLikenessesQuery } from '#read/position/likenesses.ts'
import { href, routes } from '#routes'
import { takeLikenessTurn } from '#usecases/position/likeness-turn.ts'
import { meanLikeness } from '#usecases/position/mean-likeness.ts'
import { likenessForm } from './forms.ts'
import { LikenessesPage } from './likenesses-page.tsx'

const likenessesPage = page({
	path: routes.likenesses,
	access: MEMBERS,
	turn: takeLikenessTurn,
	load: ({ params, now }) => likenessesQuery(params.coalition, params.statement, now),
	view: LikenessesPage,
})

/** A likeness as it is told beside the text, with what the form for it holds. */
function toldBeside({ blockId, versionId, text, adopted, likeness }: Alike, coalition: string, lang: Language) {
	const t = likenessWords(lang)
	const source = catalogue(lang).positions.source(adopted.label, adopted.number)
	const published = { coalition, year: String(adopted.year), number: String(adopted.statementNumber) }
	return {
		block: blockId,
		version: versionId,
		source: adopted.statementId,
		number: adopted.number,
		contradicts: likeness.kind === 'contradicts',
		what: t.beside[likeness.kind](source),
		text,
		adopted: adopted.text,
		language: adopted.language,
		named: source,
		at: `${href(routes.published, published)}#p${adopted.number}`,
		why: whyAlike(likeness, lang),
	}
}

export const likenessRoutes: readonly Route[] = [
	// What is written is read from the record: nothing of it is sent to ask.
	alsoForScript(likenessesPage, {
		path: routes.likenesses,
		access: WRITERS,
		turn: takeLikenessTurn,
		load: ({ params }) => toldLikenessesQuery(params.coalition, params.statement),
		told: ({ mark, alike }, { coalition }, lang) => ({
			mark,
			alike: alike.map((each) => toldBeside(each, coalition, lang)),
		}),
	}),
	action({
		path: routes.likenesses,
		does: ACTS.meanLikeness,
		page: likenessesPage,
		form: likenessForm,
		scripted: true,
		act: ({ context, params, input, order }) =>
			meanLikeness(context.deps, order({ statementId: params.statement as StatementId, ...input })),
		done: (_value, { params, input: { meant, blockId } }) =>
			`${href(routes.likenesses, params, { done: meant ? 'meant' : 'told' })}#l-${blockId}`,
	}),
]
