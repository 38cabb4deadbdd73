import { expect, test } from 'vitest'
import { builtWorker } from './built.ts'
import { sourcePlaces } from './stack.ts'

test('a place in the bundle is told as the place in the source', async () => {
	const bundle = await builtWorker()
	if (!bundle.ok) throw new Error(bundle.reason)
	const { modules, mainModule } = bundle.value
	const lines = (modules[mainModule] ?? '').split('\n')
	// A text that stands once in the source, and is in the bundle as it stands there.
	const line = lines.findIndex((text) => text.includes('needed where there is no service binding LIBSQL'))
	const column = lines[line]?.indexOf('needed where there is no service binding LIBSQL') ?? -1
	const readable = sourcePlaces(bundle.value)
	expect(readable(`Error\n    at start (file:///${mainModule}:${line + 1}:${column})`)).toMatch(
		/^Error\n {4}at start \(src\/env\.ts:\d+:\d+\)$/,
	)
	expect(readable('at other.mjs:1:2 and index.ts:3:4')).toBe('at other.mjs:1:2 and index.ts:3:4')
})
