import type { Context } from '#http/context.ts'
import { page } from '#http/page.tsx'
import { seeOther } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { ownAddressesQuery } from '#read/person/addresses.ts'
import { href, type Params, routes } from '#routes'
import { NOBODY } from '#usecases/perform.ts'
import { answerAddress } from '#usecases/person/answer-address.ts'
import { addOwnAddress, removeOwnAddress } from '#usecases/person/own-addresses.ts'
import { addressAnswerForm, ownAddressForm } from './me-forms.ts'
import { OwnAddressesPage } from './own-addresses-page.tsx'
import { sentForm } from './sent-form.ts'

const addressesPage = page({
	path: routes.ownAddresses,
	access: 'signedIn',
	load: ({ actor, now }) => ownAddressesQuery(actor, now),
	view: OwnAddressesPage,
})

/** Whoever signed in by a link that is older than this browser's session is asked to sign in once more. */
async function add(context: Context): Promise<Response> {
	const sent = await sentForm(context, addressesPage, ownAddressForm)
	if ('again' in sent) return sent.again
	const asked = await addOwnAddress(context.deps, context.actor ?? NOBODY, sent.input.email)
	if (!asked.ok) return addressesPage.again(context, sent.typed, [asked.reason])
	return seeOther(href(routes.ownAddresses, {}, { done: 'asked' }))
}

async function remove(context: Context): Promise<Response> {
	const sent = await sentForm(context, addressesPage, ownAddressForm)
	if ('again' in sent) return sent.again
	const removed = await removeOwnAddress(context.deps, context.actor ?? NOBODY, sent.input.email)
	// What stands in the form to add another is not what was to be removed.
	if (!removed.ok) return addressesPage.again(context, {}, [removed.reason])
	return seeOther(href(routes.ownAddresses, {}, { done: 'removed' }))
}

async function answer(context: Context<Params<typeof routes.ownAddressAnswers>>): Promise<Response> {
	const sent = await sentForm(context, addressesPage, addressAnswerForm)
	if ('again' in sent) return sent.again
	const { answer } = sent.input
	const command = { changeId: context.params.change, answer }
	const answered = await answerAddress(context.deps, context.actor ?? NOBODY, command)
	if (!answered.ok) return addressesPage.again(context, {}, [answered.reason])
	return seeOther(href(routes.ownAddresses, {}, { done: answer === 'agree' ? 'agreed' : 'refused' }))
}

export const ownAddressesRoutes: readonly Route[] = [
	addressesPage,
	route('POST', routes.ownAddresses, 'signedIn', add),
	route('POST', routes.ownAddressRemovals, 'signedIn', remove),
	route('POST', routes.ownAddressAnswers, 'signedIn', answer),
]
