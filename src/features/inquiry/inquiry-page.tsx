import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { formatDate, formatDateTime, formatLongDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { InquiryView } from '#read/inquiry/inquiries.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import type { InquiryParams, PageView } from '#ui/page-view.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Deadline } from '#ui/parts/deadline.tsx'
import { stageName } from '#ui/parts/lifecycle-bar.tsx'
import { Details, Inset, Sentence } from '#ui/parts/notice.tsx'
import { PlanSection } from '#ui/parts/plan.tsx'
import { SentList } from '#ui/parts/sent-letters.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { AsTyped, Written } from '#ui/parts/written.tsx'
import { trail } from '#ui/trail.ts'
import { FilesSection } from './files-section.tsx'
import { InquiryStatusTag } from './status-tag.tsx'

type Props = PageView<InquiryView, InquiryParams> & { readonly steward?: boolean }

/** An inquiry: when the answer is due, what happens next, the answers, the facts. */
export function InquiryPage(view: Props) {
	const { viewer, data, lang, frame, now, params } = view
	const { inquiry } = data
	const t = catalogue(lang)
	const steward = offers(ACTS.changeInquiry, viewer)
	const props = { ...view, steward }
	const open = inquiry.status === 'received' || inquiry.status === 'accepted'
	return (
		<Page
			{...frame}
			title={inquiry.title}
			titleWritten
			eyebrow={[t.inquiry.inquiry, inquiry.sender].filter((part) => part !== '').join(' · ')}
			where={trail(lang, params.coalition, 'workspace', 'inquiries')}
		>
			<Done {...props} />
			<p>
				<InquiryStatusTag status={inquiry.status} />
			</p>
			{open && (
				<p class="lead">
					<Deadline due={inquiry.dueOn} now={now} />
				</p>
			)}
			<section class="waits">
				<h2>{t.inquiry.next}</h2>
				<p>{t.inquiry.nexts[inquiry.status]}</p>
				{steward && <Acts {...props} />}
			</section>
			{inquiry.status === 'declined' && data.declineReason !== null && (
				<>
					<h2>{t.inquiry.declined}</h2>
					<Inset>
						<AsTyped>{data.declineReason}</AsTyped>
					</Inset>
				</>
			)}
			<Answers {...props} />
			<Sent {...props} />
			{open && <Plan {...props} />}
			<Facts {...props} />
			<FilesSection {...props} />
			<DueDates {...props} />
		</Page>
	)
}

function Acts({ data, lang, params }: Props) {
	const t = catalogue(lang).inquiry
	const { status } = data.inquiry
	if (status === 'declined' || status === 'answered') return null
	const start = href(routes.newStatement, { coalition: params.coalition }, { inquiry: params.inquiry })
	const answering = data.statements.some(({ stage }) => stage !== 'withdrawn')
	return (
		<ButtonRow>
			<LinkButton look={answering ? 'secondary' : 'primary'} href={start}>
				{answering ? t.startAnother : t.startAnswering}
			</LinkButton>
			{status === 'received' && (
				<LinkButton look="secondary" href={href(routes.inquiryDeclining, params)}>
					{t.decline}
				</LinkButton>
			)}
		</ButtonRow>
	)
}

function Answers({ data, lang, params }: Props) {
	const t = catalogue(lang).inquiry
	if (data.inquiry.status === 'declined' && data.statements.length === 0) return null
	return (
		<section>
			<h2>{t.answers}</h2>
			{data.statements.length === 0 ? (
				<p>{t.noAnswers}</p>
			) : (
				<ul class="tasks">
					{data.statements.map(({ id, title, stage, label }) => (
						<li>
							<div>
								<a class="verb" href={href(routes.statement, { coalition: params.coalition, statement: id })}>
									<Written>{title}</Written>
								</a>
								{label !== null && <span class="about">{label}</span>}
							</div>
							<Tag tone={stage === 'published' ? 'good' : stage === 'withdrawn' ? 'bad' : 'strong'}>
								{stageName(lang, stage)}
							</Tag>
						</li>
					))}
				</ul>
			)}
		</section>
	)
}

/** How the answers were sent and what came back. */
function Sent({ data: { sent, statements }, lang, params: { coalition }, steward = false }: Props) {
	const t = catalogue(lang)
	if (sent.responses.length + sent.dispatches.length === 0) return null
	const published = statements.filter(({ label }) => label !== null)
	return (
		<section>
			<h2>{t.sending.sent}</h2>
			<SentList letters={sent} coalition={coalition} steward={steward} />
			{published.map(({ id, label }) => (
				<p>
					<a href={href(routes.sent, { coalition, statement: id })}>
						{t.sent.show}
						{published.length > 1 && ` (${label})`}
					</a>
				</p>
			))}
		</section>
	)
}

function Plan({ data, now, params, query }: Props) {
	const asked = query.get('track')
	return (
		<PlanSection
			now={now}
			dueOn={data.inquiry.dueOn}
			{...data.plan}
			track={asked === 'full' || asked === 'light' ? asked : null}
			hrefFor={(track) => href(routes.inquiry, params, { track })}
		/>
	)
}

function Facts({ data, lang, params, steward }: Props) {
	const { inquiry, receivedAt } = data
	const t = catalogue(lang).inquiry
	const text = (value: string) =>
		value === '' ? <span class="about">{t.missing}</span> : <span class="as-typed">{value}</span>
	const documents =
		inquiry.documents.length === 0 ? (
			<span class="about">{t.missing}</span>
		) : (
			<ul>
				{inquiry.documents.map(({ title, url }) => (
					<li>
						<a href={url} rel="noopener">
							<Written>{title}</Written>
						</a>
					</li>
				))}
			</ul>
		)
	const { dueOn } = inquiry
	return (
		<section>
			<h2>{t.facts}</h2>
			<SummaryList
				rows={[
					{
						label: t.fields.dueOn,
						value: dueOn === null ? text('') : formatLongDate(lang, dueOn),
						change: steward ? { href: href(routes.inquiryDueDates, params), what: t.fields.dueOn } : undefined,
					},
					...(inquiry.extendedFrom === null
						? []
						: [{ label: t.extendedFrom, value: formatLongDate(lang, inquiry.extendedFrom) }]),
					...(inquiry.kind === 'other' ? [] : [{ label: t.kindLabel, value: t.kinds[inquiry.kind] }]),
					{ label: t.fields.sender, value: text(inquiry.sender) },
					{ label: t.references, value: text(inquiry.references) },
					{ label: t.sendTo, value: text(inquiry.sendTo) },
					{ label: t.copyTo, value: text(inquiry.copyTo) },
					...(inquiry.formats.length === 0
						? []
						: [
								{
									label: t.formatsLabel,
									value: text(inquiry.formats.map((format) => t.formatNames[format]).join('\n')),
								},
							]),
					...(inquiry.invited.length === 0
						? []
						: [{ label: t.invitedLabel, value: <Invited names={inquiry.invited} /> }]),
					{ label: t.documents, value: documents },
					...(inquiry.note === '' ? [] : [{ label: t.note, value: <Written>{text(inquiry.note)}</Written> }]),
					{ label: t.received, value: formatDateTime(lang, receivedAt) },
				]}
			/>
			{steward && (
				<ButtonRow>
					<LinkButton look="secondary" href={href(routes.editInquiry, params)}>
						{t.edit}
					</LinkButton>
				</ButtonRow>
			)}
		</section>
	)
}

/** A list of hundreds is opened by those who look for somebody. */
function Invited({ names }: { readonly names: readonly string[] }) {
	const lang = useLanguage()
	const list = <span class="as-typed">{names.join('\n')}</span>
	return names.length > INVITED_SHOWN ? (
		<Details summary={catalogue(lang).inquiry.invitedCount(names.length)}>{list}</Details>
	) : (
		list
	)
}

const INVITED_SHOWN = 5

/** Every deadline it has had, once there was more than one. */
function DueDates({ data, lang }: Props) {
	const t = catalogue(lang).inquiry
	const { dueDateHistory } = data.inquiry
	if (dueDateHistory.length < 2) return null
	return (
		<section>
			<h2>{t.dueDates}</h2>
			<ol>
				{dueDateHistory.map(({ dueOn, at, note }) => (
					<li>
						<strong>{dueOn === null ? t.noDate : formatLongDate(lang, dueOn)}</strong>,{' '}
						{t.dueDateSet(formatDate(lang, at))}
						{note !== '' && <AsTyped>{note}</AsTyped>}
					</li>
				))}
			</ol>
		</section>
	)
}

function Done({ data, lang, query }: Props) {
	const { inquiry, notices } = catalogue(lang)
	const t = inquiry.done
	const files = notices.done
	const { status, dueOn, dueDateHistory } = data.inquiry
	const sentences: Readonly<Record<string, string | null>> = {
		received: t.received,
		changed: t.changed,
		moved: dueDateHistory.length < 2 ? null : dueOn === null ? t.movedToNone : t.moved(formatLongDate(lang, dueOn)),
		declined: status === 'declined' ? t.declined : null,
		attached: files.attached,
		removed: files.removed,
	}
	const sentence = sentences[query.get('done') ?? ''] ?? null
	return sentence === null ? null : (
		<Sentence tone="success" live>
			{sentence}
		</Sentence>
	)
}
