import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { isOpen, OPEN_MS, takesEffectAt } from '#domain/person/address-change.ts'
import { formatList } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { ShownChange } from '#read/person/addresses.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Notice, Sentence } from '#ui/parts/notice.tsx'
import { trail } from '#ui/trail.ts'
import type { SeatParams, SeatView } from './seat-page.tsx'

type Props = PageView<SeatView & { readonly changes: readonly ShownChange[] }, SeatParams>

/** Where the chair mends how somebody's name is written, and proposes an address for them. */
export function PersonPage(props: Props) {
	const { viewer, data, form, lang, frame, params, query } = props
	const { person } = data.seat
	const t = catalogue(lang).addresses.chair
	const done = { named: t.named(person.name), proposed: t.proposed, withdrawn: t.withdrawn }[query.get('done') ?? '']
	return (
		<Page {...frame} title={t.title(person.name)} where={trail(lang, params.coalition, 'workspace', 'members')}>
			{done !== undefined && form.typed === null && (
				<Sentence tone="success" live>
					{done}
				</Sentence>
			)}
			{offers(ACTS.mendName, viewer) && (
				<section>
					<h2>{t.nameTitle}</h2>
					<Form action={href(routes.seatName, params)} form={form}>
						<TextField name="name" label={t.name} hint={t.nameHint} value={person.name} />
						<SubmitRow look="secondary">{t.saveName}</SubmitRow>
					</Form>
				</section>
			)}
			<section>
				<h2>{t.addressTitle}</h2>
				<p>{person.emails.length > 0 ? t.now(formatList(lang, person.emails)) : t.none}</p>
				{data.changes.map((change) => (
					<Change {...props} change={change} />
				))}
				{offers(ACTS.proposeAddress, viewer) && (
					<>
						<p>{person.emails.length > 0 ? t.meansWithAddress : t.meansWithout}</p>
						{person.emails.length > 0 && <p>{t.lost}</p>}
						<Form action={href(routes.seatAddress, params)} form={form}>
							<TextField name="email" type="email" label={t.email} hint={t.emailHint} />
							<SubmitRow>{t.propose}</SubmitRow>
						</Form>
					</>
				)}
			</section>
		</Page>
	)
}

/** How far what was proposed has come. */
function Change({ viewer, form, lang, params, now, change }: Props & { readonly change: ShownChange }) {
	const t = catalogue(lang).addresses.chair
	const { email, endedAt, confirmedAt, createdAt } = change
	if (!isOpen(change, now)) return <p>{t.taken(email, endedAt ?? createdAt)}</p>
	const from = takesEffectAt(change)
	return (
		<>
			<Notice tone="info">
				<p>
					<strong>{t.waiting(email)}</strong> {confirmedAt === null ? t.unconfirmed : t.confirmed}
				</p>
				<p>{from === null ? t.until(createdAt + OPEN_MS) : t.from(from)}</p>
			</Notice>
			{offers(ACTS.withdrawAddress, viewer) && (
				<Form action={href(routes.seatAddressWithdrawal, params)} form={form}>
					<SubmitRow look="secondary">{t.withdraw}</SubmitRow>
				</Form>
			)}
		</>
	)
}
