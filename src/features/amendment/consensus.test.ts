import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Browser, hiddenFields, signedIn } from '#test/support/app.ts'
import { type At, atWork, comment, textOf, versionOf } from '#test/support/comment-pages.ts'
import { objecting, openedList, putForward, settling } from '#test/support/consensus.ts'
import { type CoalitionWorld, createCoalitionWorld, DAY, granted, type Member } from '#test/support/world.ts'
import { openAmendmentBallot } from '#usecases/deciding/open-amendment-ballot.ts'

let world: CoalitionWorld
let at: At
let anna: Browser
let lists: string
const other = () => world.members[1] as Member

beforeEach(async () => {
	world = await createCoalitionWorld()
	at = await atWork(world)
	anna = await signedIn(at.app, other().delegate)
	lists = `${at.base}/amendments/lists`
})
afterEach(() => world[Symbol.asyncDispose]())

const ticksIn = (page: string) =>
	[...page.matchAll(/<input type="checkbox"[^>]*?name="chosen\[\]" value="([^"]+)"([^>]*)>/g)].map(
		([, value = '', more = '']) => ({ value, ticked: more.includes('checked') }),
	)
const tickOf = ({ amendmentId, versionId }: Awaited<ReturnType<typeof putForward>>) => `${amendmentId} ${versionId}`

test('the chair finds what nobody is against ticked, and the rest unticked with what speaks against it', async () => {
	const { block, version } = await versionOf(at, 'arvoderade')
	const one = await putForward(world, at.statement, 'Kommunen ska betala resor.')
	const action = `${at.base}/amendments?part=${block}`
	for (const text of ['Råd ska vara avlönade.', 'Råd ska vara ersatta.']) {
		const shown = await textOf(at.disa, `${at.base}/amendments/new?part=${block}`)
		const fields = { ...hiddenFields(shown, action), text, reason: 'Klarare så.', confirmed: '1' }
		expect((await at.disa.post(action, fields)).status).toBe(303)
	}
	await comment(anna, at.base, version, 'Räcker pengarna?')
	const page = await textOf(at.chair, lists)
	const ticks = ticksIn(page)
	expect(ticks.filter(({ ticked }) => ticked)).toEqual([{ value: tickOf(one), ticked: true }])
	expect(ticks).toHaveLength(3)
	expect(page).toMatch(/<strong>Krockar med Y3\. En synpunkt på samma ställe väntar på svar\.<\/strong>/)
	const sent = await at.chair.post(lists, {
		...hiddenFields(page, lists),
		'chosen[]': ticks.map(({ value }) => value),
		objectBy: '2022-12-24',
	})
	expect(sent.status).toBe(409)
	const again = await sent.text()
	expect(again).toContain('Y2 och Y3 vill olika saker med samma ord')
	expect(ticksIn(again).every(({ ticked }) => ticked)).toBe(true)
	expect(again).toContain('value="2022-12-24"')
	expect(await textOf(anna, lists)).not.toContain('<form action="/nsph-sl/statements')
})

