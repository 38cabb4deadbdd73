import { formatLongDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { LostSeat } from '#read/members/seats-lost.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'

type Props = PageView<LostSeat, { readonly coalition: string; readonly seat: string }>

/** Where a delegate takes back the seat that others ended. */
export function SeatReturnPage({ data, form, lang, frame, params, now }: Props) {
	const t = catalogue(lang)
	const { coalition, association, role, endedAt, until } = data
	const late = now >= until
	return (
		<Page {...frame} title={t.members.takeBack.title}>
			<SummaryList
				rows={[
					{ label: t.members.role, value: t.members.roles[role] },
					{ label: t.members.association, value: association },
					{ label: t.members.coalition, value: coalition },
					{ label: t.members.takeBack.ended, value: formatLongDateTime(lang, endedAt) },
				]}
			/>
			{late ? (
				<p>{t.members.takeBack.late(formatLongDateTime(lang, until))}</p>
			) : (
				<>
					<p>{t.members.takeBack.means}</p>
					<p>{t.members.takeBack.until(formatLongDateTime(lang, until))}</p>
					<Form action={href(routes.seatReturn, params)} form={form}>
						<SubmitRow cancel={href(routes.me)}>{t.members.takeBack.now}</SubmitRow>
					</Form>
				</>
			)}
		</Page>
	)
}
