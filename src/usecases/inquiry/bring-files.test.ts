import { expect, test } from 'vitest'
import type { InquiryId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { tokenFor } from '#test/support/api.ts'
import { testApp } from '#test/support/app.ts'
import { codeOf, createCoalitionWorld, HOUR } from '#test/support/world.ts'
import { takeLogo } from '#usecases/coalition/change-settings.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { Order } from '#usecases/perform.ts'
import { attachFile } from './inquiry-files.ts'
import { takeNotice } from './take-notice.ts'

/** Every act with something brought, each of which cannot be opened. Gives what is answered, and how often it was opened. */
async function brought(world: Awaited<ReturnType<typeof createCoalitionWorld>>, by: Order<null>['actor']) {
	let opened = 0
	const open = () => {
		opened += 1
		return refuse({ code: 'empty', field: 'file' } as const)
	}
	const order = <Command>(command: Command) => ({ ...world.order(world.chair, command), actor: by })
	const inquiryId = 'no such inquiry' as InquiryId
	const answers = [
		await takeNotice(world.deps, order({ how: 'file' as const, open })),
		await attachFile(world.deps, order({ inquiryId, open })),
		await takeLogo(world.deps, order({ alt: '', open })),
	]
	return { answers: answers.map((answer) => codeOf(answer)), opened }
}

test('what is brought is opened for those who may do the act it is for, and for nobody else', async () => {
	await using world = await createCoalitionWorld()
	const by = async (id = world.chair) => brought(world, { by: 'person', id })
	expect(await by()).toEqual({ answers: ['empty', 'empty', 'empty'], opened: 3 })
	const refused = ['notAllowed', 'notAllowed', 'notAllowed']
	expect(await by(world.members[0]?.delegate)).toEqual({ answers: refused, opened: 0 })
	const token = await tokenFor(testApp(world), world.chair, ['write'])
	const answers = ['empty', 'empty', 'scopeMissing']
	expect(await brought(world, { by: 'token', hash: await sha256(token) })).toEqual({ answers, opened: 2 })
})

test('nothing more is opened for who has brought more than anybody does by hand, for an hour', async () => {
	await using world = await createCoalitionWorld()
	const bring = () => brought(world, { by: 'person', id: world.chair })
	for (let times = 0; times < 20; times += 1) expect((await bring()).opened).toBe(3)
	const answers = ['tooManyTries', 'tooManyTries', 'tooManyTries']
	expect(await bring()).toEqual({ answers, opened: 0 })
	world.clock.now += HOUR
	expect((await bring()).opened).toBe(3)
})

test('what comes as files is not opened where nothing keeps any', async () => {
	await using world = await createCoalitionWorld()
	const nowhere = { ...world, deps: { ...world.deps, files: null } }
	const answers = ['noFileStore', 'noFileStore', 'noFileStore']
	expect(await brought(nowhere, { by: 'person', id: world.chair })).toEqual({ answers, opened: 0 })
})
