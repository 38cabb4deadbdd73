import { expect, test } from 'vitest'
import { catalogue } from '#i18n/index.ts'
import { warmUp } from './warm-up.ts'

test('the example is drawn, with a statement, an inquiry and what waits', async () => {
	const { drafting, tasks, members } = catalogue('sv')
	const [me = '', workspace = '', ...others] = (await warmUp()).map((page) => page ?? '')
	const expected = [drafting.workspace, tasks.waitsOnYou, members.work.underWay, members.work.inquiries]
	expect(expected.filter((words) => !workspace.includes(words))).toEqual([])
	expect(me.includes(`<h1>${tasks.title}</h1>`)).toBe(true)
	expect(others.filter((page) => page !== me && page !== workspace)).toEqual([])
})
