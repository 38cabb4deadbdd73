import type { Browser, BrowserContextOptions } from 'playwright-core'
import { expect } from 'vitest'
import { welcome } from '#local/first-run.ts'
import { linkInMail, type Person, person } from './person.ts'
import type { Samsvar } from './samsvar.ts'

/** Who walks, with what kind of browser and by what means. */
export type Walk = {
	readonly samsvar: Samsvar
	readonly browser: Browser
	readonly options: BrowserContextOptions
	/** Makes somebody who uses the browser in the way that is tried. */
	readonly as: (person: Person) => Person
	/** Looks at the page on show. */
	readonly look: (person: Person, step: string) => Promise<void>
}

const CHAIR = { name: 'Ingrid Ahl', email: 'ingrid@example.org' }
const NAME = 'Samverkan i norr'
const SLUG = 'samverkan-i-norr'

/** As it is copied out of a spreadsheet: a heading, a cell with a line break, somebody without e-mail, blanks at the end. */
const LIST = [
	'Förening\tOmråde\tNamn\tE-post\tUppdrag\t',
	'Attention Norrbotten\tadhd och autism\tAnna Lindqvist\tanna@example.org\tOrdinarie\t',
	'\t\tAnders Berg\tanders@example.org\tErsättare\t',
	'"Föreningen för anhörigstöd och\nhjärnhälsoinformation"\tanhöriga\tBo Hallén\tbo@example.org\tOrdinarie\t',
	'Balans Luleå\tbipolär sjukdom\tSiv Nordin\t\tOrdinarie\t',
	'\t\t\t\t\t',
].join('\r\n')

const LETTER = `Remiss av betänkandet En nära psykiatri (SOU 2026:41)

Remissvaren ska ha kommit in till Socialdepartementet senast den 15 februari 2027.
Ange diarienummer S2026/01234.`

const DELEGATES = [
	{ association: 'Attention Norrbotten', name: 'Anna Lindqvist', email: 'anna@example.org' },
	{ association: 'Föreningen för anhörigstöd och hjärnhälsoinformation', name: 'Bo Hallén', email: 'bo@example.org' },
	{ association: 'Balans Luleå', name: 'Siv Nordin', email: '' },
] as const

type Card = { readonly handle: string; readonly code: string }

const newPerson = async ({ browser, options, as }: Walk) => as(await person(browser, options))

/** The operator, who came by the link that is printed at the start, and knows no more than the pages say. Gives how often she pressed. */
export async function createCoalition(walk: Walk): Promise<number> {
	const { samsvar, look } = walk
	const [first] = await welcome(samsvar.deps, samsvar.origin, true)
	const operator = await newPerson(walk)
	await operator.follow(first?.link ?? '')
	await operator.press(/^Fortsätt som/)
	await look(operator, 'operator-me')
	await operator.pressLink('Drift: alla samverkan')
	await look(operator, 'operator-empty')
	await operator.pressLink('Skapa en samverkan')
	await operator.fill('Samverkans namn', NAME)
	await operator.fill('Beteckning i numren', 'SIN')
	await operator.fill('För- och efternamn', CHAIR.name)
	await operator.fill(/^E-postadress/, CHAIR.email)
	await look(operator, 'operator-new')
	await operator.press('Skapa samverkan')
	expect(await operator.heading()).toBe(`${NAME} är skapad`)
	await look(operator, 'operator-created')
	await operator.close()
	return operator.presses()
}

/** The chair comes by mail to the list of what to do first. */
export async function arrive(walk: Walk): Promise<Person> {
	const chair = await newPerson(walk)
	await chair.follow(await linkInMail(walk.samsvar, CHAIR.email, /^Välkommen till Samverkan i norr/))
	await chair.press(`Fortsätt som ${CHAIR.name}`)
	expect(await chair.heading()).toBe(NAME)
	await chair.see('0 av 7 steg är klara.')
	await walk.look(chair, 'work-empty')
	return chair
}

/** Everybody by a pasted list, and a card for whoever has no e-mail. */
export async function enterMembers(walk: Walk, chair: Person): Promise<Card> {
	const { look } = walk
	await chair.pressLink('Klistra in en lista')
	await look(chair, 'list')
	await chair.fill('Listan', LIST)
	await chair.press('Visa hur det blir')
	expect(await chair.heading()).toBe('Stämmer det här?')
	await chair.see('Ingenting är inlagt än.')
	await look(chair, 'list-check')
	await chair.press('Lägg in allt')
	expect(await chair.heading()).toBe('4 uppdrag och 3 föreningar har lagts in')
	await look(chair, 'list-receipt')
	await chair.pressLink('Skriv ut kort till 1 person')
	await look(chair, 'cards')
	await chair.press('Gör korten')
	await chair.see('Kort för Siv Nordin')
	await look(chair, 'cards-issued')
	const codes = await chair.page.locator('.card .code').allInnerTexts()
	await chair.pressLink('Till arbetsrummet')
	return { handle: codes[0]?.trim() ?? '', code: codes[1]?.trim() ?? '' }
}

