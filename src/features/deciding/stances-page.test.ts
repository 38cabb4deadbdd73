import { expect, test } from 'vitest'
import type { StatementId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { hiddenFields, signedIn, testApp } from '#test/support/app.ts'
import { createCoalitionWorld, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'

const BLOCKS = [
	{ kind: 'position', text: 'Vården ska vara *jämlik*. Det gäller särskilt:' },
	{ kind: 'subPoint', text: 'barn och unga' },
	{ kind: 'subPoint', text: 'äldre' },
	{ kind: 'paragraph', text: 'Ett stycke emellan.' },
	{ kind: 'position', text: 'Anhöriga ska få stöd.' },
] as const

/** The words between the tags. */
const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('a position is judged with its sub-points in sight, in the form and in the matrix', async () => {
	await using world = await createCoalitionWorld(['Attention', 'AnBo'])
	const statementId = await draftStatement(world, BLOCKS)
	granted(await openConsultation(world.deps, world.order(world.chair, { statementId, dueAt: null })))
	const browser = await signedIn(testApp(world), world.members[0]?.delegate ?? world.chair)
	const response = await browser.get(href(routes.stances, { coalition: SLUG, statement: statementId }))
	const page = await response.text()
	const [form = '', rest = ''] = page.split('<div class="matrix')
	expect(words(form)).toContain('1. Vården ska vara jämlik. Det gäller särskilt: barn och unga äldre Tillstyrker')
	expect(words(rest)).toContain('1 Vården ska vara jämlik. Det gäller särskilt: barn och unga äldre Har inte svarat')
	const [, , second = ''] = rest.split('<th scope="row">')
	expect(words(second)).toContain('Anhöriga ska få stöd.')
	expect(words(second)).not.toContain('äldre')
})

async function asked() {
	const world = await createCoalitionWorld(['Attention', 'AnBo'])
	const statementId = await draftStatement(world, BLOCKS)
	granted(await openConsultation(world.deps, world.order(world.chair, { statementId, dueAt: null })))
	const delegate = await signedIn(testApp(world), world.members[0]?.delegate ?? world.chair)
	const path = href(routes.stances, { coalition: SLUG, statement: statementId })
	const page = await (await delegate.get(path)).text()
	const fields = hiddenFields(page, path)
	const positions = Object.keys(fields).flatMap((name) => /^version-(.+)$/.exec(name)?.[1] ?? [])
	const { client } = world.server
	return {
		...{ delegate, path, page, fields, positions, statementId },
		stances: async () =>
			(await allRows(client, 'SELECT stance, reason FROM stance ORDER BY stance DESC')).map(({ stance, reason }) => [
				stance,
				reason,
			]),
		comments: async (of: StatementId) =>
			(await allRows(client, 'SELECT text FROM comment WHERE statement_id = ?', [of])).map(({ text }) => text),
		[Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
	}
}

test('all is supported in one press, but for what was chosen otherwise, and the page says that it becomes public', async () => {
	await using at = await asked()
	expect(at.page).toContain('Vi tillstyrker allt')
	expect(at.page).toContain('kan alla läsa vad ni svarade och varför')
	// Enter in a field presses the first button there is, which must not be this one.
	expect(at.page.slice(at.page.indexOf('name="associationId"'))).toMatch(
		/^(?:(?!<button).)*<button type="submit" class="vh"[^>]*><\/button>/s,
	)
	const [, second = ''] = at.positions
	const chosen = { [`stance-${second}`]: 'oppose', [`reason-${second}`]: 'Det räcker inte.' }
	expect((await at.delegate.post(at.path, { ...at.fields, ...chosen, all: 'support' })).status).toBe(303)
	expect(await at.stances()).toEqual([
		['support', ''],
		['oppose', 'Det räcker inte.'],
	])
})

test('three answers are large, the shades stand behind them, and one that was chosen is in sight', async () => {
	await using at = await asked()
	const group = at.page.slice(at.page.indexOf('<fieldset'), at.page.indexOf('</fieldset>'))
	const [large = '', more = ''] = group.split('<details')
	expect([...large.matchAll(/type="radio"/g)].length).toBe(3)
	expect([...more.matchAll(/type="radio"/g)].length).toBe(3)
	const [first = ''] = at.positions
	await at.delegate.post(at.path, { ...at.fields, [`stance-${first}`]: 'abstain' })
	const again = await (await at.delegate.get(at.path)).text()
	expect(again).toMatch(/<details open[^>]*>(?:(?!<\/details>).)*value="abstain"[^>]*checked/s)
})

test('what else there is to say is saved with the stances, in one press, together or not at all', async () => {
	await using at = await asked()
	const [first = ''] = at.positions
	const both = { ...at.fields, [`stance-${first}`]: 'support', text: 'Vi vill också se en tidsplan.' }
	const tooLong = await at.delegate.post(at.path, { ...both, text: 'x'.repeat(20_000) })
	expect(tooLong.status).toBe(422)
	expect(await at.stances()).toEqual([])
	const page = await tooLong.text()
	expect(page).toMatch(/value="support"[^>]*checked/)
	expect((await at.delegate.post(at.path, { ...both, key: 'once' })).status).toBe(303)
	expect(await at.stances()).toEqual([['support', '']])
	expect(await at.comments(at.statementId)).toEqual(['Vi vill också se en tidsplan.'])
	await at.delegate.post(at.path, { ...both, key: 'once' })
	expect(await at.comments(at.statementId)).toHaveLength(1)
})

test('each button there is on the page sends all that was chosen: there is one form, and it comes back whole', async () => {
	await using at = await asked()
	const main = at.page.slice(at.page.indexOf('<main'), at.page.indexOf('</main>'))
	expect([...main.matchAll(/<form/g)]).toHaveLength(1)
	expect(main.indexOf('name="text"')).toBeLessThan(main.indexOf('</form>'))
	const [first = '', second = ''] = at.positions
	const chosen = {
		...{ [`stance-${first}`]: 'partial', [`reason-${first}`]: 'Nästan.', [`stance-${second}`]: 'oppose' },
		...{ [`reason-${second}`]: 'Det räcker inte.', text: 'Vi vill också se en tidsplan.' },
	}
	const buttons = [...main.matchAll(/<button type="submit"(?: name="(\w+)" value="(\w+)")?/g)]
	expect(buttons.length).toBeGreaterThan(2)
	for (const [, name, value = ''] of buttons) {
		const pressed = { ...at.fields, ...chosen, ...(name && { [name]: value }) }
		// Too long to be taken, so that it comes back.
		const refused = await at.delegate.post(at.path, { ...pressed, text: `${chosen.text} ${'x'.repeat(20_000)}` })
		const page = await refused.text()
		expect(refused.status).toBe(422)
		for (const [position, stance] of [
			[first, 'partial'],
			[second, 'oppose'],
		])
			expect(page).toMatch(new RegExp(`name="stance-${position}" value="${stance}"[^>]*checked`))
		for (const words of ['Nästan.', 'Det räcker inte.', 'Vi vill också se en tidsplan.']) expect(page).toContain(words)
		expect((await at.delegate.post(at.path, { ...pressed, key: `${name}-${value}` })).status).toBe(303)
		expect(await at.stances()).toEqual([
			['partial', 'Nästan.'],
			['oppose', 'Det räcker inte.'],
		])
	}
})
