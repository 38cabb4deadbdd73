import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { ROOT } from './build.ts'

const lockFile = z.object({
	packages: z.record(
		z.string(),
		z.object({
			version: z.string().optional(),
			resolved: z.string().optional(),
			integrity: z.string().optional(),
			license: z.string().optional(),
			hasInstallScript: z.boolean().optional(),
			dev: z.boolean().optional(),
			link: z.boolean().optional(),
			optionalDependencies: z.record(z.string(), z.string()).optional(),
		}),
	),
})

const manifest = z.object({ allowScripts: z.record(z.string(), z.boolean()) })

const packages = async () =>
	lockFile.parse(JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'))).packages

/** Every package but this one, by where it is installed. */
const installed = async () => Object.entries(await packages()).filter(([path]) => path !== '')

/** What a package is called, wherever it is installed. */
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

test('the lock file holds the packages of every platform, without which npm ci fails on all of them', async () => {
	const known = await packages()
	const missing = Object.entries(known).flatMap(([path, { optionalDependencies }]) =>
		Object.keys(optionalDependencies ?? {}).filter(
			(name) => !(`node_modules/${name}` in known || `${path}/node_modules/${name}` in known),
		),
	)
	expect(missing).toEqual([])
})

/** What is wrong with where a package comes from; nothing where npm will take these very bytes, from npm's registry. */
function doubtfulOrigin({ resolved, integrity, link }: Awaited<ReturnType<typeof packages>>[string]): boolean {
	const hashed = /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')
	return link === true || !hashed || !(resolved ?? NPM).startsWith(NPM)
}

const NPM = 'https://registry.npmjs.org/'

test('every package is held to its bytes, and comes from npm’s registry', async () => {
	const all = await installed()
	expect(all.length).toBeGreaterThan(100)
	expect(all.filter(([, entry]) => doubtfulOrigin(entry)).map(([path]) => path)).toEqual([])
	const [[, fine = {}] = []] = all
	const spoiled = [
		{ integrity: 'sha1-x' },
		{ integrity: undefined },
		{ resolved: 'http://registry.npmjs.org/x' },
		{ link: true },
	]
	for (const fault of spoiled) expect(doubtfulOrigin({ ...fine, ...fault })).toBe(true)
})

test('no package runs a script as it is installed but those that are named for it', async () => {
	const { allowScripts } = manifest.parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')))
	const scripted = (await installed())
		.filter(([, { hasInstallScript }]) => hasInstallScript)
		.map(([path]) => nameOf(path))
	expect([...new Set(scripted)].sort()).toEqual(Object.keys(allowScripts).sort())
})

/** Licences whose works may be part of one under AGPL-3.0-or-later; of a choice, one is enough. */
const COMPATIBLE = [
	'MIT',
	'MIT-0',
	'ISC',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'BlueOak-1.0.0',
	'Zlib',
	'Apache-2.0',
	'GPL-3.0-or-later',
	// Of a font, which may be handed on with any software.
	'OFL-1.1',
]

/** Packages that name theirs in no word of SPDX, with what their text says. */
const IN_THEIR_TEXT: Readonly<Record<string, string>> = { duck: 'BSD-2-Clause', 'png-js': 'MIT' }

const isCompatible = (licence: string) =>
	licence
		.replace(/[()]/g, '')
		.split(' OR ')
		.some((choice) => choice.split(' AND ').every((one) => COMPATIBLE.includes(one)))

test('what is run has licences that may be combined with Samsvar’s, and the list of them is as it is', async () => {
	const run = (await installed()).filter(([, { dev }]) => dev !== true)
	const lines = run.map(([path, { version, license }]) => {
		const name = nameOf(path)
		return { name, version: version ?? '', licence: IN_THEIR_TEXT[name] ?? license ?? 'none' }
	})
	expect(lines.filter(({ licence }) => !isCompatible(licence))).toEqual([])
	expect(['SSPL-1.0', 'none', 'MIT AND CC-BY-NC-4.0'].filter(isCompatible)).toEqual([])
	const rows = lines.map(({ name, version, licence }) => `| \`${name}\` | ${version} | ${licence} |`).sort()
	const text = [
		'# Licences',
		'',
		'What Samsvar runs with, as the lock file has it. A test holds the list to the lock file and each licence to those that may be',
		'combined with AGPL-3.0-or-later; `npx vitest run local/lock-file.test.ts -u` writes it anew.',
		'',
		'| package | version | licence |',
		'|---|---|---|',
		...new Set(rows),
		'',
	].join('\n')
	await expect(text).toMatchFileSnapshot('../docs/LICENCES.md')
})
