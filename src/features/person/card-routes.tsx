import type { Context } from '#http/context.ts'
import { localPath } from '#http/local-path.ts'
import { page } from '#http/page.tsx'
import { type Route, route } from '#http/route.ts'
import { ownSignInQuery } from '#read/person/sign-in.ts'
import { routes } from '#routes'
import { redeemCard } from '#usecases/person/sign-in-card.ts'
import { CardPage } from './card-page.tsx'
import { browserBefore, entered, whenceOf } from './entering.ts'
import { sentForm } from './sent-form.ts'
import { cardForm } from './sign-in-forms.ts'
import { wantedPath } from './wanted-path.ts'

const cardPage = page({
	path: routes.signInCard,
	access: 'public',
	load: ({ actor, now }) => ownSignInQuery(actor, now),
	view: (view) => CardPage({ ...view, to: wantedPath(view) }),
})

async function useCard(context: Context): Promise<Response> {
	const sent = await sentForm(context, cardPage, cardForm)
	if ('again' in sent) return sent.again
	const { typed, input } = sent
	const { handle, code, to } = input
	const redeemed = await redeemCard(context.deps, {
		handle,
		code,
		whence: whenceOf(context),
		browser: browserBefore(context),
	})
	return redeemed.ok ? entered(redeemed.value, localPath(to)) : cardPage.again(context, typed, [redeemed.reason])
}

export const cardRoutes: readonly Route[] = [cardPage, route('POST', routes.signInCard, 'public', useCard)]
