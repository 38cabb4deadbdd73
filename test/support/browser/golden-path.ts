import type { Browser, BrowserContextOptions } from 'playwright-core'
import { expect } from 'vitest'
import { welcome } from '#local/first-run.ts'
import { golden, goldenPaste } from '#test/support/golden.ts'
import { linkInMail, type Person, PHONE, person } from './person.ts'
import type { Samsvar } from './samsvar.ts'
import { sender } from './sender.ts'

/** Who walks the path, and with what kind of browser. */
export type Walk = {
	readonly samsvar: Samsvar
	readonly browser: Browser
	readonly options: BrowserContextOptions
}

export const QUOTE_SOURCE = 'Sveriges kommuner och regioner, 2 september 2022'
const CHAIR = { name: 'Ingrid Ahl', email: 'ingrid@example.org' }
const INQUIRY = 'Nya samrådsgrupper vid etablering av länsgemensam samverkansstruktur'

/** Invented delegates of the nine associations, in their order. One has no e-mail. */
const DELEGATES = [
	{ name: 'Anna Lindqvist', email: 'anna@example.org' },
	{ name: 'Bo Hallén', email: 'bo@example.org' },
	{ name: 'Birgitta Ek', email: 'birgitta@example.org' },
	{ name: 'Fredrik Sund', email: 'fredrik@example.org' },
	{ name: 'Siv Nordin', email: '' },
	{ name: 'Filippa Ros', email: 'filippa@example.org' },
	{ name: 'Oskar Vinge', email: 'oskar@example.org' },
	{ name: 'Sara Mellin', email: 'sara@example.org' },
	{ name: 'Hedda Strand', email: 'hedda@example.org' },
] as const

type Member = { readonly name: string; readonly area: string; readonly delegate: string; readonly email: string }

export const MEMBERS: readonly Member[] = golden.blocks
	.flatMap((block) => (block.kind === 'memberList' ? block.members : []))
	.map(({ name, area }, index) => {
		const delegate = DELEGATES[index]
		if (!delegate) throw new Error('the golden example has more members than delegates here')
		return { name, area, delegate: delegate.name, email: delegate.email }
	})

/** A printed card, as it is read from the paper. */
export type Card = { readonly handle: string; readonly code: string }

/** The operator, who came by the link printed at the start, makes the coalition; the chair comes by mail. */
export async function found({ samsvar, browser, options }: Walk): Promise<Person> {
	const [first] = await welcome(samsvar.deps, samsvar.origin, true)
	const operator = await person(browser, options)
	await operator.open(first?.link ?? '')
	await operator.press(/^Fortsätt som/)
	await operator.pressLink('Drift: alla samverkan')
	await operator.pressLink('Skapa en samverkan')
	await operator.fill('Samverkans namn', 'NSPH Stockholms län')
	await operator.fill(/^Adress/, 'nsph-stockholm')
	await operator.fill('Beteckning i numren', 'NSPH-SL')
	await operator.choose('Vanliga regler')
	await operator.fill('För- och efternamn', CHAIR.name)
	await operator.fill(/^E-postadress/, CHAIR.email)
	await operator.press('Skapa samverkan')
	expect(await operator.heading()).toContain('NSPH Stockholms län')
	await operator.close()

	const chair = await person(browser, options)
	await chair.open(await linkInMail(samsvar, CHAIR.email, /^Välkommen till NSPH Stockholms län/))
	await chair.press(`Fortsätt som ${CHAIR.name}`)
	return chair
}

/**
 * Adds the associations in order, and a delegate to each: the first, and the one without e-mail, in the window, the others by the same
 * forms without one. Gives the card of the one without e-mail.
 */
export async function addMembers(chair: Person): Promise<Card> {
	let card: Card | null = null
	await chair.pressLink('Lägg till en förening')
	for (const [index, member] of MEMBERS.entries()) {
		if (index > 0 && member.email !== '') {
			await addBeside(chair, member)
			continue
		}
		await chair.fill('Föreningens namn', member.name)
		await chair.fill(/^Område/, member.area)
		await chair.press('Lägg till föreningen')
		await chair.pressLink(/ge föreningen en ordinarie/)
		await chair.fill('För- och efternamn', member.delegate)
		await chair.fill(/^E-postadress/, member.email)
		await chair.choose('Ordinarie')
		await chair.press('Ge uppdraget')
		if (member.email === '') {
			await chair.press('Gör ett kort att skriva ut')
			await chair.page.locator('.card .code').first().waitFor()
			const codes = await chair.page.locator('.card .code').allInnerTexts()
			card = { handle: codes[0]?.trim() ?? '', code: codes[1]?.trim() ?? '' }
		}
		await chair.page.getByRole('link', { name: 'Medlemmar', exact: true }).click()
	}
	await chair.page.reload()
	const shown = await chair.page.locator('table').first().locator('tbody th').allInnerTexts()
	expect(shown.map((text) => text.split('\n')[0])).toEqual(MEMBERS.map(({ name }) => name))
	if (card === null) throw new Error('nobody got a card')
	return card
}

