import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { formatDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { InquiryRow } from '#read/inquiry/inquiries.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Deadline } from '#ui/parts/deadline.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { trail } from '#ui/trail.ts'
import { InquiryStatusTag } from './status-tag.tsx'

type Props = PageView<readonly InquiryRow[], { readonly coalition: string }>

const isOpen = ({ status }: InquiryRow) => status === 'received' || status === 'accepted'

/** Every inquiry the coalition has received: the open ones first, by deadline. */
export function InquiriesPage(props: Props) {
	const { viewer, data, lang, frame, params } = props
	const t = catalogue(lang)
	const steward = offers(ACTS.takeNotice, viewer)
	const open = data.filter(isOpen)
	const handled = data.filter((row) => !isOpen(row))
	const enter = steward && (
		<ButtonRow>
			<LinkButton href={href(routes.notices, params)}>{t.notices.title}</LinkButton>
		</ButtonRow>
	)
	return (
		<Page {...frame} title={t.inquiry.inquiries} where={trail(lang, params.coalition, 'workspace')}>
			{data.length === 0 ? (
				<EmptyState title={t.inquiry.none} action={enter}>
					{steward ? t.inquiry.noneSteward : t.inquiry.noneOthers}
				</EmptyState>
			) : (
				<>
					<p class="lead">{open.length > 0 ? t.inquiry.lead(open.length) : t.inquiry.allHandled}</p>
					{enter}
				</>
			)}
			{open.length > 0 && <Rows {...props} title={t.inquiry.open} rows={open} />}
			{handled.length > 0 && <Rows {...props} title={t.inquiry.handled} rows={handled} />}
		</Page>
	)
}

function Rows({
	lang,
	now,
	params,
	title,
	rows,
}: Props & { readonly title: string; readonly rows: readonly InquiryRow[] }) {
	const t = catalogue(lang).inquiry
	return (
		<section>
			<h2>{title}</h2>
			<ul class="tasks">
				{rows.map((row) => (
					<li>
						<div>
							<a class="verb" href={href(routes.inquiry, { ...params, inquiry: row.id })}>
								{row.title}
							</a>
							{row.sender !== '' && <span class="about">{row.sender}</span>}
							{isOpen(row) ? (
								<Deadline due={row.dueOn} now={now} />
							) : (
								row.dueOn !== null && (
									<span class="about">
										{t.fields.dueOn}: {formatDate(lang, row.dueOn)}
									</span>
								)
							)}
						</div>
						<InquiryStatusTag status={row.status} />
					</li>
				))}
			</ul>
		</section>
	)
}
