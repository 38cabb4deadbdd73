import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { formatDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { InquiryRow } from '#read/inquiry/inquiries.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { partOf } from '#ui/part.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Deadline } from '#ui/parts/deadline.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { Written } from '#ui/parts/written.tsx'
import { trail } from '#ui/trail.ts'
import { InquiryStatusTag } from './status-tag.tsx'

type Props = PageView<readonly InquiryRow[], { readonly coalition: string }>

const isOpen = ({ status }: InquiryRow) => status === 'received' || status === 'accepted'

/** Every inquiry the coalition has received: the open ones first, by deadline. */
export function InquiriesPage(props: Props) {
	const { viewer, data, lang, frame, params, query } = props
	const t = catalogue(lang)
	const steward = offers(ACTS.takeNotice, viewer)
	const open = data.filter(isOpen)
	const part = partOf(data, query)
	const shown = (title: string, rows: readonly InquiryRow[]) =>
		rows.length > 0 && <Rows {...props} title={title} rows={rows} />
	const enter = steward && (
		<ButtonRow>
			<LinkButton href={href(routes.notices, params)}>{t.notices.title}</LinkButton>
		</ButtonRow>
	)
	return (
		<Page {...frame} title={t.inquiry.inquiries} part={part} where={trail(lang, params.coalition, 'workspace')}>
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
			<InParts
				part={part}
				to={(number) => href(routes.inquiries, params, { part: number })}
				label={t.inquiry.inquiries}
			>
				{shown(t.inquiry.open, part.items.filter(isOpen))}
				{shown(
					t.inquiry.handled,
					part.items.filter((row) => !isOpen(row)),
				)}
			</InParts>
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
								<Written>{row.title}</Written>
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
