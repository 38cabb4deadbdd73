import type { PersonId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { type Browser, hiddenFields, ORIGIN, type TestApp } from './app.ts'

export const locationOf = (response: Response) => response.headers.get('location')
export const linkTo = (secret: string, to?: string) => href(routes.signInLink, { secret }, { to })

/** Whose sessions there are. */
export async function sessions({ world }: TestApp): Promise<{ person_id: unknown }[]> {
	const { rows } = await world.server.client.execute('SELECT person_id FROM session')
	return rows.map((row) => ({ person_id: row.person_id }))
}

/** Asks for a mail and gives the link's path and the code in it. */
export async function ask(app: TestApp, browser: Browser, email = 'disa@example.org', to = '') {
	const before = app.mails.length
	const response = await browser.post(routes.signIn, { email, to })
	await app.settled()
	const text = app.mails[before]?.text ?? ''
	return {
		response,
		link: (/https:\S+/.exec(text)?.[0] ?? '').replace(ORIGIN, ''),
		// A link may hold four and four such characters with a dash between them too.
		code: /(?<![\w-])[2-9A-Z]{4}-[2-9A-Z]{4}(?![\w-])/.exec(text)?.[0] ?? '',
	}
}

/** Opens a link and presses the button on it for a person. */
export async function press(browser: Browser, link: string, person: PersonId): Promise<Response> {
	const page = await (await browser.get(link)).text()
	return browser.post(new URL(link, ORIGIN).pathname, { ...hiddenFields(page), person })
}

export async function isSignedIn(browser: Browser, name = 'Disa Delegat'): Promise<boolean> {
	return (await (await browser.get(routes.signIn)).text()).includes(name)
}