test('too short a time is refused in a sentence, and a list is opened by one press', async () => {
	const one = await putForward(world, at.statement, 'Kommunen ska betala resor.')
	const page = await textOf(at.chair, lists)
	const fields = { ...hiddenFields(page, lists), 'chosen[]': [tickOf(one)] }
	const short = await at.chair.post(lists, { ...fields, objectBy: '2022-10-06' })
	expect([short.status, (await short.text()).includes('Föreningarna ska få minst 7 dagar på sig')]).toEqual([422, true])
	const sent = await at.chair.post(lists, { ...fields, objectBy: '2022-11-24' })
	const to = sent.headers.get('location') ?? ''
	expect(to).toMatch(/\/amendments\/lists\/[^/]+\?done=opened$/)
	const twice = await at.chair.post(lists, { ...fields, objectBy: '2022-11-24' })
	expect(twice.headers.get('location')).toBe(to)
	expect(await textOf(at.chair, to)).toMatch(/Yrkandet blir bifallet .*24 november 2022.*om ingen förening invänder/)
	expect(await textOf(at.chair, lists)).toContain('Föreningarna svarar på en lista i taget')
	expect(await textOf(anna, `${at.base}/amendments`)).toMatch(/Föreningarna tillfrågas om 1 yrkande till .*lists\//)
})

test('a delegate objects to one and agrees to the rest in one form; all see who, and why', async () => {
	const list = await openedList(world, undefined, at.statement)
	const path = `${lists}/${list.listId}`
	const [first, second] = list.items.map(({ amendmentId }) => amendmentId)
	expect(await textOf(anna, at.base)).toContain(`href="${path}#list-${other().associationId}"`)
	const page = await textOf(anna, path)
	const answers = `${path}/answers`
	const fields = hiddenFields(page, answers)
	const unsaid = await anna.post(answers, { ...fields, [`reason-${first}`]: 'För dyrt för oss.' })
	const refused = await unsaid.text()
	expect([unsaid.status, refused.includes('utan att kryssa i att ni invänder')]).toEqual([422, true])
	expect(refused).toMatch(/>\n?För dyrt för oss\.<\/textarea>/)
	const done = await anna.post(answers, { ...fields, [`objects-${first}`]: 'yes', [`reason-${first}`]: 'För dyrt.' })
	expect(done.headers.get('location')).toBe(`${path}?done=answered`)
	expect(await textOf(anna, at.base)).not.toContain(`#list-${other().associationId}`)
	const seen = await textOf(at.disa, path)
	expect(seen).toContain('invänder: För dyrt.')
	expect(seen).toContain('Invänder mot Y1')
	expect(await textOf(at.disa, `${at.base}/amendments/${first}`)).toMatch(
		/Föreningarna tillfrågas till .*\n?.*invänder: För dyrt\./s,
	)
	expect(await textOf(at.disa, `${at.base}/amendments/${second}`)).not.toContain('invänder:')
	world.clock.now = list.closesAt
	const late = await anna.post(answers, {
		...fields,
		[`reason-${second}`]: 'Jag hann inte läsa det här förrän nu, och vi har inte råd.',
		[`objects-${second}`]: 'yes',
	})
	const told = await late.text()
	expect([late.status, told.includes('Tiden är ute')]).toEqual([409, true])
	expect(told).toContain('Jag hann inte läsa det här förrän nu, och vi har inte råd.')
	granted(await settling(world, list))
	expect(await textOf(anna, path)).toMatch(/1 yrkande är bifallet\. 1 yrkande lämnades öppet/)
	expect(await textOf(anna, `${at.base}/amendments/${second}`)).toContain(
		'Bifallet av föreningarna i en samförståndslista',
	)
	expect(await textOf(anna, `${at.base}/amendments/${first}`)).toContain('I en samförståndslista invände någon')
	const history = await textOf(at.chair, `${at.base}/history`)
	expect(history).toContain('En samförståndslista blev klar: Y1 och Y2')
	expect(history).toContain('En förening svarade på en samförståndslista: Y1 och Y2')
	expect(history).toMatch(
		/Ett yrkande avgjordes i en samförståndslista: Y2<\/strong><span class="hint"> [^,<]*<\/span>/,
	)
})

test('what is asked about offers neither author nor chair what would be refused, and is not among what is merged', async () => {
	const list = await openedList(world, ['Kommunen ska betala resor.'], at.statement)
	const [{ amendmentId }] = list.items as [(typeof list.items)[number]]
	const one = `${at.base}/amendments/${amendmentId}`
	expect(await textOf(at.disa, one)).not.toContain(`${one}/withdrawal`)
	expect(await textOf(at.chair, one)).not.toContain(`${one}/decision`)
	expect(await textOf(anna, one)).toContain(`${one}/joinings`)
	const merging = await textOf(at.chair, `${at.base}/amendments/merging`)
	expect(merging).not.toContain(`value="${amendmentId}`)
	expect(merging).toContain(`om dem: <a href="${one}"`)
})

test('a list is cancelled with a reason that all read, and then asks nobody', async () => {
	const list = await openedList(world, undefined, at.statement)
	const path = `${lists}/${list.listId}`
	const cancellation = `${path}/cancellation`
	expect((await anna.get(cancellation)).status).toBe(403)
	const page = await textOf(at.chair, cancellation)
	const sent = await at.chair.post(cancellation, { ...hiddenFields(page, cancellation), reason: 'Fel yrkanden.' })
	expect(sent.headers.get('location')).toBe(`${path}?done=cancelled`)
	const seen = await textOf(anna, path)
	expect(seen).toContain('Fel yrkanden.')
	expect(seen).not.toContain('/answers"')
	expect(await textOf(at.chair, cancellation)).toContain('avbruten, så inget avgörs genom den')
	expect(await textOf(at.chair, lists)).toContain('Gör en ny lista')
})

test('where the bylaws do not take silence for consent, that is said and no form is shown', async () => {
	await using strict = await createCoalitionWorld(undefined, 'writtenProcedure')
	const there = await atWork(strict)
	await putForward(strict, there.statement, 'Kommunen ska betala resor.')
	const page = await textOf(there.chair, `${there.base}/amendments/lists`)
	expect(page).toContain('låter inte tystnad räknas som ja')
	expect(page).not.toContain('name="objectBy"')
})

test('after an objection that came when the time was up what an association said stands', async () => {
	const list = await openedList(world, undefined, at.statement)
	granted(await objecting(world, list, other(), list.items))
	world.clock.now = list.closesAt
	granted(await settling(world, list))
	expect(await textOf(anna, `${lists}/${list.listId}`)).toContain(
		'Inget yrkande är bifallet. 2 yrkanden lämnades öppna.',
	)
})

test('what the associations vote on cannot be put on a list, and that is said with a link to it', async () => {
	const one = await putForward(world, at.statement, 'Kommunen ska betala resor.')
	const other = await putForward(world, at.statement, 'Alla ska få lön.')
	expect(await textOf(at.chair, lists)).not.toContain('föreningarna röstar om')
	const command = { statementId: at.statement, ...one, against: null, closesAt: world.clock.now + 8 * DAY }
	granted(await openAmendmentBallot(world.deps, world.order(world.chair, command)))
	const page = await textOf(at.chair, lists)
	expect(ticksIn(page)).toEqual([{ value: tickOf(other), ticked: true }])
	const named = `<a href="${at.base}/amendments/${one.amendmentId}">Y1 från Attention</a>`
	expect(page).toContain(`Inte med här, för föreningarna röstar om dem nu: ${named}.`)
})
