import { expect, it } from 'vitest'
import type { Query } from '#db/client.ts'
import { href, routes } from '#routes'
import { signedIn, testApp } from '#test/support/app.ts'
import { at, delegate, plain, scene, text } from '#test/support/members-pages.ts'
import { draftStatement, granted, openedBallot } from '#test/support/world.ts'
import { receiveInquiry } from '#usecases/inquiry/handle-inquiry.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'

const REMISS = { title: 'Remiss om vård', sender: 'Regionen', dueOn: '2022-11-01' }

it('opens the workspace on what to do first, in one read', async () => {
	await using s = await scene([])
	const work = href(routes.workspace, at)
	const empty = plain(await text(s.chair, work))
	expect(empty).toMatch(/Kom igång 0 av 7 steg är klara.*1 Lägg in föreningarna De som ska rösta/)
	expect(empty).not.toContain('Väntar på dig')
	let reads = 0
	const { db } = s.world.deps
	const counted: typeof db = {
		...db,
		read: <Values extends readonly unknown[]>(...queries: { [Index in keyof Values]: Query<Values[Index]> }) => {
			reads += 1
			return db.read<Values>(...queries)
		},
	}
	const app = testApp({ ...s.world, deps: { ...s.world.deps, db: counted } })
	const chair = await signedIn(app, s.world.chair)
	await text(chair, work)
	expect(reads).toBe(1)
})

it('ticks the first steps that are done, by what there is, until the first statement is published', async () => {
	await using s = await scene(['Attention'])
	const { world } = s
	const work = href(routes.workspace, at)
	const shown = async (browser = s.chair) => plain(await text(browser, work))
	expect(await shown()).toMatch(
		/2 av 7 steg är klara.*Lägg in föreningarna : klart. 1 förening.*3 Gå igenom inställningarna/,
	)
	expect(await shown(await signedIn(s.app, delegate(world)))).not.toContain('Kom igång')
	await s.chair.post(href(routes.associations, at), { name: 'RSMH', area: '' })
	expect(await shown()).toContain('1 av 2 föreningar har en ordinarie. De andra kan inte rösta än.')
	const statement = await draftStatement(world)
	expect(await shown()).toMatch(/Börja på texten : klart. Ett svar/)
	await openedBallot(world, statement)
	expect(await shown()).toMatch(/Låt föreningarna rösta : klart. Föreningarna har fått frågan/)
})

it('offers a chair without e-mail a card first, and no more once it is printed', async () => {
	await using s = await scene([])
	await s.world.db.write(["DELETE FROM address WHERE email = 'ove@example.org'"])
	const work = await text(s.chair, href(routes.workspace, at))
	expect(plain(work)).toContain('Skriv ut ett kort åt dig själv')
	const seat = /\/seats\/([^/"]+)\/cards/.exec(work)?.[1] ?? ''
	expect((await s.chair.post(href(routes.seatCards, { ...at, seat }))).status).toBe(200)
	expect(plain(await text(s.chair, href(routes.workspace, at)))).not.toContain('Skriv ut ett kort åt dig själv')
})

it('shows in the workspace what waits on whoever looks, what is under way and what has come in', async () => {
	await using s = await scene()
	const { world } = s
	const statement = await draftStatement(world)
	const facts = {
		...REMISS,
		references: '',
		sendTo: '',
		copyTo: '',
		documents: [],
		note: '',
	}
	granted(await receiveInquiry(world.deps, world.order(world.chair, facts)))
	await openedBallot(world, statement)
	const work = href(routes.workspace, at)
	const disa = plain(await text(await signedIn(s.app, delegate(world)), work))
	expect(disa).toContain('Rösta för Attention')
	expect(disa).toContain('Ett svar')
	expect(disa).toContain('Remiss om vård')
	expect(disa).not.toContain('Inställningar')
	const own = plain(await text(s.chair, work))
	expect(own).not.toContain('Rösta för')
	expect(own).toContain('Nu röstar föreningarna')
	expect(own).toContain('Inställningar')
})

it('lists an inquiry once: not among those to take up when an answer to it is under way', async () => {
	await using s = await scene()
	const { world } = s
	const facts = { ...REMISS, references: '', sendTo: '', copyTo: '', documents: [], note: '' }
	const { inquiryId } = granted(await receiveInquiry(world.deps, world.order(world.chair, facts))).value
	const work = href(routes.workspace, at)
	expect(plain(await text(s.chair, work))).toContain('Remisser att ta ställning till')
	const start = { kind: 'response', language: 'sv', title: 'Vårt svar', track: 'full', inquiryId } as const
	granted(await startStatement(world.deps, world.order(world.chair, start)))
	const then = plain(await text(s.chair, work))
	expect(then).toContain('Vårt svar')
	expect(then).not.toContain('Remisser att ta ställning till')
})

it('leads members from the name of the coalition to where they work, and everybody else to its public page', async () => {
	await using s = await scene()
	const to = async (browser: typeof s.chair, path: string) =>
		/class="coalition" href="([^"]*)"/.exec(await text(browser, path))?.[1]
	const own = await signedIn(s.app, delegate(s.world))
	expect(await to(own, href(routes.members, at))).toBe(href(routes.workspace, at))
	expect(await to(s.app.browser(), href(routes.coalition, at))).toBe(href(routes.coalition, at))
})
