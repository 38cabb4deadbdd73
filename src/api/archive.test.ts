import { expect, test } from 'vitest'
import { outcomeOf, programs } from '#test/support/api-programs.ts'
import { filtered } from '#test/support/curl.ts'
import { publishedStatement } from '#test/support/followed.ts'
import { createCoalitionWorld } from '#test/support/world.ts'
import { indexWaiting } from '#usecases/publication/index-published.ts'

test('a program searches the archive and narrows it, and is told what each choice leaves', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	await publishedStatement(world)
	await indexWaiting(world.deps)
	const read = async (query: string) => (await delegates[0].get(`archive${query}`)).body
	const all = await read('')
	expect(all).toMatchObject({ total: 1, years: [{ count: 1 }], languages: [{ value: 'sv', count: 1 }] })
	const [year, text] = ['.years[0].value', '.statements[0].title'].map((path) => String(filtered(all, path)))
	expect(await read(`?year=${year}&language=sv&search=${encodeURIComponent(text ?? '')}`)).toMatchObject({ total: 1 })
	expect(await read('?year=1999')).toMatchObject({ total: 0, statements: [], years: [{ value: year, count: 1 }] })
	expect(await read('?search=finnsintealls')).toMatchObject({ total: 0, statements: [] })
	expect(await read('?part=2')).toMatchObject({ total: 1, statements: [] })
	expect(outcomeOf(await chair.get('archive?part=0'))).toMatch(/^422/)
})
