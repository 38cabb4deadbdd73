import type { Child } from 'hono/jsx'
import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { offersSeating } from '#domain/members/seating.ts'
import { CONTESTED } from '#domain/members/seats.ts'
import { formatDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { HeldSeat, MembersView, SeatedPerson } from '#read/members/members.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { CardSheet } from '#ui/parts/card-sheet.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset, Sentence } from '#ui/parts/notice.tsx'
import { SignInAgain } from '#ui/parts/sign-in-again.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { trail } from '#ui/trail.ts'
import { DoneNotice, placesIn } from './done-notice.tsx'

export type SeatView = MembersView & { readonly seat: HeldSeat & { readonly person: SeatedPerson } }
export type SeatParams = { readonly coalition: string; readonly seat: string }
type Props = PageView<SeatView, SeatParams>

/** Asks once before somebody's seat ends. */
export function SeatEndingPage(props: Props) {
	const { viewer, data, form, lang, params } = props
	const { seat } = data
	const t = catalogue(lang).members
	const own = seat.personId === viewer.person?.id && viewer.seats.length === 1
	const may = offersSeating(ACTS.endSeat, viewer, seat.role)
	return (
		<Ending {...props} may={may} otherwise={t.endByChair}>
			{own && <Sentence tone="warning">{t.endOwn}</Sentence>}
			<Form action={href(routes.seatEnding, params)} form={form} values={{ own: own ? 'yes' : '' }}>
				<EndNow {...props} />
			</Form>
		</Ending>
	)
}

/** Asks once before the delegate ends a seat that others gave for the association. */
export function SeatContestPage(props: Props) {
	const { viewer, data, form, lang, params } = props
	const { role, associationId } = data.seat
	const may = CONTESTED.includes(role) && offers(ACTS.contestSeat, viewer, { associationId })
	return (
		<Ending {...props} may={may} otherwise={catalogue(lang).members.endByStewards}>
			<Form action={href(routes.seatContest, params)} form={form}>
				<EndNow {...props} />
			</Form>
		</Ending>
	)
}

/** Asks once before somebody leaves the own seat. */
export function SeatLeavingPage(props: Props) {
	const { viewer, data, form, lang, params } = props
	const own = viewer.seats.some(({ id }) => id === data.seat.id) && offers(ACTS.leaveSeat, { seats: [data.seat] })
	return (
		<Ending {...props} may={own} otherwise={catalogue(lang).members.notOwn}>
			<Form action={href(routes.seatLeaving, params)} form={form}>
				<EndNow {...props} />
			</Form>
		</Ending>
	)
}

type EndingProps = Props & {
	readonly may: boolean
	/** Who ends it, where the reader may not. */
	readonly otherwise: string
	readonly children: Child
}

function Ending({ may, otherwise, children, ...props }: EndingProps) {
	const { data, lang, frame, params } = props
	const { seat } = data
	const t = catalogue(lang)
	return (
		<Page
			{...frame}
			title={t.members.endTitle(seat.person.name)}
			where={trail(lang, params.coalition, 'workspace', 'members')}
		>
			<SummaryList
				rows={[
					{ label: t.members.role, value: t.members.roles[seat.role] },
					{ label: t.members.association, value: placesIn(data)(seat) },
				].filter(({ label }) => seat.associationId !== null || label !== t.members.association)}
			/>
			{may ? (
				<>
					<p>{t.members.endMeans(seat.person.name)}</p>
					{children}
				</>
			) : (
				<p>{otherwise}</p>
			)}
		</Page>
	)
}

function EndNow({ lang, params }: Props) {
	return (
		<SubmitRow look="danger" cancel={href(routes.members, { coalition: params.coalition })}>
			{catalogue(lang).members.endNow}
		</SubmitRow>
	)
}

/** What a printed card is, and the button that makes one. */
export function CardPage(props: Props) {
	const { data, form, lang, frame, params, query } = props
	const { person } = data.seat
	const t = catalogue(lang).members.cards
	return (
		<Page {...frame} title={t.title(person.name)} where={trail(lang, params.coalition, 'workspace', 'members')}>
			<SignInAgain form={form} to={href(routes.seatCards, params)}>
				{t.showWhoYouAre}
			</SignInAgain>
			{form.typed === null && <DoneNotice query={query} data={data} coalition={params.coalition} />}
			<p>{t.what}</p>
			{person.emails.length > 0 ? <p>{t.makesOwn(person.name)}</p> : <NewCard {...props} />}
		</Page>
	)
}

function NewCard({ data, form, lang, params }: Props) {
	const t = catalogue(lang).members.cards
	return (
		<>
			<Inset>
				<p>{t.keep}</p>
			</Inset>
			{data.seat.person.hasCard && <Sentence tone="warning">{t.replaces}</Sentence>}
			<Form action={href(routes.seatCards, params)} form={form}>
				<ButtonRow>
					<Button>{t.make}</Button>
					<LinkButton look="secondary" href={href(routes.members, { coalition: params.coalition })}>
						{t.back}
					</LinkButton>
				</ButtonRow>
			</Form>
		</>
	)
}

type IssuedCardProps = Pick<Props, 'lang' | 'frame' | 'params' | 'data'> & {
	readonly handle: string
	readonly codes: readonly string[]
	readonly at: number
	/** Where to sign in with it, as printed: without the scheme. */
	readonly address: string
}

/** The card itself, shown this once. */
export function IssuedCardPage(props: IssuedCardProps) {
	const { lang, frame, params, data, handle, codes, at, address } = props
	const t = catalogue(lang).members.cards
	return (
		<Page
			{...frame}
			title={t.title(data.seat.person.name)}
			where={trail(lang, params.coalition, 'workspace', 'members')}
		>
			<div class="no-print">
				<Sentence tone="warning" live>
					<strong>{t.once}</strong> {t.how}
				</Sentence>
			</div>
			<CardSheet handle={handle} codes={codes} address={address} issued={formatDate(lang, at)} />
			<ButtonRow>
				<LinkButton look="secondary" href={href(routes.members, { coalition: params.coalition })}>
					{t.back}
				</LinkButton>
			</ButtonRow>
		</Page>
	)
}
