import type { Browser, BrowserContextOptions } from 'playwright-core'
import { expect } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'
import { type Person, person } from './person.ts'
import type { Samsvar } from './samsvar.ts'

/** Who walks, with what kind of browser, and how they press. */
export type AmendingWalk = {
	readonly samsvar: Samsvar
	readonly browser: Browser
	readonly laptop: BrowserContextOptions
	readonly phone: BrowserContextOptions
	readonly as: (person: Person) => Person
	/** Writes in the text that is open before them, and leads on to where it is looked over. */
	readonly write: (delegate: Person) => Promise<void>
	/** What was written: as it stands in the text in the end. */
	readonly words: string
	/** Looks at a page that was met. */
	readonly look: (person: Person, step: string) => Promise<void>
}

/** The statement in consultation: one amendment that a ballot adopted, three of which the first two collide, one that waits for AnBo’s delegate, and three that all are asked about. */
async function amendmentsPath({ samsvar }: AmendingWalk): Promise<string> {
	const [consulting] = await allRows(samsvar.database, "SELECT id FROM statement WHERE stage = 'consulting'")
	return href(routes.amendments, { coalition: 'nsph-stockholm', statement: String(consulting?.id) })
}

async function arrive(walk: AmendingWalk, name: string, options: BrowserContextOptions, path: string): Promise<Person> {
	const { samsvar, browser } = walk
	const [found] = await allRows(samsvar.database, 'SELECT id FROM person WHERE name = ?', [name])
	const [secret = ''] = await createLinks(samsvar.deps, [String(found?.id) as PersonId])
	const who = walk.as(await person(browser, options))
	await who.open(`${samsvar.origin}${href(routes.signInLink, { secret }, { to: path })}`)
	await who.press(/^Fortsätt som/)
	await who.see('Yrkanden')
	return who
}

/** A delegate changes the text, a delegate on a phone joins another’s amendment, and the chair decides one and merges the rest. */
export async function walkAmendments(walk: AmendingWalk): Promise<void> {
	const { look, laptop, phone, samsvar, words } = walk
	const path = await amendmentsPath(walk)
	const anna = await arrive(walk, 'Anna Lindqvist', laptop, path)
	await look(anna, 'list')
	await anna.pressLink('Föreslå ändringar i texten')
	await anna.see('Texten själv ändras inte')
	await look(anna, 'writing')
	await walk.write(anna)
	await anna.see('En ändring')
	await look(anna, 'review')
	await anna.fill(/^Varför/, 'Det märks inte annars.')
	await anna.press('Lägg fram yrkandet')
	await anna.see('Yrkandet är framlagt')
	// What was put forward is not offered back.
	await anna.open(`${samsvar.origin}${path}/text`)
	await anna.see('Texten själv ändras inte')
	expect(await anna.page.getByText('som inte hann sparas').count()).toBe(0)

	const bo = await arrive(walk, 'Bo Hallén', phone, path)
	await look(bo, 'phone-list')
	await bo.pressLink(/^Y5 från/)
	await bo.press('Lägg fram yrkandet')
	await bo.see('Yrkandet är framlagt')
	await bo.pressLink('Alla yrkanden')
	await bo.pressLink(/^Y4 från/)
	await bo.see('Står bakom')
	await look(bo, 'phone-amendment')
	await bo.press(/^Anslut AnBo/)
	await bo.see('Föreningen står nu bakom yrkandet.')
	await look(bo, 'phone-joined')
	await bo.close()

	const chair = await arrive(walk, 'Ingrid Ahl', laptop, path)
	await chair.see('De här vill olika saker med samma ord.')
	await look(chair, 'chair-list')
	await chair.pressLink(/^Y5 från/)
	await chair.see('Avgör yrkandet')
	await chair.choose('Avslag')
	await chair.fill(/^Skäl, eller/, 'Det hör till en annan remiss.')
	await look(chair, 'deciding')
	await chair.press('Spara och meddela föreningen')
	await chair.see('Beslutet är sparat')
	await chair.pressLink('Alla yrkanden')
	await chair.pressLink('Arbeta in yrkanden')
	for (const number of [2, 3, 4, 9]) await chair.tick(new RegExp(`^Y${number} från`))
	await chair.press('Visa hur texten blir')
	await chair.see('Välj i krockarna först')
	await look(chair, 'collision')
	await chair.choose(/^Som Y3 från/)
	await chair.press('Visa texten med det du valt')
	await chair.see('Vad det blir av yrkandena')
	await look(chair, 'merging')
	await chair.press('Spara i texten')
	await chair.see('Yrkandena står nu i texten.')
	await look(chair, 'merged')

	await anna.open(`${samsvar.origin}${path}`)
	await look(anna, 'list-after')
	const states = await anna.page
		.locator('.amendment .said-by')
		.evaluateAll((all) =>
			all.map((each) =>
				(each.textContent ?? '').replace(/ från .*?(?=[A-ZÅÄÖ][a-z]+(?:t| med.*|tUnder omröstning)$)/, ' '),
			),
		)
	expect(states.toSorted()).toEqual([
		...['Y1 Bifallet', 'Y2 Öppet', 'Y3 Bifallet', 'Y4 Bifallet', 'Y5 Avslaget'],
		...['Y6 ÖppetUnder omröstning', 'Y7 Öppet', 'Y8 Öppet', 'Y9 Bifallet'],
	])
	await anna.open(`${samsvar.origin}${path.replace('/amendments', '')}`)
	await anna.see(words)
	await anna.see('en gång i månaden')
	await anna.see('ledsagare')
	await look(anna, 'text-after')
	await anna.close()
	await chair.close()
}
