import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownFolder } from '#test/support/exported.ts'
import { codeKeysIn } from './code-keys.ts'

test('keys are made once, for their owner alone', async () => {
	const folder = await ownFolder()
	const first = await codeKeysIn(folder)
	expect(first).toMatch(/^1:[\w-]{43}$/)
	expect(await codeKeysIn(folder)).toBe(first)
	expect((await stat(join(folder, 'code-keys'))).mode & 0o777).toBe(0o600)
})