async function addBeside({ context, page }: Person, { name, area, delegate, email }: Member): Promise<void> {
	const chair = sender(await context.cookies())
	await chair.open(page.url())
	await chair.press('Lägg till föreningen', { name, area })
	await chair.pressLink(/ge föreningen en ordinarie/)
	await chair.press('Ge uppdraget', { name: delegate, email, role: 'delegate' })
}

/** Takes the inquiry in by hand, and answers it with the golden text as it was pasted. */
export async function writeStatement(chair: Person): Promise<void> {
	await chair.page.getByRole('link', { name: 'Arbetsrum' }).click()
	await chair.pressLink('Ta in en remiss')
	await chair.pressLink('Skriv in remissen för hand')
	await chair.fill('Vad gäller remissen?', INQUIRY)
	await chair.fill(/^Vem skickar den/, 'Region Stockholm')
	await chair.fill(/^Diarienummer/, 'RS 2022-0417')
	await chair.fill(/^Svaret ska vara framme/, '2022-11-30')
	await chair.press('Lägg in remissen')
	await chair.pressLink('Börja svara')
	await chair.choose('En text jag redan har')
	await chair.press('Börja på ett svar')

	await chair.fill('Text', goldenPaste)
	await chair.press('Visa hur den blir')
	expect(await chair.page.getByLabel('Använd också rubriken från texten').isChecked()).toBe(true)
	await chair.press(/^Använd texten/)
	expect(await chair.heading()).toBe(golden.title)
	const quotes = golden.blocks.filter(({ kind }) => kind === 'quote').length
	for (let index = 0; index < quotes; index += 1) {
		await chair.page.getByRole('link', { name: 'Ändra Citat' }).nth(index).click()
		const quote = await chair.page.getByLabel('Text', { exact: true }).inputValue()
		await chair.fill('Text', `${quote}\n{källa: ${QUOTE_SOURCE}}`)
		await chair.press('Spara')
	}
}

/**
 * The text goes out; one delegate says at a phone what her association thinks, and stays signed in; another supports all of it.
 * `presses`: how often that one pressed, from her mail to what she thinks of ten positions.
 */
export async function consult(
	chair: Person,
	{ samsvar, browser, options }: Walk,
): Promise<{ readonly signedIn: Person; readonly presses: number }> {
	await chair.pressLink('Skicka ut texten för synpunkter')
	await chair.fill(/^När vill ni ha synpunkterna/, '2022-10-28')
	await chair.press('Skicka ut texten')
	const [member, second] = MEMBERS
	const delegate = await person(browser, { ...options, ...PHONE })
	await delegate.open(await linkInMail(samsvar, member?.email ?? '', /^Vad tycker ni/))
	await delegate.press(`Fortsätt som ${member?.delegate}`)
	await delegate.page.getByRole('group', { name: /^1\. / }).getByLabel('Tillstyrker', { exact: true }).check()
	await delegate.page.getByRole('group', { name: /^9\. / }).getByLabel('Avstyrker', { exact: true }).check()
	await delegate.press(`Spara för ${member?.name}`)
	await delegate.page.getByText(/har svarat på 2 ståndpunkter/).waitFor()

	const other = await person(browser, { ...options, ...PHONE })
	await other.follow(await linkInMail(samsvar, second?.email ?? '', /^Vad tycker ni/))
	await other.press(`Fortsätt som ${second?.delegate}`)
	await other.press('Vi tillstyrker allt')
	await other.see(/har svarat på 10 ståndpunkter/)
	await other.close()
	return { signedIn: delegate, presses: other.presses() }
}

