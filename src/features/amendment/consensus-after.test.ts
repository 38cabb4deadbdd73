import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalSentence } from '#i18n/refusals.ts'
import { type Browser, signedIn } from '#test/support/app.ts'
import { type At, atWork, textOf } from '#test/support/comment-pages.ts'
import { type ListedAmendment, objecting, openedList, settling } from '#test/support/consensus.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, type Member } from '#test/support/world.ts'
import { decideAmendment } from '#usecases/amendment/amendment.ts'

let world: CoalitionWorld
let at: At
let anna: Browser
let lists: string
const members = () => world.members as readonly [Member, Member, Member]
const byChair = <Command>(command: Command) => world.order(world.chair, command)

beforeEach(async () => {
	world = await createCoalitionWorld()
	at = await atWork(world)
	anna = await signedIn(at.app, members()[1].delegate)
	lists = `${at.base}/amendments/lists`
})
afterEach(() => world[Symbol.asyncDispose]())

test('what a list left open is told as what was, beside what has become of it since', async () => {
	const list = await openedList(world, undefined, at.statement)
	const [first] = list.items as [ListedAmendment]
	granted(await objecting(world, list, members()[1], [first]))
	world.clock.now = list.closesAt
	granted(await settling(world, list))
	const path = `${lists}/${list.listId}`
	const rejected = /Lämnades öppet: någon invände<\/span><span [^>]*>(<svg.*?<\/svg>)?Avslaget/
	expect(await textOf(anna, path)).not.toMatch(rejected)
	const decision = { statementId: at.statement, ...first, outcome: 'rejected', note: 'Nej.' } as const
	granted(await decideAmendment(world.deps, byChair(decision)))
	const page = await textOf(anna, path)
	expect(page).toContain('1 yrkande är bifallet. 1 yrkande lämnades öppet.')
	expect(page).toMatch(rejected)
})

test('where somebody could not answer nobody’s silence is called a yes', async () => {
	const list = await openedList(world, undefined, at.statement)
	// As when somebody was erased: their seat is over, whoever it leaves without a voice.
	const gone = members()[2].delegate
	await world.db.write([{ sql: 'UPDATE seat SET ended_at = ? WHERE person_id = ?', args: [world.clock.now + 1, gone] }])
	granted(await objecting(world, list, members()[1], []))
	world.clock.now = list.closesAt
	granted(await settling(world, list))
	const page = await textOf(anna, `${lists}/${list.listId}`)
	expect(page).toContain('Kunde inte svara')
	expect(page).toContain('Svarade inte')
	expect(page).not.toContain('ja till alla</span>')
	expect(page).toContain('Alla yrkanden lämnades öppna')
})

test('neither the text nor what is on a list is offered for a ballot while it asks: the way there is to the list', async () => {
	const list = await openedList(world, undefined, at.statement)
	const [first] = list.items as [ListedAmendment]
	for (const path of ['/ballots/new', `/amendments/${first.amendmentId}/ballots/new`]) {
		const page = await textOf(at.chair, at.base + path)
		expect(page).toContain(`href="${lists}/${list.listId}"`)
		expect(page).not.toContain('name="objectBy"')
	}
})

test('what associations adopted and the text has no place for is not sent to be reopened', () => {
	const refused = { code: 'amendmentsInTheWay', numbers: [1] } as const
	expect(refusalSentence('sv', refused)).toContain('sätt tillbaka textens ord, eller skriv in yrkandets ord')
	expect(refusalSentence('en', refused)).toContain('put the words of the text back, or write those of the amendment')
})
