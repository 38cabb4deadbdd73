import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import * as z from 'zod'
import { runLine } from '#local/admin-line.ts'

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'amendments-'))
afterAll(() => rmSync(folder, { recursive: true }))

const kept = (name: string, content: string): string => {
	const file = join(folder, name)
	writeFileSync(file, content)
	return file
}

/** What a command line prints and says; `-` among its names is a file of this input. */
async function admin(args: readonly string[], input = '') {
	let [stdout, stderr] = ['', '']
	const asked = kept('asked.json', input)
	const status = await runLine({
		args: args.map((arg) => (arg === '-' ? asked : arg)),
		environment: {},
		print: (text) => {
			stdout += text
		},
		say: (sentence) => {
			stderr += sentence
		},
	})
	return { status, stdout, stderr }
}

const manual = readFileSync(join(ROOT, 'docs/PROPOSALS.md'), 'utf8')
const EXAMPLE = /```\nnpm run --silent admin -- (\w+) -\n```\n```json\n([\s\S]*?)```\n```json\n([\s\S]*?)```/g
const examples = [...manual.matchAll(EXAMPLE)].map(([, name = '', asked = '', answer = '']) => ({
	name,
	asked,
	answer,
}))

test('the manual has an example of each command', () => {
	expect(examples.map(({ name }) => name)).toEqual(['diff', 'rewrite', 'merge'])
})

test.each(examples)('the example of $name answers as the manual says', async ({ name, asked, answer }) => {
	const { status, stdout, stderr } = await admin([name, '-'], asked)
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
	expect(JSON.parse(stdout)).toEqual(JSON.parse(answer))
})

test('a list of questions is answered with a list', async () => {
	const file = kept(
		'list.json',
		JSON.stringify([
			{ old: 'a', new: 'b' },
			{ old: '', new: '' },
		]),
	)
	const { stdout } = await admin(['diff', file])
	expect(
		z
			.array(z.object({ steps: z.array(z.unknown()) }))
			.parse(JSON.parse(stdout))
			.map(({ steps }) => steps.length),
	).toEqual([1, 0])
})

test('several files are the parts of one question, each as JSON or as it is', async () => {
	const base = kept('base.html', '<p>Ett är sant.</p>\n<p>Två är sant.</p>')
	const one = kept('one.json', JSON.stringify('<p>Ett är nytt.</p>\n<p>Två är sant.</p>'))
	const two = kept('two.html', '<p>Ett är sant.</p>\n<p>Två är nytt.</p>')
	expect(JSON.parse((await admin(['merge', base, one, two])).stdout)).toMatchObject({
		text: '<p>Ett är nytt.</p>\n<p>Två är nytt.</p>',
		collisions: [],
	})
	expect(JSON.parse((await admin(['rewrite', base, one, two])).stdout)).toMatchObject({ ok: true })
})

test.each([
	['what is no JSON', ['diff', '-'], '{', 'asked.json holds no JSON'],
	[
		'a question without its parts',
		['diff', '-'],
		'{"old": "a"}',
		'asked.json: new: a text is a string of Markdown or HTML',
	],
	['a text of numbers', ['rewrite', '-'], '{"base": [1], "amended": "", "now": ""}', 'asked.json: base: a text is'],
	['a part that is not known', ['diff', '-'], '{"old": "a", "new": "b", "newer": "c"}', 'newer'],
	['which question of a list', ['diff', '-'], '[{"old": "a", "new": "b"}, {"old": 3}]', 'asked.json: 1.old: a text is'],
	[
		'strings beside blocks',
		['diff', '-'],
		'{"old": ["a"], "new": [{"kind": "paragraph", "text": "a"}]}',
		'Either all texts',
	],
	[
		'two amendments of one id',
		['merge', '-'],
		'{"base": "a", "amendments": [{"id": "x", "text": "b"}, {"id": "x", "text": "c"}]}',
		'same id',
	],
	[
		'a choice that is none',
		['merge', '-'],
		'{"base": "a", "amendments": [], "choices": {"0:1-2": {"who": "x"}}}',
		'a choice is',
	],
	['a file that there is not', ['diff', '/nowhere.json'], '', 'There is no file /nowhere.json'],
	['no file', ['merge'], '', 'Name what to read: FILE | BASE AMENDED…'],
	['too many files', ['rewrite', '-', '-'], '', 'Name what to read: FILE | BASE AMENDED NOW'],
])('refuses %s with a sentence and prints nothing', async (_name, args, input, sentence) => {
	const { status, stdout, stderr } = await admin(args, input)
	expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
	expect(stderr).toContain(sentence)
})

test('the standard input is read where - stands for it', () => {
	const { status, stdout } = spawnSync(process.execPath, ['local/admin.ts', 'diff', '-'], {
		cwd: ROOT,
		input: '{"old": "a", "new": "a"}',
		encoding: 'utf8',
	})
	expect({ status, said: JSON.parse(stdout) }).toEqual({
		status: 0,
		said: { steps: [{ change: 'kept', was: 0, is: 0 }] },
	})
})
