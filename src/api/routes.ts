import * as z from 'zod'
import type { Context } from '#http/context.ts'
import type { Route } from '#http/route.ts'
import { addendumEndpoints } from './addenda.ts'
import { amendmentEndpoints } from './amendment.ts'
import { archiveEndpoints } from './archive.ts'
import { byHandEndpoints } from './by-hand.ts'
import { settingsEndpoints } from './coalition.ts'
import { commentEndpoints } from './comment.ts'
import { decidingEndpoints } from './deciding.ts'
import type { Endpoint } from './endpoint.ts'
import { inquiryEndpoints } from './inquiry.ts'
import { memberEndpoints } from './members.ts'
import { noticeEndpoints } from './notice.ts'
import { olderEndpoints } from './older.ts'
import { olderOutcomeEndpoints } from './older-outcomes.ts'
import { onlyBallotRoutes } from './only-ballot.ts'
import { outcomeEndpoints } from './outcomes.ts'
import { paperEndpoints } from './papers.ts'
import { paths } from './paths.ts'
import { positionEndpoints } from './position.ts'
import { unacceptable } from './problem.ts'
import { receiptEndpoints } from './receipt.ts'
import { reminderEndpoints } from './reminders.ts'
import { signingEndpoints } from './signing.ts'
import { standardTextEndpoints } from './standard-texts.ts'
import { statementEndpoints } from './statement.ts'
import { textEndpoints } from './text.ts'
import { topicEndpoints } from './topics.ts'
import { withheldEndpoints } from './withheld.ts'

/** Made when first asked for: most never ask. */
let document: Promise<string> | undefined

const documentEndpoint: Endpoint = {
	method: 'GET',
	path: paths.document,
	access: 'public',
	about: {
		tag: 'About',
		summary: 'This document',
		scope: null,
		search: null,
		input: null,
		texts: [],
		output: z.looseObject({ openapi: z.string() }),
	},
	handle: async () => {
		document ??= import('./openapi.ts').then(({ documentOf }) => JSON.stringify(documentOf(endpoints)))
		const headers = { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' }
		return new Response(await document, { headers })
	},
}

/** Everything that can be asked of the API. */
export const endpoints: readonly Endpoint[] = [
	...memberEndpoints,
	...byHandEndpoints,
	...settingsEndpoints,
	...topicEndpoints,
	...standardTextEndpoints,
	...noticeEndpoints,
	...inquiryEndpoints,
	...statementEndpoints,
	...textEndpoints,
	...amendmentEndpoints,
	...paperEndpoints,
	...positionEndpoints,
	...commentEndpoints,
	...receiptEndpoints,
	...decidingEndpoints,
	...reminderEndpoints,
	...signingEndpoints,
	...outcomeEndpoints,
	...addendumEndpoints,
	...withheldEndpoints,
	...olderEndpoints,
	...olderOutcomeEndpoints,
	...archiveEndpoints,
	documentEndpoint,
]

/** The methods there are at an address, without regard to who may use them. */
function methodsAt(pathname: string): string[] {
	const methods = endpoints
		.filter(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(pathname))
		.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
	return [...new Set(methods)]
}

/** Whatever no endpoint takes: a wrong address or a wrong method, as a problem and not as a page. */
async function nothingHere({ request, url }: Context): Promise<Response> {
	const allowed = methodsAt(url.pathname)
	return allowed.length === 0
		? unacceptable(request, { code: 'noSuchRoute' })
		: unacceptable(request, { code: 'wrongMethod', allowed })
}

export const apiRoutes: readonly Route[] = [
	...endpoints,
	...onlyBallotRoutes,
	{ method: 'ALL', path: paths.everything, access: 'public', handle: nothingHere },
]
