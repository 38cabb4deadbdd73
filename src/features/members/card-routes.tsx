import type { SeatId } from '#domain/kernel/id.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'
import { verdict } from '#http/access.ts'
import { fieldsOf, orderFor, typedForm } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { type Page, page } from '#http/page.tsx'
import { framed, htmlResponse } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { membersQuery, seatQuery } from '#read/members/members.ts'
import { type PageQuery, readPage } from '#read/viewer.ts'
import { href, routes } from '#routes'
import type { Typed } from '#ui/form-state.ts'
import { CARDS_AT_ONCE, issueCard, issueCards } from '#usecases/person/cards.ts'
import { CardsPage, IssuedCardsPage } from './cards-page.tsx'
import { cardsForm } from './forms.ts'
import { CardPage, IssuedCardPage } from './seat-page.tsx'

const cardPage = page({
	path: routes.seatCards,
	access: COALITION_ROLES,
	load: ({ params, now }) => seatQuery(params.coalition, params.seat, now),
	view: CardPage,
})

const cardsPage = page({
	path: routes.cards,
	access: COALITION_ROLES,
	load: ({ params, now }) => membersQuery(params.coalition, now),
	view: (view) => CardsPage({ ...view, limit: CARDS_AT_ONCE }),
})

const addressOf = ({ url }: Context) => `${url.host}${href(routes.signInCard)}`

/** Who asks and what is shown beside the cards; or the page again, where they may not. */
async function entered<Data>(context: Context, typed: Typed, shown: Page, query: PageQuery<Data | null>) {
	const { deps, actor, params, now } = context
	const { viewer, data } = await readPage(deps.db, actor, params.coalition ?? '', now, query)
	if (data === null || verdict(COALITION_ROLES, viewer) !== 'granted')
		return { again: await shown.again(context, typed, actor === null ? [{ code: 'signInRequired' }] : []) }
	return { viewer, data }
}

/** Cards are the answer themselves: their codes are stored nowhere, so there is no page to go on to. */
export const cardRoutes: readonly Route[] = [
	cardPage,
	route('POST', routes.seatCards, COALITION_ROLES, async (context) => {
		const { deps, params, now } = context
		const form = await typedForm(context, COALITION_ROLES)
		if (!form.ok) return cardPage.again(context, {}, [form.reason])
		const typed = form.value
		const found = await entered(context, typed, cardPage, seatQuery(params.coalition, params.seat, now))
		if ('again' in found) return found.again
		const issued = await issueCard(deps, orderFor(context, typed)({ seatId: params.seat as SeatId }))
		if (!issued.ok) return cardPage.again(context, typed, [issued.reason])
		const { lang, ...frame } = framed(context, found.viewer)
		const { handle, codes, at } = issued.value
		const card = { handle, codes, at, address: addressOf(context) }
		return htmlResponse(
			<IssuedCardPage lang={lang} frame={{ lang, ...frame }} params={params} data={found.data} {...card} />,
		)
	}),
	cardsPage,
	route('POST', routes.cards, COALITION_ROLES, async (context) => {
		const { deps, params } = context
		const form = await typedForm(context, COALITION_ROLES)
		if (!form.ok) return cardsPage.again(context, {}, [form.reason])
		const typed = form.value
		const found = await entered(context, typed, cardsPage, membersQuery(params.coalition, context.now))
		if ('again' in found) return found.again
		const sent = cardsForm.safeParse(fieldsOf(typed))
		if (!sent.success || sent.data.seatIds.length === 0)
			return cardsPage.again(context, typed, [{ code: 'empty', field: 'seats[]' }])
		const issued = await issueCards(deps, orderFor(context, typed)(sent.data))
		if (!issued.ok) return cardsPage.again(context, typed, [issued.reason])
		const { lang, ...frame } = framed(context, found.viewer)
		const shown = { ...issued.value, address: addressOf(context) }
		return htmlResponse(
			<IssuedCardsPage lang={lang} frame={{ lang, ...frame }} params={params} data={found.data} {...shown} />,
		)
	}),
]
