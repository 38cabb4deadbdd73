import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './build.ts'
import { unnamedSecrets } from './required-secrets.ts'

test('wrangler looks for every secret that nothing starts without', async () => {
	const toml = await readFile(join(ROOT, 'wrangler.toml'), 'utf8')
	expect(unnamedSecrets(toml)).toEqual([])
	expect(unnamedSecrets(toml.replace('"CODE_KEYS"', ''))).toEqual(['CODE_KEYS'])
	expect(unnamedSecrets(toml.replace('[secrets]', '[vars]'))).toEqual(['CODE_KEYS'])
})
