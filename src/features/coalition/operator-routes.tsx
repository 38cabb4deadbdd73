import { refuse } from '#domain/kernel/result.ts'
import { verdict } from '#http/access.ts'
import { action, orderFor, typedForm } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { page } from '#http/page.tsx'
import { framed, htmlResponse } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { coalitionsQuery } from '#read/coalition/operator.ts'
import { nothing, readPage } from '#read/viewer.ts'
import { href, RESERVED_SLUGS, routes } from '#routes'
import { foundCoalition, linkChairs } from '#usecases/coalition/found-coalition.ts'
import { validPerson } from '#usecases/person/people.ts'
import { ChairLinksPage, CoalitionsPage } from './coalitions-page.tsx'
import { NewCoalitionPage } from './new-coalition-page.tsx'
import { coalitionForm } from './operator-forms.ts'

const hostOf = ({ deps }: Pick<Context, 'deps'>) => new URL(deps.origin).host

const coalitionsPage = page({
	path: routes.operator,
	access: 'operator',
	load: (context) => coalitionsQuery(context.now, hostOf(context)),
	view: ({ data, ...view }) => CoalitionsPage({ ...view, data: data.coalitions, host: data.host }),
})

const newCoalitionPage = page({
	path: routes.operatorCoalitions,
	access: 'operator',
	load: (context) => ({ ...nothing, parse: () => hostOf(context) }),
	view: (view) => NewCoalitionPage({ ...view, data: true, host: view.data }),
})

export const operatorRoutes: readonly Route[] = [
	coalitionsPage,
	newCoalitionPage,
	action({
		path: routes.operatorCoalitions,
		access: 'operator',
		page: newCoalitionPage,
		form: coalitionForm,
		act: async ({ context, input, order }) => {
			const { slug, settings, chair } = input
			const valid = validPerson(chair)
			// On this form `name` is the coalition's.
			if (!valid.ok && 'field' in valid.reason && valid.reason.field === 'name')
				return refuse({ ...valid.reason, field: 'chairName' })
			return foundCoalition(context.deps, { ...order({ settings, chair }), coalition: slug }, RESERVED_SLUGS)
		},
		done: (_value, { input }) => href(routes.operator, {}, { created: input.slug }),
	}),
	// The links are the answer itself: only their hashes are stored, so there is no page to go on to.
	route('POST', routes.operatorLinks, 'operator', async (context) => {
		const { deps, actor, params, now } = context
		const sent = await typedForm(context, 'operator')
		if (!sent.ok) return coalitionsPage.again({ ...context, params: {} }, {}, [sent.reason])
		const typed = sent.value
		const { viewer } = await readPage(deps.db, actor, params.coalition, now, nothing)
		const back = (reason: 'signInRequired' | 'notFound') =>
			coalitionsPage.again({ ...context, params: {} }, typed, [{ code: reason }])
		if (verdict('operator', viewer) !== 'granted') return back(viewer.person === null ? 'signInRequired' : 'notFound')
		const made = await linkChairs(deps, orderFor(context, typed)({}))
		if (!made.ok || viewer.coalition === null) return back('notFound')
		const { lang, ...frame } = framed(context, { ...viewer, coalition: null })
		const to = href(routes.members, { coalition: viewer.coalition.slug })
		const links = made.value.map(({ name, secret }) => ({
			name,
			address: `${deps.origin}${href(routes.signInLink, { secret }, { to })}`,
		}))
		return htmlResponse(
			<ChairLinksPage lang={lang} frame={{ lang, ...frame }} coalition={viewer.coalition.name} links={links} />,
		)
	}),
]
