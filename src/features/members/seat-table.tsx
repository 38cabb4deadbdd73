import { isSeated } from '#domain/members/seats.ts'
import { formatDate } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { HeldSeat } from '#read/members/members.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'

type Looking = {
	/** Chair and secretary see addresses and may change. */
	readonly steward: boolean
	readonly now: number
}

/** Whether somebody is in the seat now or will be. */
export function isCurrent(seat: HeldSeat, now: number): boolean {
	return seat.endedAt === null && (seat.until === null || now < seat.until)
}

/** Neither an address nor a card: nothing reaches the person. */
export function isUnreachable({ person }: HeldSeat): boolean {
	return person !== null && person.emails.length === 0 && !person.hasCard
}

/** Who is in a seat, with its term where it has one, and for chair and secretary whether they can be reached. */
export function SeatHolder({ seat, steward, now }: Looking & { readonly seat: HeldSeat }) {
	const lang = useLanguage()
	const t = catalogue(lang).members
	return (
		<span class="holder">
			{seat.person?.name ?? t.erased}
			{(seat.until !== null || !isSeated(seat, now)) && (
				<>
					{' '}
					<span class="about">({termOf(lang, seat, now)})</span>
				</>
			)}
			{steward && isUnreachable(seat) && (
				<>
					{' '}
					<Tag tone="bad">{t.noEmail}</Tag>
				</>
			)}
		</span>
	)
}

function termOf(lang: Language, seat: HeldSeat, now: number): string {
	const t = catalogue(lang).members
	const begins = now < seat.from ? t.from(formatDate(lang, seat.from)) : null
	const ends = seat.until === null ? null : t.until(formatDate(lang, seat.until))
	return [begins, ends].filter((part) => part !== null).join(' ') || t.openEnded
}

type SeatTableProps = Looking & {
	/** Those who may give or end a chair’s seat, and mend a name or an address, see how. */
	readonly chair?: boolean
	readonly caption: string
	readonly coalition: string
	readonly seats: readonly HeldSeat[]
}

/** Seats with everything about them. For chair and secretary with what can be done about each. */
export function SeatTable({ caption, coalition, seats, steward, chair = false, now }: SeatTableProps) {
	const lang = useLanguage()
	const t = catalogue(lang).members
	const columns = [{ label: t.name }, { label: t.role }, { label: t.term }]
	return (
		<Table
			caption={caption}
			captionHidden
			columns={steward ? [...columns, { label: t.email }, { label: t.actions }] : columns}
			rows={seats.map((seat) => [
				seat.person?.name ?? t.erased,
				t.roles[seat.role],
				termOf(lang, seat, now),
				...(steward ? [<Reach seat={seat} />, <SeatActs coalition={coalition} seat={seat} chair={chair} />] : []),
			])}
		/>
	)
}

function Reach({ seat }: { readonly seat: HeldSeat }) {
	const t = catalogue(useLanguage()).members
	if (seat.person === null) return <span>–</span>
	const { emails, hasCard } = seat.person
	if (emails.length > 0) return <span class="address">{emails.join(', ')}</span>
	return hasCard ? <Tag>{t.card}</Tag> : <Tag tone="bad">{t.noEmail}</Tag>
}

function SeatActs({
	coalition,
	seat,
	chair,
}: Pick<SeatTableProps, 'coalition' | 'chair'> & { readonly seat: HeldSeat }) {
	const { members: t, addresses } = catalogue(useLanguage())
	const { change, changeOf } = addresses.chair
	const name = seat.person?.name ?? t.erased
	const at = { coalition, seat: seat.id }
	const query = { association: seat.associationId ?? undefined, role: seat.role, replaces: seat.id }
	return (
		<span class="acts">
			{seat.person?.emails.length === 0 && (
				<a href={href(routes.seatCards, at)} aria-label={t.cardFor(name)}>
					{t.printCard}
				</a>
			)}
			{chair && seat.person !== null && (
				<a href={href(routes.seatAddress, at)} aria-label={changeOf(name)}>
					{change}
				</a>
			)}
			{(chair || seat.role !== 'chair') && (
				<>
					<a href={href(routes.seats, { coalition }, query)} aria-label={t.replaceSeatOf(name)}>
						{t.replace}
					</a>
					<a href={href(routes.seatEnding, at)} aria-label={t.endSeatOf(name, t.rolesInText[seat.role])}>
						{t.endSeat}
					</a>
				</>
			)}
		</span>
	)
}
