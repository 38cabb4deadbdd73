import type { Context } from '#http/context.ts'
import { endLanguageCookie, languageCookie } from '#http/cookies.ts'
import { page } from '#http/page.tsx'
import { framed, htmlResponse, seeOther } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { mePageQuery } from '#read/person/addresses.ts'
import { ownSignInQuery } from '#read/person/sign-in.ts'
import { ownTokensQuery } from '#read/person/tokens.ts'
import { nothing, readPage } from '#read/viewer.ts'
import { href, type Params, routes } from '#routes'
import { NOBODY } from '#usecases/perform.ts'
import { issueOwnCard } from '#usecases/person/own-card.ts'
import { changeProfile } from '#usecases/person/people.ts'
import { createToken, revokeToken } from '#usecases/person/tokens.ts'
import { erasureRoutes } from './erasure-routes.tsx'
import { profileForm, tokenForm } from './me-forms.ts'
import { MePage } from './me-page.tsx'
import { ownAddressesRoutes } from './own-addresses-routes.tsx'
import { OwnCardMadePage, OwnCardPage } from './own-card-page.tsx'
import { ProfilePage } from './profile-page.tsx'
import { sentForm } from './sent-form.ts'
import { sessionRoutes } from './session-routes.tsx'
import { TokenCreatedPage } from './token-created-page.tsx'
import { TokensPage } from './tokens-page.tsx'

const mePage = page({
	path: routes.me,
	access: 'signedIn',
	load: ({ actor, now }) => mePageQuery(actor, now),
	view: MePage,
})

const profilePage = page({
	path: routes.profile,
	access: 'signedIn',
	load: ({ actor, now }) => ownSignInQuery(actor, now),
	view: ProfilePage,
})

const ownCardPage = page({
	path: routes.ownCard,
	access: 'signedIn',
	load: ({ actor, now }) => ownSignInQuery(actor, now),
	view: OwnCardPage,
})

const tokensPage = page({
	path: routes.tokens,
	access: 'signedIn',
	load: ({ actor, now }) => ownTokensQuery(actor, now),
	view: TokensPage,
})

/** What is chosen here holds from now on, also in a browser where something else was chosen before. */
async function saveProfile(context: Context): Promise<Response> {
	const sent = await sentForm(context, profilePage, profileForm)
	if ('again' in sent) return sent.again
	const { typed, input } = sent
	const language = input.language === 'coalition' ? null : input.language
	const chosen = await changeProfile(context.deps, context.actor ?? NOBODY, { name: input.name, language })
	if (!chosen.ok) return profilePage.again(context, typed, [chosen.reason])
	return seeOther(href(routes.profile, {}, { done: 'saved' }), [
		['set-cookie', language === null ? endLanguageCookie() : languageCookie(language)],
	])
}

/** Answers with the card itself, whose codes no later page can show. */
async function makeCard(context: Context): Promise<Response> {
	const made = await issueOwnCard(context.deps, context.actor ?? NOBODY)
	if (!made.ok) return ownCardPage.again(context, {}, [made.reason])
	const { viewer } = await readPage(context.deps.db, context.actor, null, context.now, nothing)
	const address = `${context.url.host}${href(routes.signInCard)}`
	return htmlResponse(<OwnCardMadePage frame={framed(context, viewer)} address={address} {...made.value} />)
}

/** Answers with the token itself, which no later page can show. */
async function makeToken(context: Context): Promise<Response> {
	const sent = await sentForm(context, tokensPage, tokenForm)
	if ('again' in sent) return sent.again
	const { typed, input } = sent
	const { name, coalition, days, 'scopes[]': scopes } = input
	const made = await createToken(context.deps, context.actor ?? NOBODY, { name, coalition, days, scopes })
	if (!made.ok) return tokensPage.again(context, typed, [made.reason])
	const { viewer } = await readPage(context.deps.db, context.actor, null, context.now, nothing)
	const frame = framed(context, viewer)
	return htmlResponse(<TokenCreatedPage frame={frame} createdAt={context.now} {...made.value} />)
}

async function endToken(context: Context<Params<typeof routes.token>>): Promise<Response> {
	const ended = await revokeToken(context.deps, context.actor ?? NOBODY, context.params.token)
	if (!ended.ok) return tokensPage.again(context, {}, [ended.reason])
	return seeOther(href(routes.tokens, {}, { done: 'revoked' }))
}

export const meRoutes: readonly Route[] = [
	mePage,
	profilePage,
	route('POST', routes.profile, 'signedIn', saveProfile),
	...sessionRoutes,
	...ownAddressesRoutes,
	...erasureRoutes,
	ownCardPage,
	route('POST', routes.ownCard, 'signedIn', makeCard),
	tokensPage,
	route('POST', routes.tokens, 'signedIn', makeToken),
	route('POST', routes.token, 'signedIn', endToken),
]
