import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { formatDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { withheldWords } from '#i18n/withheld.ts'
import type { WithheldView } from '#read/publication/withheld.ts'
import { href, routes } from '#routes'
import { formFor } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button } from '#ui/parts/button.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Written } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

type Props = PageView<WithheldView, StatementParams>

const DONE = ['contested', 'takenBack'] as const

/** What is withheld of a published text and why, who does not agree, and for those who had a vote how to say so. */
export function WithheldPage(props: Props) {
	const { data, form, lang, query } = props
	const { parts, contests } = data
	const t = withheldWords(lang)
	const { blockKinds } = catalogue(lang).drafting
	const done = form.typed === null ? DONE.find((each) => each === query.get('done')) : undefined
	return (
		<StatementPage view={props} header={data.header} tab="history" title={t.title}>
			{done && (
				<Sentence tone="success" live>
					{t.done[done]}
				</Sentence>
			)}
			{parts.length === 0 ? (
				<EmptyState title={t.none}>{t.noneWhat}</EmptyState>
			) : (
				<>
					<p class="lead">{t.lead}</p>
					<Table
						caption={t.title}
						captionHidden
						columns={[{ label: t.part }, { label: t.ground }, { label: t.since }]}
						rows={parts.map(({ what, ground, at }) => [
							what === 'added' ? t.added : blockKinds[what],
							<Written>{ground}</Written>,
							formatDate(lang, at),
						])}
					/>
				</>
			)}
			{contests.length > 0 && (
				<section>
					<h2>{t.contested}</h2>
					<ul>
						{contests.map(({ name, reason, at }) => (
							<li>
								{t.contestedOn(name, at)}
								{reason !== '' && (
									<>
										: <Written>{reason}</Written>
									</>
								)}
							</li>
						))}
					</ul>
				</section>
			)}
			<Own {...props} />
		</StatementPage>
	)
}

/** For each association that the reader votes for: that it does not agree, or to take that back. */
function Own({ data: { parts, contests, electorate }, form, lang, params, viewer }: Props) {
	const t = withheldWords(lang).contest
	const own = viewer.associations.flatMap((association) => {
		const said = contests.find(({ associationId }) => associationId === association.id)
		const act = said ? ACTS.takeBackWithheldContest : ACTS.contestWithheld
		const may = offers(act, viewer, { associationId: association.id })
		const asked = parts.length > 0 && electorate.includes(association.id)
		return may && (said || asked) ? [{ ...association, said }] : []
	})
	if (own.length === 0) return null
	return (
		<section>
			<h2>{t.title}</h2>
			{own.map(({ id, name, said }) => {
				const mine = formFor(id, form)
				return said ? (
					<Form action={href(routes.withheldContestWithdrawals, params)} form={mine} values={{ associationId: id }}>
						<p>{t.said(name, said.at)}</p>
						<Button look="secondary">{t.takeBack}</Button>
					</Form>
				) : (
					<Form action={href(routes.withheldContests, params)} form={mine} values={{ associationId: id }}>
						<p>{t.what(name)}</p>
						<TextField name="reason" id={`reason-${id}`} label={t.reason} hint={t.reasonHint} optional />
						<Button look="secondary">{t.say}</Button>
					</Form>
				)
			})}
		</section>
	)
}
