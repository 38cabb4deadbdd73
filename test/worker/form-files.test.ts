import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asRuntimeReads, asWeRead, sentForms } from '#test/support/sent-forms.ts'

test('a form is taken apart as the runtime does it, whatever is in its files and however it was damaged', async () => {
	let files = 0
	const same = fc.asyncProperty(sentForms({ resembling: true }), async (form) => {
		const read = await asWeRead(form)
		files += read.filter(([, value]) => typeof value !== 'string').length
		expect(read).toEqual(await asRuntimeReads(form))
	})
	await fc.assert(same, { numRuns: 500 })
	expect(files).toBeGreaterThan(100)
})
