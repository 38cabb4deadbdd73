import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { golden } from '#test/support/golden.ts'
import { command } from './blocks.ts'

const never = () => Promise.reject(new Error('This command needs no database.'))

async function blocks(...args: string[]): Promise<{ code: number; out: string; said: string }> {
	let out = ''
	let said = ''
	const code = await command.run({
		args,
		directory: undefined,
		client: never,
		deps: never,
		origin: never,
		alone: never,
		print: (text) => {
			out += `${text}\n`
		},
		say: (sentence) => {
			said += `${sentence}\n`
		},
	})
	return { code, out, said }
}

let folder = ''
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'blocks-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('the golden example as a file gives its blocks', async () => {
	const { code, out, said } = await blocks(fileURLToPath(new URL('../../test/golden/pasted.txt', import.meta.url)))
	expect({ code, said }).toEqual({ code: 0, said: '' })
	expect(JSON.parse(out)).toEqual(golden)
})

test.each([
	['UTF-16', Buffer.from('\ufeffFör å', 'utf16le')],
	['Windows-1252', Buffer.from('F\xf6r \xe5', 'latin1')],
	['UTF-8 with a mark', Buffer.from('\ufeffFör å')],
])('a file in %s is read', async (name, bytes) => {
	const file = join(folder, `${name}.txt`)
	await writeFile(file, bytes)
	expect(JSON.parse((await blocks(file)).out)).toMatchObject({ blocks: [{ text: 'För å' }] })
})

test('a file that cannot be read is named in a sentence, and nothing is printed', async () => {
	const missing = join(folder, 'missing.txt')
	expect(await blocks(missing)).toEqual({ code: 2, out: '', said: `There is no file ${missing}\n` })
	expect(await blocks(folder)).toMatchObject({ code: 2, out: '', said: `That is a folder, not a file: ${folder}\n` })
	expect(await blocks()).toMatchObject({ code: 2, out: '', said: 'Name one text file: blocks FILE\n' })
	expect(await blocks('a', 'b')).toMatchObject({ code: 2 })
})
