import { expect, it } from 'vitest'
import { href, routes } from '#routes'
import { hiddenFields, ORIGIN, signedIn, testApp } from '#test/support/app.ts'
import { BLOCKS, createCoalitionWorld, granted, openedBallot, SLUG } from '#test/support/world.ts'
import { receiveInquiry } from '#usecases/inquiry/handle-inquiry.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'

const at = { coalition: SLUG }
const STANDS = 'Skicka tillbaka texten först, eller vänta tills den är publicerad.'

async function scene() {
	const world = await createCoalitionWorld()
	const { deps, order } = world
	const facts = { title: 'Bygg ut stödet', sender: 'Socialstyrelsen', references: 'S1', dueOn: null }
	const rest = { sendTo: '', copyTo: '', documents: [], note: '' }
	const { inquiryId } = granted(await receiveInquiry(deps, order(world.chair, { ...facts, ...rest }))).value
	const start = { kind: 'response', language: 'sv', title: 'Ett svar', track: 'full', inquiryId } as const
	const { statementId } = granted(await startStatement(deps, order(world.chair, start))).value
	granted(await editDocument(deps, order(world.chair, { statementId, edit: { do: 'write', blocks: BLOCKS } })))
	const chair = await signedIn(testApp(world), world.chair)
	return {
		...{ world, chair, statementId, edit: href(routes.editInquiry, { ...at, inquiry: inquiryId }) },
		[Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
	}
}

it('shows what an answer is published with as it stands while it is voted on, and takes the rest', async () => {
	await using s = await scene()
	expect(await (await s.chair.get(s.edit)).text()).toMatch(
		/<input[^>]*type="text"[^>]*name="title"|name="title"[^>]*type="text"/,
	)
	await openedBallot(s.world, s.statementId)
	const html = await (await s.chair.get(s.edit)).text()
	expect(html).toContain('Det går inte att ändra rubriken, avsändaren och diarienumret nu.')
	expect(html).toContain(STANDS)
	expect(html.match(/<input[^>]*name="(title|sender|references)"[^>]*>/g)).toHaveLength(3)
	for (const field of html.match(/<input[^>]*name="(title|sender|references)"[^>]*>/g) ?? [])
		expect(field).toContain('type="hidden"')
	const saved = await s.chair.post(s.edit, { ...hiddenFields(html), note: 'Ring Anna.' })
	expect(saved.status, await saved.clone().text()).toBe(303)
	const page = await (await s.chair.get(new URL(saved.headers.get('location') ?? '', ORIGIN).pathname)).text()
	for (const shown of ['Bygg ut stödet', 'Socialstyrelsen', 'S1', 'Ring Anna.']) expect(page).toContain(shown)
})

it('refuses what was typed before the ballot opened, on its field and as typed', async () => {
	await using s = await scene()
	const before = hiddenFields(await (await s.chair.get(s.edit)).text())
	await openedBallot(s.world, s.statementId)
	const refused = await s.chair.post(s.edit, { ...before, title: 'Lägg ned stödet', sender: 'Socialstyrelsen' })
	expect(refused.status).toBe(409)
	const html = await refused.text()
	expect(html).toContain('Det går inte att ändra rubriken nu. Det publiceras med ”Ett svar”')
	expect(html).toContain('value="Lägg ned stödet"')
})

it('does not offer another name or series while a text is voted on, and refuses them', async () => {
	await using s = await scene()
	await openedBallot(s.world, s.statementId)
	const pages = [
		[href(routes.settingsName, at), 'namnet', { name: 'Fiender' }],
		[href(routes.settingsSeries, at), 'seriens beteckning', { seriesPrefix: 'FI' }],
	] as const
	for (const [path, what, fields] of pages) {
		const html = await (await s.chair.get(path)).text()
		expect(html).toContain(`Det går inte att ändra ${what} nu.`)
		expect(html).not.toContain(`name="${Object.keys(fields)[0]}"`)
		const refused = await s.chair.post(path, fields)
		expect(refused.status).toBe(409)
		expect(await refused.text()).toContain(`value="${Object.values(fields)[0]}"`)
	}
})