export async function lookOverSettings({ look }: Walk, chair: Person): Promise<void> {
	await chair.see('2 av 7 steg är klara.')
	await look(chair, 'work-members')
	await chair.pressLink('Gå igenom inställningarna')
	await look(chair, 'settings')
	await chair.press('Allt stämmer')
	await chair.see('Inställningarna är genomgångna.')
	await chair.pressLink('Till arbetsrummet')
}

/** A letter pasted, checked, and answered from a template. */
export async function write({ look }: Walk, chair: Person): Promise<void> {
	await chair.pressLink('Ta in en remiss')
	await look(chair, 'inquiry')
	await chair.fill('Texten i brevet eller mejlet', LETTER)
	await chair.press('Läs texten')
	await look(chair, 'inquiry-check')
	await chair.press('Det stämmer, lägg in remissen')
	await look(chair, 'inquiry-received')
	await chair.pressLink('Börja svara')
	await look(chair, 'statement-new')
	await chair.press('Börja på ett svar')
	await look(chair, 'statement')
}

/** A paragraph of the template written over, and the whole put to the vote. */
export async function openBallot({ look }: Walk, chair: Person, days: { vote: string; sign: string }): Promise<void> {
	await chair.pressLink(/^Starta omröstning/)
	await look(chair, 'ballot-new')
	await chair.fill('Sista dag att rösta', days.vote)
	await chair.fill('Sista dag att skriva under', days.sign)
	await chair.press('Gå vidare och kontrollera')
	await look(chair, 'ballot-check')
	await chair.tick(/vill starta omröstningen ändå/)
	await chair.press('Starta omröstningen')
	expect(await chair.heading()).toBe('Omröstningen har startat')
	await look(chair, 'ballot-opened')
}

/** Two by mail and one by card vote yes; the second of them signs afterwards, when the text is adopted. */
export async function vote(walk: Walk, card: Card): Promise<void> {
	const { samsvar, look } = walk
	await samsvar.runScheduled()
	for (const [index, { association, name, email }] of DELEGATES.entries()) {
		const voter = await newPerson(walk)
		if (email === '') {
			await voter.open(`${samsvar.origin}/sign-in/card`)
			await voter.fill('Kortets namn', card.handle)
			await voter.fill(/^En kod/, card.code)
			await voter.press('Logga in')
			await look(voter, 'voter-card')
			await voter.pressLink(`Rösta för ${association}`)
		} else {
			await voter.open(await linkInMail(samsvar, email, /^Rösta: /))
			await voter.press(`Fortsätt som ${name}`)
		}
		if (index === 0) await look(voter, 'vote')
		const how = index === 1 ? 'svarar senare' : 'står bakom'
		await voter.press(new RegExp(`${association} röstar ja, och ${how}`))
		expect(await voter.heading()).toBe(`Rösten från ${association} är registrerad`)
		await voter.close()
	}
}

export async function sign(walk: Walk): Promise<void> {
	const [, signer] = DELEGATES
	await walk.samsvar.runScheduled()
	const voter = await newPerson(walk)
	await voter.open(await linkInMail(walk.samsvar, signer.email, /^Står ni bakom\?/))
	await voter.press(`Fortsätt som ${signer.name}`)
	await walk.look(voter, 'sign')
	await voter.press(/står bakom/)
	await walk.look(voter, 'signed')
	await voter.close()
}

/** Counts, and publishes; gives the address of what is published. */
export async function count({ look }: Walk, chair: Person): Promise<void> {
	await chair.pressLink('Arbetsrum')
	await look(chair, 'work-voted')
	await chair.pressLink('Räkna rösterna')
	await chair.press('Stäng och räkna rösterna')
	expect(await chair.heading()).toBe('Texten är antagen')
	await look(chair, 'counted')
}

export async function publish({ look }: Walk, chair: Person, label: string): Promise<string> {
	await chair.pressLink('Arbetsrum')
	await chair.pressLink('Publicera')
	await look(chair, 'publish')
	await chair.press(`Publicera som ${label}`)
	expect(await chair.heading()).toBe(`Svaret är publicerat som ${label}`)
	await chair.pressLink('Visa det publicerade svaret')
	return chair.page.url()
}

export const publicPage = ({ samsvar }: Walk) => `${samsvar.origin}/${SLUG}`
export const workspace = ({ samsvar }: Walk) => `${samsvar.origin}/${SLUG}/work`