/** Checks and opens the ballot, which closes before the clock has moved far. */
export async function openBallot(chair: Person): Promise<void> {
	await chair.pressLink('Arbetsrum')
	await chair.pressLink(golden.title)
	await chair.pressLink(/^Starta omröstning/)
	await chair.fill('Sista dag att rösta', '2022-10-21')
	await chair.fill('Sista dag att skriva under', '2022-10-28')
	await chair.press('Gå vidare och kontrollera')
	await chair.page.getByText('fredag 21 oktober 2022 kl. 20.00').waitFor()
	await chair.tick(/vill starta omröstningen ändå/)
	await chair.press('Starta omröstningen')
	expect(await chair.heading()).toBe('Omröstningen har startat')
}

/**
 * Every delegate votes yes with the sign-off: from her mail, or with the card. In a window those who have a session, a link and a card,
 * the others by the same pages without one. Gives how often each pressed.
 */
export async function voteAll(walk: Walk, signedIn: Person, card: Card): Promise<Presses> {
	await walk.samsvar.runScheduled()
	const [first, ...others] = MEMBERS
	if (!first) throw new Error('there are no members')
	const withSession = await voteIn(signedIn, first, () => followed(walk, signedIn, first))
	let withCard = 0
	const withoutSession: number[] = []
	for (const [index, member] of others.entries()) {
		if (member.email === '') {
			const voter = await person(walk.browser, walk.options)
			withCard = await voteIn(voter, member, () => enterByCard(voter, walk.samsvar.origin, card, member.name))
		} else if (index === 0) {
			const voter = await person(walk.browser, walk.options)
			const enter = async () => {
				await followed(walk, voter, member)
				await voter.press(`Fortsätt som ${member.delegate}`)
			}
			withoutSession.push(await voteIn(voter, member, enter))
		} else withoutSession.push(await voteBeside(walk, member))
	}
	return { withSession, withoutSession, withCard }
}

const followed = async ({ samsvar }: Walk, voter: Pick<Person, 'follow'>, { email }: Member) =>
	voter.follow(await linkInMail(samsvar, email, /^Rösta: /))

async function voteIn(voter: Person, { name }: Member, enter: () => Promise<void>): Promise<number> {
	const before = voter.presses()
	await enter()
	await voter.press(new RegExp(`${name} röstar ja, och står bakom`))
	expect(await voter.heading()).toBe(`Rösten från ${name} är registrerad`)
	await voter.see(STANDS_BEHIND)
	const pressed = voter.presses() - before
	await voter.close()
	return pressed
}

async function voteBeside(walk: Walk, member: Member): Promise<number> {
	const voter = sender()
	await followed(walk, voter, member)
	await voter.press(`Fortsätt som ${member.delegate}`)
	await voter.press(new RegExp(`${member.name} röstar ja, och står bakom`))
	expect(voter.shown()).toContain(`Rösten från ${member.name} är registrerad`)
	expect(voter.shown()).toContain(STANDS_BEHIND)
	return voter.presses()
}

const STANDS_BEHIND = 'Om texten antas står föreningen bakom den.'

/** From the mail, or from the sign-in page with a card, to the recorded vote and sign-off. */
export type Presses = {
	readonly withSession: number
	readonly withoutSession: readonly number[]
	readonly withCard: number
}

async function enterByCard(voter: Person, origin: string, { handle, code }: Card, association: string): Promise<void> {
	await voter.open(`${origin}/sign-in/card`)
	await voter.fill('Kortets namn', handle)
	await voter.fill(/^En kod/, code)
	await voter.press('Logga in')
	await voter.pressLink(`Rösta för ${association}`)
}

/** The chair closes the ballot early, checks, and publishes. Gives the address of what is published. */
export async function publish(chair: Person): Promise<string> {
	await chair.page.reload()
	await chair.pressLink('Arbetsrum')
	await chair.pressLink(golden.title)
	await chair.pressLink('Omröstning')
	await chair.pressLink('Stäng omröstningen')
	await chair.press('Stäng och räkna rösterna')
	expect(await chair.heading()).toBe('Texten är antagen')
	await chair.pressLink('Arbetsrum')
	await chair.pressLink('Publicera')
	await chair.see('NSPH-SL 2022:1')
	await chair.press('Publicera som NSPH-SL 2022:1')
	expect(await chair.heading()).toBe('Svaret är publicerat som NSPH-SL 2022:1')
	await chair.pressLink('Visa det publicerade svaret')
	const address = chair.page.url()
	await chair.close()
	return address
}
