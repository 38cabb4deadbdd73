import type { Instant } from '#domain/kernel/id.ts'
import { formatLongDateTime } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { HeldSeat, MembersView } from '#read/members/members.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/parts/notice.tsx'

type DoneNoticeProps = {
	readonly query: URLSearchParams
	readonly data: MembersView
	/** The slug in the URL. */
	readonly coalition: string
}

type Done = { readonly what: string; readonly at?: Instant; readonly next?: string; readonly to?: string }

/** What was just done, as it now stands: told from the coalition itself, never from the URL. */
export function DoneNotice({ query, data, coalition }: DoneNoticeProps) {
	const lang = useLanguage()
	const done = doneOf({ query, data, coalition }, lang)
	if (!done) return null
	const t = catalogue(lang)
	return (
		<Notice tone="success" live>
			<p>
				<strong>{done.what}</strong>
				{done.at !== undefined && <> {t.ui.confirmation.at(formatLongDateTime(lang, done.at))}.</>}
			</p>
			{done.next !== undefined && <p>{done.to === undefined ? done.next : <a href={done.to}>{done.next}</a>}</p>}
		</Notice>
	)
}

function doneOf({ query, data, coalition }: DoneNoticeProps, lang: Language): Done | null {
	const t = catalogue(lang).members
	const id = query.get('association')
	const place = data.coalition.associations.findIndex((each) => each.id === id)
	const association = data.coalition.associations[place]
	const seat = data.seats.find((each) => each.id === query.get('seat'))
	switch (query.get('done')) {
		case 'associationAdded': {
			if (!association) return null
			const to = href(routes.seats, { coalition }, { association: association.id, role: 'delegate' })
			return { what: t.done.associationAdded(association.name, place + 1), next: t.done.nextDelegate, to }
		}
		case 'associationChanged':
			return association ? { what: t.done.associationChanged(association.name) } : null
		case 'associationMoved':
			return association ? { what: t.done.associationMoved(association.name, place + 1) } : null
		case 'associationLeft': {
			if (association && association.leavesAt !== null)
				return { what: catalogue(lang).changes.done.leaving(association.name, association.leavesAt) }
			const left = data.left.find((each) => each.id === id)
			return left ? { what: t.done.associationLeft(left.name), at: left.leftAt } : null
		}
		case 'associationKept':
			return association ? { what: catalogue(lang).changes.done.kept(association.name) } : null
		case 'seatGiven': {
			if (!seat || seat.endedAt !== null) return null
			const email = seat.person?.emails[0]
			const next = email === undefined ? t.done.withoutMail : t.done.invited(email)
			return { what: t.done.seatGiven(...inOffice(lang, data, seat)), at: seat.from, next }
		}
		case 'seatTakenBack':
			return seat
				? { what: t.done.seatTakenBack(...inOffice(lang, data, seat)), at: seat.takenBackAt ?? seat.givenAt }
				: null
		case 'seatEnded':
			return seat && seat.endedAt !== null
				? { what: t.done.seatEnded(...inOffice(lang, data, seat)), at: seat.endedAt }
				: null
		default:
			return null
	}
}

/** Who, as what, for whom. */
function inOffice(lang: Language, data: MembersView, seat: HeldSeat): [string, string, string] {
	const t = catalogue(lang).members
	return [seat.person?.name ?? t.erased, t.rolesInText[seat.role], placesIn(data)(seat)]
}

/** Tells what a seat is in: the name of its association, or of the coalition. */
export function placesIn({
	coalition,
	left,
}: Pick<MembersView, 'coalition' | 'left'>): (seat: Pick<HeldSeat, 'associationId'>) => string {
	const names = new Map<string | null, string>([...left, ...coalition.associations].map(({ id, name }) => [id, name]))
	return ({ associationId }) => names.get(associationId) ?? coalition.name
}
