import type { Browser, BrowserContextOptions } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { GATHERED_MS } from '#domain/comment/comment.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { axeFindsNew } from '#test/support/browser/axe.ts'
import { linkInMail, type Person, PHONE, person, theChromium } from '#test/support/browser/person.ts'
import { type Samsvar, startDemonstration } from '#test/support/browser/samsvar.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'

let chromium: Browser
beforeAll(async () => {
	chromium = await theChromium()
})

const COALITION = 'nsph-stockholm'
const COMMENT = 'Skriv också att den som inte är med i någon förening ska få veta att rådet finns.'
const ANSWER = 'Bra. Det står nu i en egen mening.'

/** The demonstration, with the text that is in consultation. */
async function demonstration() {
	const samsvar = await startDemonstration()
	const { people } = samsvar
	const [consulting] = await allRows(samsvar.database, "SELECT id FROM statement WHERE stage = 'consulting'")
	const statement = String(consulting?.id)
	return {
		samsvar,
		statement,
		text: href(routes.statement, { coalition: COALITION, statement }),
		named: (name: string) => people.find((each) => each.name === name)?.id ?? people[0]?.id,
		[Symbol.asyncDispose]: () => samsvar[Symbol.asyncDispose](),
	}
}

/** As if so much time had passed since everything that lies in the outbox was put there. */
async function later({ samsvar }: { readonly samsvar: Samsvar }, ms: number): Promise<void> {
	await samsvar.database.execute({ sql: 'UPDATE outbox SET next_at = next_at - ?', args: [ms] })
	await samsvar.database.execute({ sql: 'UPDATE delivery SET at = at - ?', args: [24 * ms] })
	await samsvar.runScheduled()
}

test.concurrent.each([
	['with scripts', { javaScriptEnabled: true }],
	['with JavaScript off', { javaScriptEnabled: false }],
] as const)(
	'a contributor comments on a phone and reads the answer; chair and delegate need three presses from a mail, %s',
	async (_how, options: BrowserContextOptions) => {
		await using demo = await demonstration()
		const { samsvar, named, statement, text } = demo
		const [secret = ''] = await createLinks(samsvar.deps, [named('Moa Krantz') as never])
		const moa = await person(chromium, { ...options, ...PHONE })
		await moa.open(`${samsvar.origin}${href(routes.signInLink, { secret }, { to: text })}`)
		await moa.press('Fortsätt som Moa Krantz')
		await moa.pressLink('Lämna synpunkt om Ståndpunkt 4')
		await moa.see('Inflytande ska också gälla personer som inte är med i någon förening.')
		await moa.fill('Din synpunkt', COMMENT)
		await moa.press('Lämna synpunkten')
		await moa.see('Synpunkten är lämnad.')
		expect(await moa.heading()).toBe('Synpunkt från AnBo')

		await later(demo, GATHERED_MS)
		const chair = await person(chromium, options)
		await chair.follow(await linkInMail(samsvar, 'ordforande@example.org', /^Ny synpunkt: /))
		await chair.press('Fortsätt som Ingrid Ahl')
		await chair.see(COMMENT)
		await chair.fill('Svar', ANSWER)
		await chair.press('Besvara och avsluta')
		await chair.see('Synpunkten är besvarad.')
		expect(chair.presses()).toBe(3)
		await chair.close()

		await later(demo, GATHERED_MS)
		await moa.follow(await linkInMail(samsvar, 'moa@example.org', /^Svar på er synpunkt: /))
		await moa.see(ANSWER)
		await moa.pressLink('Alla synpunkter')
		await moa.press('Vi har läst svaren')
		await moa.see('Noterat: ni har läst svaren.')
		await moa.close()

		const sql =
			"UPDATE outbox SET delivered_at = NULL, created_at = ?, next_at = ? WHERE kind = 'consultation' AND statement_id = ?"
		const now = samsvar.deps.now()
		await samsvar.database.execute({ sql, args: [now, now, statement] })
		await samsvar.runScheduled()
		const bo = await person(chromium, { ...options, ...PHONE })
		await bo.follow(await linkInMail(samsvar, 'bo@example.org', /^Vad tycker ni/))
		await bo.press('Fortsätt som Bo Hallén')
		await bo.fill(/^Något mer att säga/, 'Bra text.')
		await bo.press('Spara för AnBo')
		await bo.see('Synpunkten är lämnad.')
		expect(bo.presses()).toBe(3)
		await bo.close()
	},
)

/** Every page of comments, as somebody finds them on their way. */
async function pagesOf(who: Person, origin: string, statement: string, thread: string): Promise<string[]> {
	const at = { coalition: COALITION, statement }
	const flaws: string[] = []
	for (const path of [
		href(routes.statement, at),
		href(routes.comments, at),
		href(routes.comments, at, { show: 'open' }),
		href(routes.newComment, at),
		href(routes.commentThread, { ...at, thread }),
		href(routes.commentWithdrawal, { ...at, thread, comment: thread }),
	]) {
		await who.open(origin + path)
		for (const flaw of await axeFindsNew(who.page)) flaws.push(`${path} ${flaw}`)
	}
	await who.press(/^(Ta tillbaka|Take back)/)
	await who.page.getByRole('status').first().waitFor()
	return [...flaws, ...(await axeFindsNew(who.page))]
}

test.concurrent.each([
	['Swedish', 'sv', 'light'],
	['English', 'en', 'dark'],
] as const)('axe finds nothing on the pages of comments, in %s', async (_name, lang, colorScheme) => {
	await using demo = await demonstration()
	const { samsvar, named, statement } = demo
	const [thread] = await allRows(
		samsvar.database,
		`SELECT thread_id AS id FROM comment JOIN person ON person.id = person_id
			WHERE person.name = 'Anna Lindqvist' AND comment.id = thread_id`,
	)
	const [secret = ''] = await createLinks(samsvar.deps, [named('Anna Lindqvist') as never])
	const anna = await person(chromium, { ...PHONE, colorScheme })
	await anna.open(`${samsvar.origin}${href(routes.signInLink, { secret }, { to: href(routes.me) })}`)
	await anna.press('Fortsätt som Anna Lindqvist')
	if (lang === 'en') await anna.pressLink('In English')
	expect(await anna.page.locator('html').getAttribute('lang')).toBe(lang)
	expect(await pagesOf(anna, samsvar.origin, statement, String(thread?.id))).toEqual([])
	await anna.close()
})
