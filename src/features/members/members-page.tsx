import { ACTS } from '#domain/acts.ts'
import { bylawsOf } from '#domain/coalition/in-force.ts'
import { offers } from '#domain/members/authority.ts'
import { offersSeating } from '#domain/members/seating.ts'
import { ASSOCIATION_ROLES, CONTESTED, isSeated, servesCoalition, VOTERS } from '#domain/members/seats.ts'
import { formatDate, formatList } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { HeldSeat, MembersView } from '#read/members/members.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { type Part, partOf } from '#ui/part.ts'
import { ButtonRow, LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { trail } from '#ui/trail.ts'
import { DoneNotice } from './done-notice.tsx'
import { BylawsInForce, MembershipNotes } from './membership-notes.tsx'
import { isCurrent, isUnreachable, SeatHolder, SeatTable } from './seat-table.tsx'

export type CoalitionParams = { readonly coalition: string }
type Props = PageView<MembersView & { readonly untold: number }, CoalitionParams>

/** Who is in the coalition: its associations in order, each with its people; and chair and secretary. */
export function MembersPage(props: Props) {
	const { viewer, data, form, lang, frame, now, params, query } = props
	const { associations } = data.coalition
	const t = catalogue(lang)
	const steward = offers(ACTS.giveSeat, viewer)
	const current = data.seats.filter((seat) => isCurrent(seat, now))
	const ofCoalition = current.filter((seat) => seat.associationId === null)
	const part = partOf(associations, query)
	return (
		<Page {...frame} title={t.members.members} part={part} where={trail(lang, params.coalition, 'workspace')}>
			{(steward || ['seatEnded', 'seatTakenBack'].includes(query.get('done') ?? '')) && form.typed === null && (
				<DoneNotice query={query} data={data} coalition={params.coalition} />
			)}
			{associations.length > 0 && <p class="lead">{t.members.lead(associations.length)}</p>}
			{steward && <Warnings {...props} />}
			{associations.length === 0 && (
				<EmptyState
					title={t.members.none}
					action={
						steward && (
							<ButtonRow>
								<LinkButton href={href(routes.roster, params)}>{t.roster.paste}</LinkButton>
							</ButtonRow>
						)
					}
				>
					{steward ? t.members.noneSteward : t.members.noneOthers}
				</EmptyState>
			)}
			{associations.length > 0 && <Associations {...props} part={part} />}
			{steward && associations.length === 0 && <AddAssociation {...props} />}
			<section class="wide">
				<h2>{t.members.coalitionSeats}</h2>
				<SeatTable
					caption={t.members.coalitionSeats}
					coalition={params.coalition}
					seats={ofCoalition}
					steward={steward}
					chair={offersSeating(ACTS.endSeat, viewer, 'chair')}
					now={now}
				/>
				{steward && (
					<ButtonRow>
						<LinkButton look="secondary" href={href(routes.seats, params)}>
							{t.members.giveSeatInCoalition}
						</LinkButton>
					</ButtonRow>
				)}
			</section>
			<BylawsInForce {...props} />
			{steward && <Left {...props} />}
			{steward && associations.length > 0 && <AddAssociation {...props} />}
		</Page>
	)
}

function AddAssociation({ data, form, lang, now, params }: Props) {
	const { members: t, roster, changes } = catalogue(lang)
	return (
		<section>
			<h2>{t.addAssociation}</h2>
			{data.coalition.associations.length > 0 && (
				<p>{changes.addMeans(bylawsOf(data.coalition, now).leastDays.answer)}</p>
			)}
			<Form action={href(routes.associations, params)} form={form}>
				<TextField name="name" label={t.associationName} autocomplete="off" />
				<TextField name="area" label={t.area} hint={t.areaHint} optional />
				<SubmitRow look={data.coalition.associations.length === 0 ? 'secondary' : 'primary'}>{t.add}</SubmitRow>
			</Form>
			{data.coalition.associations.length > 0 && (
				<p>
					{roster.pasteWhat} <a href={href(routes.roster, params)}>{roster.paste}</a>
				</p>
			)}
		</section>
	)
}

/** Most names in one sentence. */
const NAMED = 20

/** What the chair should see to: associations without a voice, people whom nothing reaches. */
function Warnings({ data, lang, now, params }: Props) {
	const { members: t, roster, byHand } = catalogue(lang)
	const held = data.seats.filter((seat) => isSeated(seat, now))
	const votersOf = Map.groupBy(
		held.filter(({ role }) => VOTERS.includes(role)),
		({ associationId }) => associationId,
	)
	const silent = data.coalition.associations.filter(({ id }) => !votersOf.has(id))
	const { officersVote } = bylawsOf(data.coalition, now)
	const officers = new Set(officersVote ? [] : held.filter(servesCoalition).map(({ personId }) => personId))
	const inOffice = data.coalition.associations.filter(
		({ id }) => votersOf.get(id)?.every(({ personId }) => officers.has(personId)) === true,
	)
	const unreachable = data.seats.filter((seat) => isCurrent(seat, now) && isUnreachable(seat))
	const names = [...new Set(unreachable.map(({ person }) => person?.name ?? ''))]
	const someOf = (all: readonly string[]) =>
		formatList(lang, all.length <= NAMED ? all : [...all.slice(0, NAMED), t.more(all.length - NAMED)])
	return (
		<>
			{silent.length > 0 && <Sentence tone="warning">{t.cannotVote(someOf(silent.map(({ name }) => name)))}</Sentence>}
			{inOffice.length > 0 && (
				<Sentence tone="warning">{t.votersInOffice(someOf(inOffice.map(({ name }) => name)))}</Sentence>
			)}
			{data.untold > 0 && (
				<Sentence tone="warning">
					{byHand.warning(data.untold)} <a href={href(routes.byHand, params)}>{byHand.show}</a>
				</Sentence>
			)}
			{names.length > 0 && (
				<Sentence tone="warning">
					{t.unreachable(someOf(names))} <a href={href(routes.cards, params)}>{roster.printCards(names.length)}</a>
				</Sentence>
			)}
		</>
	)
}

function Associations(props: Props & { readonly part: Part<MembersView['coalition']['associations'][number]> }) {
	const { viewer, data, lang, now, params, part } = props
	const t = catalogue(lang).members
	const seatsOf = Map.groupBy(data.seats, ({ associationId }) => associationId)
	const steward = offers(ACTS.giveSeat, viewer)
	return (
		<div class="wide">
			<InParts part={part} to={(number) => href(routes.members, params, { part: number })} label={t.associations}>
				<Table
					caption={t.associations}
					captionHidden
					columns={[{ label: t.association }, ...ASSOCIATION_ROLES.map((role) => ({ label: t.roles[role] }))]}
					rows={part.items.map(({ id, name, area }) => {
						const own = (seatsOf.get(id) ?? []).filter((seat) => isCurrent(seat, now))
						const contests = offers(ACTS.contestSeat, viewer, { associationId: id })
						const silent = !own.some((seat) => VOTERS.includes(seat.role) && isSeated(seat, now))
						return [
							<>
								{steward ? <a href={href(routes.association, { ...params, association: id })}>{name}</a> : name}
								{area !== '' && <small class="about">{area}</small>}
								<MembershipNotes {...props} id={id} />
							</>,
							...ASSOCIATION_ROLES.map((role) => {
								const held = own.filter((seat) => seat.role === role)
								if (held.length === 0)
									return role === 'delegate' && silent ? (
										<Tag tone="bad">{t.noVoter}</Tag>
									) : (
										<span class="about">–</span>
									)
								return (
									<span class="holders">
										{held.map((seat) => (
											<>
												<SeatHolder seat={seat} steward={steward} now={now} />
												{contests && CONTESTED.includes(role) && <Contest seat={seat} params={params} />}
												{viewer.seats.some(({ id: own }) => own === seat.id) && <Leave seat={seat} params={params} />}
											</>
										))}
									</span>
								)
							}),
						]
					})}
				/>
			</InParts>
		</div>
	)
}

function Contest({ seat, params }: Pick<Props, 'params'> & { readonly seat: HeldSeat }) {
	const t = catalogue(useLanguage()).members
	const name = seat.person?.name ?? t.erased
	return (
		<a
			href={href(routes.seatContest, { ...params, seat: seat.id })}
			aria-label={t.endSeatOf(name, t.rolesInText[seat.role])}
		>
			{t.endSeat}
		</a>
	)
}

function Leave({ seat, params }: Pick<Props, 'params'> & { readonly seat: HeldSeat }) {
	return (
		<a href={href(routes.seatLeaving, { ...params, seat: seat.id })}>{catalogue(useLanguage()).members.leaveOwn}</a>
	)
}

/** Associations that have left. */
function Left({ data, lang }: Props) {
	const t = catalogue(lang).members
	if (data.left.length === 0) return null
	return (
		<section>
			<h2>{t.left}</h2>
			<ul>
				{data.left.map(({ name, leftAt }) => (
					<li>{t.leftOn(name, formatDate(lang, leftAt))}</li>
				))}
			</ul>
		</section>
	)
}
