import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ROOT } from './build.ts'
import { clientScript } from './client-script.ts'

const script = (name: string) => join(ROOT, 'src/client', name)

/** What the page where a text is written loads at most, compressed. Bytes. */
const MOST = 180_000

test('the editor is one script, which somebody with a slow connection waits for once', async () => {
	const text = await clientScript(script('editor.js'))
	expect(text).not.toMatch(/^import /m)
	// What checks messages is the server's, and weighs as much as a sixth of it all.
	expect(text).not.toContain('ZodError')
	expect(gzipSync(text).length).toBeLessThan(MOST)
	expect(clientScript(script('editor.js'))).toBe(clientScript(script('editor.js')))
})

test('a script that is made of nothing else is sent as it stands', async () => {
	expect(await clientScript(script('autosave.js'))).toBe(await readFile(script('autosave.js'), 'utf8'))
})
