import { formatDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { ListedSeat, RosterReceipt } from '#read/members/roster.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Confirmation } from '#ui/parts/confirmation.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { trail } from '#ui/trail.ts'
import { placesIn } from './done-notice.tsx'
import { isCurrent, isUnreachable } from './seat-table.tsx'

type Props = PageView<RosterReceipt, { readonly coalition: string; readonly first: string }>

/** What came of a list, how the invitations fare, and what is left to do about it. */
export function RosterReceiptPage({ data, lang, frame, now, params }: Props) {
	const t = catalogue(lang)
	const { added, listed } = data
	const at = { coalition: params.coalition }
	const title = t.roster.done(listed.length, added.length)
	const placeOf = placesIn(data)
	const waiting = listed.filter((seat) => isCurrent(seat, now) && isUnreachable(seat))
	const people = new Set(waiting.map(({ personId }) => personId)).size
	return (
		<Page {...frame} title={title} heading="own" where={trail(lang, params.coalition, 'workspace', 'members')}>
			<Confirmation
				title={title}
				at={data.at}
				next={
					<>
						{people > 0 && <p>{t.roster.cardsNext(people)}</p>}
						<ButtonRow>
							{people > 0 && <LinkButton href={href(routes.cards, at)}>{t.roster.printCards(people)}</LinkButton>}
							<LinkButton look={people > 0 ? 'secondary' : 'primary'} href={href(routes.workspace, at)}>
								{t.roster.toWork}
							</LinkButton>
							<LinkButton look="secondary" href={href(routes.members, at)}>
								{t.members.cards.back}
							</LinkButton>
						</ButtonRow>
					</>
				}
			/>
			{listed.length > 0 && (
				<section class="wide">
					<h2>{t.roster.mailsSent}</h2>
					<p>{t.roster.mailsSentWhat}</p>
					<Table
						caption={t.roster.mailsSent}
						captionHidden
						columns={[
							{ label: t.members.name },
							{ label: t.members.association },
							{ label: t.members.role },
							{ label: t.roster.mailsSent },
						]}
						rows={listed.map((seat) => [
							seat.person?.name ?? t.members.erased,
							placeOf(seat),
							t.members.roles[seat.role],
							<Invitation seat={seat} />,
						])}
					/>
				</section>
			)}
		</Page>
	)
}

function Invitation({ seat }: { readonly seat: ListedSeat }) {
	const lang = useLanguage()
	const t = catalogue(lang).roster
	const { invitation, person } = seat
	if (typeof invitation === 'object')
		return <Tag tone="good">{t.invitation.sent(formatDateTime(lang, invitation.sentAt))}</Tag>
	if (invitation !== 'none')
		return <Tag tone={invitation === 'waiting' ? 'wait' : 'bad'}>{t.invitation[invitation]}</Tag>
	return person?.hasCard ? <Tag>{t.hasCard}</Tag> : <Tag tone="strong">{t.needsCard}</Tag>
}
