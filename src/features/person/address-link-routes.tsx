import { fieldsOf, typedForm } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { nonceOf } from '#http/cookies.ts'
import { errorResponse, framed, htmlResponse, seeOther } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { changeQuery } from '#read/person/addresses.ts'
import { readPage } from '#read/viewer.ts'
import { href, type Params, routes } from '#routes'
import { sha256 } from '#usecases/hashing.ts'
import { isAddressSecret, type Side } from '#usecases/person/address-secret.ts'
import { confirmAddress, refuseAddress } from '#usecases/person/answer-address.ts'
import { AddressGonePage, ConfirmAddressPage, isAnswerable, RefuseAddressPage } from './address-link-page.tsx'
import { browserNonce, STRANGER, withNonce } from './entering.ts'
import { proofForm } from './sign-in-forms.ts'

type LinkContext = Context<Params<typeof routes.addressConfirming>>

const pathOf = { new: routes.addressConfirming, former: routes.addressRefusal } as const

/** Made from the browser's nonce and the link: a mail scanner that presses what it found elsewhere answers nothing. */
const proofOf = (nonce: string, { change, secret }: LinkContext['params']) =>
	sha256(`address:${nonce}:${change}:${secret}`)

/** Shows what a link is about. This changes nothing: mail scanners open links. */
async function show(context: LinkContext, side: Side, unproven = false): Promise<Response> {
	const { deps, actor, now, params } = context
	const { change: changeId, secret } = params
	const known = await isAddressSecret(deps, side, changeId, secret)
	const { viewer, data: change } = await readPage(deps.db, actor, null, now, changeQuery(known ? changeId : ''))
	const frame = framed(context, viewer)
	if (change === null || !isAnswerable(change, side, now)) return htmlResponse(<AddressGonePage frame={frame} />, 410)
	const nonce = browserNonce(context)
	const props = { frame, change, secret, proof: await proofOf(nonce, params), now, unproven }
	const asker = viewer.person?.id === change.personId
	const page = side === 'new' ? <ConfirmAddressPage {...props} asker={asker} /> : <RefuseAddressPage {...props} />
	return htmlResponse(page, unproven ? 403 : 200, [withNonce(nonce)])
}

/** The button. Pressed twice, the second finds what the first did. */
async function answer(context: LinkContext, side: Side): Promise<Response> {
	const { deps, actor, params, request } = context
	const sent = await typedForm(context, 'public')
	if (!sent.ok) return errorResponse(context, STRANGER, 413)
	const { proof } = proofForm.parse(fieldsOf(sent.value))
	const nonce = nonceOf(request)
	if (nonce === null || proof !== (await proofOf(nonce, params))) return show(context, side, true)
	const command = { changeId: params.change, secret: params.secret }
	await (side === 'new' ? confirmAddress(deps, actor, command) : refuseAddress(deps, command))
	return seeOther(href(pathOf[side], params))
}

export const addressLinkRoutes: readonly Route[] = (['new', 'former'] as const).flatMap((side) => [
	route('GET', pathOf[side], 'public', (context) => show(context, side)),
	route('POST', pathOf[side], 'public', (context) => answer(context, side)),
])
