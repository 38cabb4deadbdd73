import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type AdminCommand, openPlace } from '#local/admin-command.ts'
import { startTestServer } from '#local/libsql/test-server.ts'
import { admin, adminHere } from '#test/support/admin.ts'
import { ownFolder } from '#test/support/exported.ts'
import { on, runCommand } from '#test/support/run-command.ts'
import { secretBallot } from '#test/support/secret-ballot.ts'
import { createCoalitionWorld, SLUG } from '#test/support/world.ts'
import { command as backup } from './backup.ts'
import { command as exportTo } from './export.ts'
import { command as importFrom } from './import.ts'
import { command as rebuild } from './rebuild.ts'
import { command as restore } from './restore.ts'

/** Runs a command in this process, as it stands before the command line. */
async function onData(command: AdminCommand, directory: string, args: string[]) {
	const { close, ...opened } = openPlace({ directory })
	try {
		return await runCommand(command, opened, args)
	} finally {
		close()
	}
}

const NEW = [
	'coalition',
	'create',
	'--slug',
	'hjarnkoll',
	'--name',
	'Hjärnkoll',
	'--prefix',
	'HJ',
	'--chair-name',
	'Åke Ek',
]

test('a coalition is created, exported, imported, backed up and restored, and is the same in the end', async () => {
	const folder = await ownFolder()
	const at = (name: string) => join(folder, name)
	expect(await admin([...NEW, '--data', at('one')])).toMatchObject({ code: 0, out: expect.stringMatching(/^http/) })
	const first = await admin(['export', 'hjarnkoll', at('1.tar'), '--data', at('one')])
	expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/^[0-9a-f]{64} {2}/) })
	expect(first.said).toContain('Notifications that wait to be mailed: 1.')
	const imported = await admin(['import', at('1.tar'), '--data', at('two')])
	expect(imported).toMatchObject({ code: 0, out: 'http://localhost:8787/hjarnkoll\n' })
	expect(await admin(['backup', at('2.tar'), '--data', at('two')])).toMatchObject({ code: 0 })
	const restored = await admin(['restore', at('2.tar'), '--data', at('three')])
	expect(restored).toMatchObject({ code: 0, out: `${at('three')}\n` })
	const again = await adminHere(['export', 'hjarnkoll', at('3.tar'), '--data', at('three')])
	expect(again.out.slice(0, 64)).toBe(first.out.slice(0, 64))
	expect((await readdir(folder)).sort()).toEqual(['1.tar', '2.tar', '3.tar', 'one', 'three', 'two'])

	const refusals: [AdminCommand, string[], string, string][] = [
		[exportTo, ['hjarnkoll', at('1.tar')], at('one'), 'is there already'],
		[exportTo, ['none', at('4.tar')], at('one'), 'There is no coalition at /none.'],
		[importFrom, [at('1.tar')], at('one'), 'This coalition is here already, at /hjarnkoll.'],
		[importFrom, [at('2.tar')], at('four'), 'is no export of Samsvar'],
		[restore, [at('1.tar')], at('five'), 'is no backup of Samsvar'],
		[restore, [at('2.tar')], at('one'), 'is not empty'],
		[restore, [at('none.tar')], at('five'), 'There is no file'],
		[restore, [at('2.tar')], join(at('1.tar'), 'x'), 'cannot be made'],
	]
	await mkdir(at('four'))
	for (const [command, args, directory, sentence] of refusals) {
		const ran = await onData(command, directory, args)
		expect(ran, sentence).toMatchObject({ code: 1, printed: [], said: expect.stringContaining(sentence) })
	}
	expect(existsSync(at('five'))).toBe(false)
	const missing = await adminHere(['backup', at('4.tar'), '--data', at('none')])
	expect(missing).toMatchObject({ code: 1, out: '', said: expect.stringContaining('There is no Samsvar data in') })
	const impossible = await adminHere(['migrate', '--data', at('1.tar')])
	expect(impossible).toMatchObject({
		code: 1,
		out: '',
		said: expect.stringMatching(/^It could not be done: [^\n]*\n$/),
	})
	expect(await readdir(at('four'))).toEqual([])
}, 180_000)

test('a deployment is exported from and imported into over the network; its files and backups are elsewhere', async () => {
	await using one = await startTestServer()
	await using two = await startTestServer()
	const folder = await ownFolder()
	const deployment = ({ url }: { readonly url: string }) => ({ LIBSQL_URL: url, ORIGIN: 'https://samsvar.example.org' })
	expect(await admin([...NEW, '--remote'], { environment: deployment(one) })).toMatchObject({ code: 0 })
	const file = join(folder, 'x.tar')
	const exported = await adminHere(['export', 'hjarnkoll', file, '--remote'], deployment(one))
	expect(exported).toMatchObject({ code: 0, said: expect.stringContaining('Its files lie in the bucket') })
	const imported = await adminHere(['import', file, '--remote'], deployment(two))
	expect(imported).toMatchObject({ code: 0, out: 'https://samsvar.example.org/hjarnkoll\n' })
	expect(imported.said).toContain('Its files were not taken over')
	expect(await adminHere(['rebuild', '--remote'], deployment(two))).toMatchObject({ code: 0 })
	const again = await adminHere(['export', 'hjarnkoll', join(folder, 'y.tar'), '--remote'], deployment(two))
	expect(again.out.slice(0, 64)).toBe(exported.out.slice(0, 64))
	expect(await adminHere(['backup', folder, '--remote'], deployment(two))).toMatchObject({ code: 1, out: '' })
	expect(await adminHere(['restore', file, '--remote'], deployment(two))).toMatchObject({ code: 2, out: '' })
}, 180_000)

test.each<[string, AdminCommand, string[]]>([
	['export', exportTo, []],
	['export', exportTo, [SLUG]],
	['export', exportTo, [SLUG, 'a', 'b']],
	['import', importFrom, []],
	['import', importFrom, ['a', 'b']],
	['import', importFrom, ['a', '--slag', 'b']],
	['backup', backup, []],
	['backup', backup, ['a', 'b']],
	['restore', restore, []],
	['restore', restore, ['a', 'b']],
	['rebuild', rebuild, ['a']],
])('%s is wrongly called', async (name, command, args) => {
	await using world = await createCoalitionWorld([])
	const directory = join(await ownFolder(), 'none')
	const ran = await runCommand(command, on(world, directory), args)
	expect(ran).toEqual({ code: 2, printed: [], said: expect.stringContaining(`: ${name}`) })
	expect(existsSync(directory)).toBe(false)
})

test('an export while a secret ballot is open says what it tells', async () => {
	await using world = await createCoalitionWorld(['Attention', 'AnBo', 'Shedo'], 'secret')
	await secretBallot(world, 'open')
	const file = join(await ownFolder(), 'x.tar')
	const { code, said } = await runCommand(exportTo, on(world), [SLUG, file])
	expect(code).toBe(0)
	expect(said).toContain('A secret ballot is open.')
})
