import { shownBlocks } from '#export/letter/published-file.ts'
import type { Context } from '#http/context.ts'
import { seeOther } from '#http/respond.tsx'
import { statementPageQuery } from '#read/publication/public-statement.ts'
import { href, type Params, routes } from '#routes'
import { acrossIn } from '#ui/part.ts'
import { AnswersPage } from './answers-page.tsx'
import { answersPart } from './answers-part.tsx'
import { answersHref } from './public-frame.tsx'
import { frameOf, html, noStatement, numberOf, ofCoalition } from './serve.ts'

/** The first part under the address alone; each that there is besides under its number, and nothing under any other. */
export function answers(context: Context<Params<typeof routes.publishedAnswers>>, english: boolean): Promise<Response> {
	const { coalition: slug, year: published, number } = context.params
	const { search, searchParams } = context.url
	const path = href(english ? routes.publishedAnswersEnglish : routes.publishedAnswers, context.params)
	const query = () => statementPageQuery(slug, Number(published), numberOf(number), acrossIn(searchParams))
	return ofCoalition(context, path + search, query, async (data) => {
		const frame = frameOf(context, data.coalition, english)
		const { statement: found } = data
		if (found === null) return noStatement(frame, data.coalition, published, number)
		const blocks = shownBlocks(found)
		const part = answersPart(found.answers, searchParams)
		const own = answersHref(frame, data.coalition.slug, found.record, part.number)
		if (own !== path + search) return { otherwise: () => seeOther(own) }
		return html(
			frame.lang,
			<AnswersPage frame={frame} data={{ ...data, statement: found }} blocks={blocks} part={part} />,
		)
	})
}
