import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cited, citedInBibtex, citedInMarkdown } from './citation.ts'

const cited: Cited = {
	coalition: 'NSPH & vänner',
	label: 'NSPH-SL 2022:1',
	title: '100 % {bättre} vård_plats #1',
	position: 'ståndpunkt 9 b',
	text: 'Se [här](x) * <b>',
	date: '14 oktober 2022',
	publishedOn: '2022-10-14',
	language: 'sv',
	address: 'https://samsvar.test/nsph/2022/1#p9b',
	key: 'nsph-2022-1-p9b',
}

test('an entry of BibTeX has what its kind asks for, and no character with a meaning of its own', () => {
	expect(citedInBibtex(cited)).toBe(`@techreport{nsph-2022-1-p9b,
	author = {{NSPH \\& vänner}},
	title = {{100 \\% \\textbraceleft{}bättre\\textbraceright{} vård\\_plats \\#1}},
	institution = {NSPH \\& vänner},
	number = {NSPH-SL 2022:1},
	note = {ståndpunkt 9 b},
	year = {2022},
	date = {2022-10-14},
	langid = {swedish},
	url = {https://samsvar.test/nsph/2022/1#p9b}
}
`)
})

/** The fields of an entry, read as BibTeX reads them: a value ends where its braces are even. */
function fieldsOf(entry: string): Record<string, string> {
	const fields: Record<string, string> = {}
	let rest = entry.slice(entry.indexOf(',') + 1)
	for (let found = /^\s*(\w+) = \{/.exec(rest); found; found = /^,?\s*(\w+) = \{/.exec(rest)) {
		let [depth, at] = [1, found[0].length]
		for (; depth > 0 && at < rest.length; at += 1) depth += rest[at] === '{' ? 1 : rest[at] === '}' ? -1 : 0
		fields[found[1] ?? ''] = rest.slice(found[0].length, at - 1)
		rest = rest.slice(at)
	}
	expect(rest).toBe('\n}\n')
	return fields
}

test('whatever was written stays in its place in an entry', () => {
	const text = fc.string({ unit: fc.constantFrom(...'aå{}\\%#&$~^_"@,= \n') })
	fc.assert(
		fc.property(text, text, (title, coalition) => {
			const fields = fieldsOf(citedInBibtex({ ...cited, title, coalition }))
			expect(Object.keys(fields)).toHaveLength(9)
			expect(fields.url).toBe(cited.address)
			expect(fields.title).not.toMatch(/(?<!\\)[%#&$_]|\n/)
		}),
	)
})

test('in Markdown nothing that was written is taken for a mark', () => {
	expect(citedInMarkdown({ ...cited, coalition: '[N](x)' })).toBe(
		'> Se \\[här\\]\\(x\\) \\* \\<b\\>\n>\n> — [NSPH-SL 2022:1, ståndpunkt 9 b](https://samsvar.test/nsph/2022/1#p9b), \\[N\\]\\(x\\), 14 oktober 2022\n',
	)
})
