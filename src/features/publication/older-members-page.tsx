import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { VOTERS } from '#domain/members/seats.ts'
import { formatKnownDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { olderWords } from '#i18n/older.ts'
import { topicWords } from '#i18n/topics.ts'
import type { ReadOlder } from '#read/publication/older.ts'
import { href, routes } from '#routes'
import { formFor, idsIn } from '#ui/form-state.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { Sheet } from '#ui/parts/columns.tsx'
import { TextArea, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { Written } from '#ui/parts/written.tsx'
import { trail } from '#ui/trail.ts'

export type OlderParams = { readonly coalition: string; readonly older: string }
type Props = PageView<ReadOlder, OlderParams>

/** The way to a page about an older statement. */
export function olderTrail({ data, lang, params }: Pick<Props, 'data' | 'lang' | 'params'>, own = false) {
	const { coalition } = params
	const t = olderWords(lang)
	return [
		...trail(lang, coalition, 'workspace'),
		{ label: t.title, href: href(routes.older, { coalition }) },
		...(own ? [{ label: data.label, href: href(routes.olderStatement, params) }] : []),
	]
}

/** Which one a page beneath it is about. */
export function Named({ older: { label, content } }: { readonly older: Pick<ReadOlder, 'label' | 'content'> }) {
	return (
		<>
			{label}: <Written of={content.language}>{content.title}</Written>
		</>
	)
}

const DONE = ['imported', 'corrected', 'removed', 'contested', 'takenBack'] as const

/** One older statement for members: what stands of it, whether they know of it, and for the chair what can be done with it. */
export function OlderMembersPage(props: Props) {
	const { data, form, lang, frame, params, query, viewer } = props
	const { content, label, removedAt, removedReason, importedAt } = data
	const t = olderWords(lang)
	const done = form.typed === null ? DONE.find((each) => each === query.get('done')) : undefined
	const at = { coalition: params.coalition, year: String(data.year), number: data.place }
	return (
		<Page
			{...frame}
			title={content.title}
			titleWritten
			writtenIn={content.language}
			eyebrow={label}
			where={olderTrail(props)}
			errorIds={idsIn(form)}
		>
			{done && (
				<Sentence tone="success" live>
					{t.done[done]}
				</Sentence>
			)}
			<p class="lead">{removedAt === null ? t.one.imported(importedAt) : t.one.removed(removedAt, removedReason)}</p>
			{removedAt === null && data.contests.length > 0 && (
				<Sentence tone="warning">{`${t.contestedBy(data.contests.map(({ name }) => name))}.`}</Sentence>
			)}
			<ButtonRow>
				<LinkButton look="secondary" href={href(routes.published, at)}>
					{t.one.publicPage}
				</LinkButton>
				<LinkButton look="secondary" href={href(routes.olderTopics, params)}>
					{topicWords(lang).choose.link}
				</LinkButton>
				{removedAt === null && content.blocks.some(({ kind }) => kind === 'position') && (
					<LinkButton look="secondary" href={href(routes.olderOutcomes, params)}>
						{catalogue(lang).outcomes.title}
					</LinkButton>
				)}
				{offers(ACTS.correctOlder, viewer) && (
					<LinkButton look="secondary" href={href(routes.olderCorrection, params)}>
						{removedAt === null ? t.one.correct : t.one.bringBack}
					</LinkButton>
				)}
				{removedAt === null && offers(ACTS.removeOlder, viewer) && (
					<LinkButton look="secondary" href={href(routes.olderRemoval, params)}>
						{t.one.remove}
					</LinkButton>
				)}
			</ButtonRow>
			{removedAt === null &&
				(content.blocks.length === 0 ? (
					<p>{t.one.noText}</p>
				) : (
					<Sheet>
						<p class="masthead">
							<span>{`${label} · ${formatKnownDate(lang, content.decidedOn)}`}</span>
						</p>
						<StatementText language={content.language} blocks={content.blocks} />
					</Sheet>
				))}
			{/* Whoever is asked reads first. */}
			<Contests {...props} />
		</Page>
	)
}

/** For each association that the reader speaks for: that it does not know of it, or to take that back. */
function Contests({ data, form, lang, params, viewer }: Props) {
	const t = olderWords(lang).contest
	const hasSaid = (id: string) => data.contests.some((each) => each.associationId === id)
	// Of what was taken away nothing new is said; what was said goes with the same statement where it is brought in again.
	const own = viewer.associations.filter(
		({ id }) =>
			viewer.seats.some((seat) => seat.associationId === id && VOTERS.includes(seat.role)) &&
			(data.removedAt === null || hasSaid(id)),
	)
	if (own.length === 0) return null
	return (
		<section>
			<h2>{t.title}</h2>
			{own.map(({ id, name }) => {
				const mine = formFor(id, form)
				const said = data.contests.find((each) => each.associationId === id)
				return said ? (
					<Form action={href(routes.olderContestWithdrawals, params)} form={mine} values={{ associationId: id }}>
						<p>
							{t.said(name, said.at)}
							{said.carriedFrom !== null && ` ${t.carried(said.carriedFrom)}`}
							{` ${data.removedAt === null ? t.isSeen : t.goesWith}`}
						</p>
						<Button look="secondary">{t.takeBack}</Button>
					</Form>
				) : (
					<Form action={href(routes.olderContests, params)} form={mine} values={{ associationId: id }}>
						<p>{t.what(name)}</p>
						<TextField name="reason" id={`reason-${id}`} label={t.reason} hint={t.reasonHint} optional />
						<Button look="secondary">{t.say}</Button>
					</Form>
				)
			})}
		</section>
	)
}

/** Asks once, and why, before one is taken away. */
export function OlderRemovalPage(props: Props) {
	const { data, form, lang, frame, params } = props
	const t = olderWords(lang).removal
	return (
		<Page {...frame} title={t.title} eyebrow={<Named older={data} />} where={olderTrail(props, true)}>
			<ul>
				{t.means.map((each) => (
					<li>{each}</li>
				))}
			</ul>
			<Form action={href(routes.olderRemoval, params)} form={form}>
				<TextArea name="reason" label={t.reason} hint={olderWords(lang).new.reasonHint} rows={3} />
				<SubmitRow look="danger" cancel={href(routes.olderStatement, params)}>
					{t.now}
				</SubmitRow>
			</Form>
		</Page>
	)
}
