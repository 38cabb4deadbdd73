import type { Context } from '#http/context.ts'
import { sessionCookie } from '#http/cookies.ts'
import { page } from '#http/page.tsx'
import { framed, htmlResponse } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { erasureQuery } from '#read/person/erasure.ts'
import { routes } from '#routes'
import { NOBODY } from '#usecases/perform.ts'
import { eraseSelf } from '#usecases/publication/erase-self.ts'
import { STRANGER } from './entering.ts'
import { ErasedPage, ErasurePage } from './erasure-page.tsx'
import { erasureForm } from './me-forms.ts'
import { sentForm } from './sent-form.ts'

const erasurePage = page({
	path: routes.ownErasure,
	access: 'signedIn',
	load: ({ actor, now }) => erasureQuery(actor, now),
	view: ErasurePage,
})

async function erase(context: Context): Promise<Response> {
	const sent = await sentForm(context, erasurePage, erasureForm)
	if ('again' in sent) return sent.again
	const erased = await eraseSelf(context.deps, context.actor ?? NOBODY, sent.input)
	if (!erased.ok) return erasurePage.again(context, sent.typed, [erased.reason])
	return htmlResponse(<ErasedPage frame={framed(context, STRANGER)} />, 200, [['set-cookie', sessionCookie('', 0)]])
}

export const erasureRoutes: readonly Route[] = [erasurePage, route('POST', routes.ownErasure, 'signedIn', erase)]
