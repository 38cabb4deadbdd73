import { ACTS } from '#domain/acts.ts'
import { countsFrom, everSeated } from '#domain/coalition/in-force.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { offers } from '#domain/members/authority.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { MembersView } from '#read/members/members.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { trail } from '#ui/trail.ts'
import { DoneNotice } from './done-notice.tsx'
import { isCurrent, SeatTable } from './seat-table.tsx'

export type AssociationView = MembersView & { readonly association: MembersView['coalition']['associations'][number] }
export type AssociationParams = { readonly coalition: string; readonly association: string }
type Props = PageView<AssociationView, AssociationParams>

/** One association: its people, its name, its place in the order, and how it leaves. For chair and secretary. */
export function AssociationPage(props: Props) {
	const { viewer, data, form, lang, frame, now, params, query } = props
	const { association } = data
	const t = catalogue(lang)
	const seats = data.seats.filter((seat) => seat.associationId === association.id && isCurrent(seat, now))
	const giveSeat = href(
		routes.seats,
		{ coalition: params.coalition },
		{ association: association.id, role: seats.some(({ role }) => role === 'delegate') ? undefined : 'delegate' },
	)
	return (
		<Page
			{...frame}
			title={association.name}
			eyebrow={association.area === '' ? undefined : association.area}
			where={trail(lang, params.coalition, 'workspace', 'members')}
		>
			{form.typed === null && <DoneNotice query={query} data={data} coalition={params.coalition} />}
			<section class="wide">
				<h2>{t.members.peopleIn}</h2>
				{seats.length === 0 ? (
					<EmptyState
						title={t.members.nobodyYet}
						action={<LinkButton href={giveSeat}>{t.members.giveSeat}</LinkButton>}
					>
						{t.members.nobodyYetHint}
					</EmptyState>
				) : (
					<>
						<SeatTable
							caption={t.members.peopleIn}
							coalition={params.coalition}
							seats={seats}
							steward
							chair={offers(ACTS.proposeAddress, viewer)}
							now={now}
						/>
						<ButtonRow>
							<LinkButton href={giveSeat}>{t.members.giveSeat}</LinkButton>
						</ButtonRow>
					</>
				)}
			</section>
			<section>
				<h2>{t.members.changeAssociation}</h2>
				<Form action={href(routes.association, params)} form={form}>
					<TextField name="name" label={t.members.associationName} value={association.name} />
					<TextField name="area" label={t.members.area} hint={t.members.areaHint} optional value={association.area} />
					<SubmitRow look="secondary">{t.members.saveAssociation}</SubmitRow>
				</Form>
			</section>
			<Place {...props} />
			<Leaving {...props} />
		</Page>
	)
}

function Place({ data, form, lang, params }: Props) {
	const t = catalogue(lang).members
	const { associations } = data.coalition
	const place = associations.findIndex(({ id }) => id === data.association.id)
	const last = associations.length - 1
	if (last === 0) return null
	return (
		<section>
			<h2>{t.place}</h2>
			<p>{t.placeIs(place + 1, associations.length)}</p>
			<Form action={href(routes.associationMoves, params)} form={form}>
				<ButtonRow>
					{place > 0 && (
						<Button look="secondary" name="direction" value="up">
							{t.moveUp}
						</Button>
					)}
					{place < last && (
						<Button look="secondary" name="direction" value="down">
							{t.moveDown}
						</Button>
					)}
				</ButtonRow>
			</Form>
		</section>
	)
}

/** How it leaves; where it is about to, how it is kept. */
function Leaving({ data, form, lang, now, params }: Props) {
	const { members: t, changes } = catalogue(lang)
	const { association, coalition } = data
	const { leavesAt } = association
	return (
		<section>
			<h2>{t.leave}</h2>
			{leavesAt === null ? (
				<>
					<p>{leaveMeans(data, lang, countsFrom(coalition, now))[0]}</p>
					<ButtonRow>
						<LinkButton look="secondary" href={href(routes.associationLeaving, params)}>
							{t.leave} …
						</LinkButton>
					</ButtonRow>
				</>
			) : (
				<>
					<p>{changes.leavingAlready(association.name, leavesAt)}</p>
					<Form action={href(routes.associationKeeping, params)} form={form}>
						<SubmitRow look="secondary">{changes.keep(association.name)}</SubmitRow>
					</Form>
				</>
			)}
		</section>
	)
}

/** What it means that the association leaves, `when` all have had time to learn of it. */
function leaveMeans({ seats, association }: AssociationView, lang: Language, when: Instant): readonly string[] {
	const t = catalogue(lang).changes
	return everSeated(seats, association.id) ? t.leaveMeans(when) : [t.leaveAtOnce]
}

/** Asks once before an association leaves. */
export function LeavingPage(props: Props) {
	const { data, form, lang, frame, now, params } = props
	const { association } = data
	const t = catalogue(lang)
	const own = { label: association.name, href: href(routes.association, params) }
	return (
		<Page
			{...frame}
			title={t.members.leaveTitle(association.name)}
			where={[...trail(lang, params.coalition, 'workspace', 'members'), own]}
		>
			<ul>
				{leaveMeans(data, lang, countsFrom(data.coalition, now)).map((sentence) => (
					<li>{sentence}</li>
				))}
			</ul>
			<Form action={href(routes.associationLeaving, params)} form={form}>
				<SubmitRow look="danger" cancel={own.href}>
					{t.members.leaveNow}
				</SubmitRow>
			</Form>
		</Page>
	)
}
