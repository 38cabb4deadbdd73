import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('no style begins or ends between the narrowest phone and a common one, nor grows by more than a twentieth of the window', () => {
	const folder = join(import.meta.dirname, 'style')
	const files = globSync('*.css', { cwd: folder })
	expect(files.length).toBeGreaterThan(5)
	const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
	const conditions = [...text.matchAll(/@(?:media|container)[^{]*?([\d.]+)(rem|px)/g)]
	const pixels = conditions.map(([, length, unit]) => Number(length) * (unit === 'rem' ? 16 : 1))
	expect(pixels.length).toBeGreaterThan(5)
	expect(pixels.filter((width) => width <= 375)).toEqual([])
	const ofWindow = [...text.matchAll(/([\d.]+)(?:[sld]?v(?:w|i|min|max)|cq\w+)\b/g)].map(([, part]) => Number(part))
	expect(ofWindow.filter((percent) => percent > 5)).toEqual([])
})
