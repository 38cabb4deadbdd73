import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lengthOf, sliced, whole } from '#domain/kernel/pieces.ts'
import { asRuntimeReads, asWeRead, sentForms } from '#test/support/sent-forms.ts'
import { PIECE } from './bounded-body.ts'
import { formEntries } from './form-files.ts'

test('a form is taken apart as the runtime does it, whatever is in its files and however it was damaged', async () => {
	let files = 0
	const same = fc.asyncProperty(sentForms({ resembling: false }), async (form) => {
		const read = await asWeRead(form)
		files += read.filter(([, value]) => typeof value !== 'string').length
		expect(read).toEqual(await asRuntimeReads(form))
	})
	await fc.assert(same, { numRuns: 500 })
	expect(files).toBeGreaterThan(100)
})

const TYPE = 'multipart/form-data; boundary=xY0'
const head = (name: string) => `--xY0\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`

/** A form as it is read: in pieces. */
function inPieces(text: string) {
	const bytes = new TextEncoder().encode(text)
	return Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, index) =>
		sliced([bytes], index * PIECE, (index + 1) * PIECE),
	).flat()
}

test('a boundary and a head are found wherever one piece ends and the next begins', async () => {
	for (let before = 0; before < 120; before += 1) {
		const first = 'a'.repeat(PIECE - before - head('a.txt').length)
		const read = await formEntries(inPieces(`${head('a.txt')}${first}\r\n${head('b.txt')}\n-b\r\n--xY0--\r\n`), TYPE)
		const texts = read.map(([, value]) =>
			typeof value === 'string' ? value : `${value.name} ${new TextDecoder().decode(whole(value.bytes))}`,
		)
		expect(texts).toEqual([`a.txt ${first}`, 'b.txt \n-b'])
	}
})

test('what is in a file stays where it is, and others go first while it is looked through', async () => {
	const form = inPieces(`${head('a.txt')}${'\r\n--xY'.repeat(400_000)}\r\n--xY0--\r\n`)
	let turns = 0
	const counting = setInterval(() => {
		turns += 1
	})
	const [entry] = await formEntries(form, TYPE)
	clearInterval(counting)
	const bytes = typeof entry?.[1] === 'object' ? entry[1].bytes : []
	expect(bytes.every(({ buffer }, index) => buffer === form[index]?.buffer)).toBe(true)
	expect(lengthOf(bytes)).toBe(6 * 400_000)
	expect(turns).toBeGreaterThan(2)
})
