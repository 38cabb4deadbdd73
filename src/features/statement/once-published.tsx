import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { addendumWords } from '#i18n/addenda.ts'
import { catalogue } from '#i18n/index.ts'
import { receiptWords } from '#i18n/receipt.ts'
import { withheldWords } from '#i18n/withheld.ts'
import { href, routes } from '#routes'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import type { AfterAct } from './after-act.tsx'

/** From a text that is published: to where everybody reads it, and to what is done with it since. */
export function OncePublished({ viewer, data: { header, isWithheld }, lang, params }: AfterAct) {
	const { statement, published } = header
	if (!published) return null
	const t = catalogue(lang)
	const sends = offers(ACTS.sendResponse, viewer, statement)
	const { year, number } = published
	const others = [
		{ to: sends ? routes.sending : routes.sent, label: sends ? t.sending.title : t.sent.show },
		{ to: routes.outcomes, label: t.outcomes.title },
		{ to: routes.receipt, label: receiptWords(lang).title },
		{ to: routes.addenda, label: addendumWords(lang).title },
		...(isWithheld ? [{ to: routes.withheld, label: withheldWords(lang).title }] : []),
	]
	return (
		<ButtonRow>
			<LinkButton
				href={href(routes.published, { coalition: params.coalition, year: String(year), number: String(number) })}
			>
				{t.drafting.showPublished(published.label)}
			</LinkButton>
			{others.map(({ to, label }) => (
				<LinkButton look="secondary" href={href(to, params)}>
					{label}
				</LinkButton>
			))}
		</ButtonRow>
	)
}
