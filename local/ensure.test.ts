import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { ROOT } from './build.ts'

/** A clone of a small project whose one package lies beside it, so that nothing is fetched. */
async function newClone(): Promise<string> {
	const root = await mkdtemp(join(tmpdir(), 'samsvar-ensure-'))
	onTestFinished(() => rm(root, { recursive: true, force: true }))
	await mkdir(join(root, 'local'))
	await mkdir(join(root, 'thing'))
	await cp(join(ROOT, 'local/ensure.mjs'), join(root, 'local/ensure.mjs'))
	const thing = { name: 'thing', version: '1.0.0', type: 'module', exports: './index.js' }
	const project = { name: 'clone', type: 'module', dependencies: { thing: 'file:thing' } }
	const lock = {
		name: 'clone',
		lockfileVersion: 3,
		requires: true,
		packages: {
			'': { name: 'clone', dependencies: { thing: 'file:thing' } },
			'node_modules/thing': { resolved: 'thing', link: true },
			thing: { version: '1.0.0' },
		},
	}
	const files = {
		'thing/package.json': JSON.stringify(thing),
		'thing/index.js': "export const greeting = 'hello'\n",
		'package.json': JSON.stringify(project),
		'package-lock.json': JSON.stringify(lock),
		'local/script.ts': `import { greeting } from 'thing'
			const args: string[] = process.argv.slice(2)
			console.log(greeting, ...args)
			process.exitCode = 7`,
	}
	for (const [name, contents] of Object.entries(files)) await writeFile(join(root, name), contents)
	return root
}

async function ensure(root: string, ...args: string[]): Promise<{ code: number | null; out: string; said: string }> {
	const child = spawn(process.execPath, [join(root, 'local/ensure.mjs'), ...args], { cwd: tmpdir() })
	const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
	const [out, said] = await Promise.all([text(child.stdout), text(child.stderr)])
	return { code: await exit, out, said }
}

test('it installs what is missing, once, and runs the script with its arguments, output and exit code', async () => {
	const root = await newClone()
	const first = await ensure(root, 'local/script.ts', 'a', 'b c')
	expect(first.said).toContain('Installing what Samsvar needs.')
	expect(first.out).toBe('hello a b c\n')
	expect(first.code).toBe(7)
	const second = await ensure(root, 'local/script.ts')
	expect(second).toEqual({ code: 7, out: 'hello\n', said: '' })
})

test('it installs again when the lock file names another version', async () => {
	const root = await newClone()
	await ensure(root, 'local/script.ts')
	await writeFile(
		join(root, 'thing/package.json'),
		JSON.stringify({ name: 'thing', version: '2.0.0', type: 'module', exports: './index.js' }),
	)
	const packages = {
		'': { name: 'clone', dependencies: { thing: 'file:thing' } },
		'node_modules/thing': { resolved: 'thing', link: true },
		thing: { version: '2.0.0' },
	}
	await writeFile(
		join(root, 'package-lock.json'),
		JSON.stringify({ name: 'clone', lockfileVersion: 3, requires: true, packages }),
	)
	expect((await ensure(root, 'local/script.ts')).said).toContain('Installing what Samsvar needs.')
	expect((await ensure(root, 'local/script.ts')).said).toBe('')
})

test('where the new cannot be installed the old stays as it was, also after a kill in between', async () => {
	const root = await newClone()
	await ensure(root, 'local/script.ts')
	const lock = await readFile(join(root, 'package-lock.json'), 'utf8')
	const installed = () => readFile(join(root, 'node_modules/thing/index.js'), 'utf8')
	const before = await readdir(join(root, 'node_modules'))
	// Nothing answers there, as when there is no network.
	const newer = { version: '1.0.0', resolved: 'http://127.0.0.1:9/other.tgz', integrity: `sha512-${'A'.repeat(86)}==` }
	const { packages, ...rest } = JSON.parse(lock)
	const dependencies = { thing: 'file:thing', other: '1.0.0' }
	await writeFile(join(root, 'package.json'), JSON.stringify({ name: 'clone', type: 'module', dependencies }))
	const changed = { ...packages, '': { name: 'clone', dependencies }, 'node_modules/other': newer }
	await writeFile(join(root, 'package-lock.json'), JSON.stringify({ ...rest, packages: changed }))
	await writeFile(join(root, '.npmrc'), 'fetch-retries=0\n')
	const refused = async () => {
		const { code, out, said } = await ensure(root, 'local/script.ts')
		expect([code === 0, out]).toEqual([false, ''])
		expect(said).toContain('What was installed before is still there, as it was.')
		expect(await installed()).toContain('hello')
		expect(await readdir(join(root, 'node_modules'))).toEqual(before)
	}
	await refused()
	await mkdir(join(root, '.samsvar'), { recursive: true })
	await rename(join(root, 'node_modules'), join(root, '.samsvar/installed-before'))
	await mkdir(join(root, 'node_modules/half'), { recursive: true })
	await refused()
})

test('an installation that fails is told, and the script is not run', async () => {
	const root = await newClone()
	await writeFile(join(root, 'package.json'), JSON.stringify({ name: 'clone', dependencies: { other: 'file:other' } }))
	const { code, out, said } = await ensure(root, 'local/script.ts')
	expect(code).not.toBe(0)
	expect(out).toBe('')
	expect(said).toContain('The packages could not be installed.')
})
