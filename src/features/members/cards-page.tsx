import { formatDate, formatList } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { HeldSeat, MembersView } from '#read/members/members.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { CardSheet } from '#ui/parts/card-sheet.tsx'
import { Checkboxes } from '#ui/parts/choices.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState, Inset, Sentence } from '#ui/parts/notice.tsx'
import { SignInAgain } from '#ui/parts/sign-in-again.tsx'
import { trail } from '#ui/trail.ts'
import { placesIn } from './done-notice.tsx'
import { isCurrent, isUnreachable } from './seat-table.tsx'

type Params = { readonly coalition: string }
type Props = PageView<MembersView, Params> & {
	/** Most cards that are made at once. */
	readonly limit: number
}

/** Chooses for whom cards are printed: everybody without an address, those without a card chosen beforehand. */
export function CardsPage(props: Props) {
	const { data, form, lang, frame, now, params, limit } = props
	const t = catalogue(lang)
	const words = t.roster.cards
	const seats = seatsToCard(data, now)
	const needing = seats.filter(isUnreachable).map(({ id }) => id)
	const placeOf = placesIn(data)
	return (
		<Page {...frame} title={words.title} where={trail(lang, params.coalition, 'workspace', 'members')}>
			<SignInAgain form={form} to={href(routes.cards, params)}>
				{t.members.cards.showWhoYouAre}
			</SignInAgain>
			{seats.length === 0 ? (
				<EmptyState
					title={words.nobody}
					action={<LinkButton href={href(routes.members, params)}>{t.members.cards.back}</LinkButton>}
				>
					{words.nobodyWhat}
				</EmptyState>
			) : (
				<>
					<p class="lead">{words.lead}</p>
					<p>{t.members.cards.what}</p>
					<Inset>
						<p>{t.members.cards.keep}</p>
					</Inset>
					{needing.length > limit && <p>{words.limit(limit)}</p>}
					<Form action={href(routes.cards, params)} form={form}>
						<Checkboxes
							name="seats[]"
							label={words.who}
							hint={words.whoHint}
							values={needing.slice(0, limit)}
							options={seats.map((seat) => ({
								value: seat.id,
								label: seat.person?.name ?? t.members.erased,
								hint: [placeOf(seat), seat.person?.hasCard ? words.hasCard : ''].filter(Boolean).join('. '),
							}))}
						/>
						<ButtonRow>
							<Button>{words.make}</Button>
							<LinkButton look="secondary" href={href(routes.members, params)}>
								{t.members.cards.back}
							</LinkButton>
						</ButtonRow>
					</Form>
				</>
			)}
		</Page>
	)
}

/** One seat for each person without an address, those without a card first. */
function seatsToCard({ seats }: MembersView, now: number): HeldSeat[] {
	const wanting = seats.filter(
		(seat) => isCurrent(seat, now) && seat.person !== null && seat.person.emails.length === 0,
	)
	const byPerson = new Map(wanting.map((seat): [string, HeldSeat] => [seat.personId, seat]))
	return [...byPerson.values()].sort((one, other) => Number(isUnreachable(other)) - Number(isUnreachable(one)))
}

type IssuedCardsProps = Pick<Props, 'lang' | 'frame' | 'params' | 'data'> & {
	readonly cards: readonly {
		readonly personId: string
		readonly handle: string
		readonly codes: readonly string[]
		readonly at: number
	}[]
	/** For whom none could be made here. */
	readonly elsewhere: readonly string[]
	/** Where to sign in with it, as printed: without the scheme. */
	readonly address: string
}

/** The cards themselves, shown this once: two to a sheet of paper. */
export function IssuedCardsPage(props: IssuedCardsProps) {
	const { lang, frame, params, data, cards, elsewhere, address } = props
	const t = catalogue(lang)
	const words = t.roster.cards
	const names = new Map<string, string>(data.persons.map(({ id, name }) => [id, name]))
	const nameOf = (id: string) => names.get(id) ?? t.members.erased
	const seats = Map.groupBy(data.seats, (seat): string => seat.personId)
	const placesOf = (id: string) => [...new Set((seats.get(id) ?? []).map(placesIn(data)))]
	return (
		<Page {...frame} title={words.done(cards.length)} where={trail(lang, params.coalition, 'workspace', 'members')}>
			<div class="no-print">
				{cards.length > 0 && (
					<Sentence tone="warning" live>
						<strong>{t.members.cards.once}</strong> {t.members.cards.how}
					</Sentence>
				)}
				{elsewhere.length > 0 && (
					<Sentence tone="warning">{words.elsewhere(formatList(lang, elsewhere.map(nameOf)))}</Sentence>
				)}
			</div>
			<div class="cards">
				{cards.map(({ personId, handle, codes, at }) => (
					<CardSheet
						title={t.members.cards.title(nameOf(personId))}
						about={`${formatList(lang, placesOf(personId))} · ${data.coalition.name}`}
						handle={handle}
						codes={codes}
						address={address}
						issued={formatDate(lang, at)}
					/>
				))}
			</div>
			<ButtonRow>
				<LinkButton look="secondary" href={href(routes.workspace, params)}>
					{t.roster.toWork}
				</LinkButton>
			</ButtonRow>
		</Page>
	)
}
