import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { blockSchema } from '#schema/statement.ts'
import { theChromium } from '#test/support/browser/person.ts'

const FOLDER = 'test/fixtures/clipboard'

const NOTHING_LEFT = { pictures: 0, embedded: 0, links: 0, struck: 0 }

const expected = z.record(
	z.string(),
	z.object({ blocks: z.array(blockSchema), left: z.record(z.string(), z.number()).default({}) }),
)

test('whatever Word, Google Docs, LibreOffice, web pages and mails put on the clipboard becomes the blocks it is', async () => {
	const { outputFiles } = await build({
		entryPoints: ['test/support/browser/clipboard-page.ts'],
		bundle: true,
		write: false,
		format: 'iife',
		target: 'es2022',
	})
	const wanted = expected.parse(JSON.parse(await readFile(`${FOLDER}/expected.json`, 'utf8')))
	expect(Object.keys(wanted).length).toBeGreaterThanOrEqual(40)
	const chromium = await theChromium()
	await using page = await chromium.newPage()
	const asked: string[] = []
	page.on('request', (request) => asked.push(request.url()))
	await page.addScriptTag({ content: outputFiles.map(({ text }) => text).join('') })
	for (const [name, { blocks, left }] of Object.entries(wanted)) {
		const html = await readFile(`${FOLDER}/${name}.html`, 'utf8')
		const read = await page.evaluate((clipboard) => globalThis.readClipboard(clipboard), html)
		expect(read, name).toEqual({ blocks, left: { ...NOTHING_LEFT, ...left } })
	}
	// Nothing that was copied is fetched, or run, for being read.
	expect(asked).toEqual([])
})
