import { amendmentWords } from '#i18n/amendments.ts'
import { formatEither, formatList } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { UntoldNotice } from '#read/members/untold.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { partOf } from '#ui/part.ts'
import { Button } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { Table } from '#ui/parts/table.tsx'
import { trail } from '#ui/trail.ts'

type Props = PageView<readonly UntoldNotice[], { readonly coalition: string }>

/** Those whom no mail reaches and what they have a right to know, until somebody says that they were told. */
export function ByHandPage({ data, form, lang, frame, params, query }: Props) {
	const t = catalogue(lang).byHand
	const part = partOf(data, query)
	return (
		<Page {...frame} title={t.title} part={part} where={trail(lang, params.coalition, 'workspace', 'members')}>
			{query.get('done') === 'told' && (
				<Sentence tone="success" live>
					{t.done}
				</Sentence>
			)}
			{data.length === 0 ? (
				<EmptyState title={t.nobody}>{t.nobodyWhat}</EmptyState>
			) : (
				<>
					<p class="lead">{t.lead}</p>
					<div class="wide">
						<InParts part={part} to={(number) => href(routes.byHand, params, { part: number })} label={t.title}>
							<Table
								caption={t.title}
								captionHidden
								columns={[{ label: t.who }, { label: t.what }, { label: t.actions }]}
								rows={part.items.map((untold) => [
									<>
										{formatList(lang, untold.names)}
										<small class="about">{untold.association}</small>
									</>,
									saying(untold, lang),
									<Form action={href(routes.byHand, params)} form={form} values={valuesOf(untold)}>
										<Button look="secondary">{t.toldTo(formatList(lang, untold.names))}</Button>
									</Form>,
								])}
							/>
						</InParts>
					</div>
				</>
			)}
		</Page>
	)
}

const valuesOf = ({ actId, notice, about }: UntoldNotice) => ({ act: actId, notice, about })

function saying({ notice, title, put, role, dueAt }: UntoldNotice, lang: Language): string {
	const { says } = catalogue(lang).byHand
	const numbers = put.map(({ number }) => amendmentWords(lang).number(number))
	if (numbers.length > 0) return says.ballotOn(formatEither(lang, numbers), title ?? '', dueAt, numbers.length)
	switch (notice) {
		case 'consultation':
		case 'ballot':
		case 'meetingVote':
		case 'signoff':
		case 'addendum':
			return says[notice](title ?? '', dueAt)
		case 'consensusList':
			return dueAt === null ? says.consensusListOver(title ?? '') : says.consensusList(title ?? '', dueAt)
		case 'unseated':
			return says.unseated(role, dueAt)
		case 'seat':
			return says.seat(role)
		case 'outcomes':
		case 'sent':
			return says[notice](title ?? '')
		default:
			return says[notice]
	}
}
