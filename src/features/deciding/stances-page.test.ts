import { expect, test } from 'vitest'
import { href, routes } from '#routes'
import { signedIn, testApp } from '#test/support/app.ts'
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
