import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { admin, adminHere, ranProgram } from '#test/support/admin.ts'
import { ROOT } from './build.ts'
import { takeDataDirectory } from './data-directory.ts'

// Each test starts programs, which takes its time on a machine that does much else.
vi.setConfig({ testTimeout: 120_000 })

async function newDirectory(): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-admin-'))
	onTestFinished(() => rm(directory, { recursive: true, force: true }))
	return directory
}

test('without a command, or with one there is not, it says what there is', async () => {
	const none = await admin([])
	expect(none.code).toBe(2)
	expect(none.out).toBe('')
	expect(none.said).toMatch(/Which command\?[\s\S]*\n {2}blocks FILE +prints[\s\S]*\n {2}rebuild +makes/)
	const unknown = await adminHere(['dance'])
	expect(unknown.code).toBe(2)
	expect(unknown.said).toContain('There is no command "dance".')
	const wrong = await adminHere(['--colour', 'migrate'])
	expect(wrong.code).toBe(2)
	expect(wrong.said).toContain("Unknown option '--colour'")
	const remote = await adminHere(['--remote', 'migrate'])
	expect(remote.code).toBe(2)
	expect(remote.said).toContain('--remote wants LIBSQL_URL and ORIGIN')
})

test('a command works on the data it is told, and prints nothing but its result', async () => {
	const directory = await newDirectory()
	const migrated = await ranProgram('npm', ['run', '--silent', 'admin', '--', '--data', directory, 'migrate'])
	expect(migrated.code).toBe(0)
	expect(migrated.out).toBe('')
	expect(migrated.said).toContain('The database has the present schema.')
	const rebuilt = await admin(['--data', directory, 'rebuild'])
	expect(rebuilt.said).toContain('Made anew from 0 events.')
	expect(rebuilt.code).toBe(0)
})

test('a command that needs no data makes none, and one that needs some says that there is none', async () => {
	const directory = join(await newDirectory(), 'none')
	expect(await admin(['blocks', join(ROOT, 'test/golden/pasted.txt'), '--data', directory])).toMatchObject({ code: 0 })
	expect(existsSync(directory)).toBe(false)
	const missing = await adminHere(['sign-in-link', 'somebody', '--data', directory])
	expect(missing).toMatchObject({ code: 1, out: '', said: `There is no Samsvar data in ${directory}.\n` })
	expect(existsSync(directory)).toBe(false)
})

test('help is the result where it is asked for', async () => {
	const all = await adminHere(['--help'])
	expect(all).toMatchObject({ code: 0, said: '', out: expect.stringContaining('rebuild') })
	const one = await adminHere(['sign-in-link', '--help'])
	expect(one).toMatchObject({ code: 0, said: '', out: expect.stringContaining('-- sign-in-link PERSON [--data DIR') })
})

test('a rebuild is refused while Samsvar runs on the data', async () => {
	const directory = await newDirectory()
	await adminHere(['migrate', '--data', directory])
	const running = await takeDataDirectory(directory)
	if (!running.ok) throw new Error(running.reason)
	onTestFinished(running.value.release)
	const rebuilt = await admin(['--data', directory, 'rebuild'])
	expect(rebuilt.code).toBe(1)
	expect(rebuilt.said).toContain('is in use by a Samsvar that is already running')
})
