import { parseSync, Visitor } from 'oxc-parser'
import { expect, it } from 'vitest'
import { en } from '#i18n/en.ts'
import { sv } from '#i18n/sv.ts'
import { sourceFiles } from './tree.ts'

type Message = { readonly key: string; readonly value: unknown }

/** The messages of a catalogue by their path; how many items a list has is the language's own affair. */
function messages(value: unknown, key = ''): Message[] {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ key, value }]
	return Object.entries(value).flatMap(([name, inner]) => messages(inner, key === '' ? name : `${key}.${name}`))
}

/** Words written straight into markup, where no catalogue can translate them. */
function wordsInMarkup(path: string, source: string): string[] {
	const found: string[] = []
	const add = (text: string, start: number) => {
		if (/\p{L}{2}/u.test(text)) found.push(`${path}:${source.slice(0, start).split('\n').length} ${text.trim()}`)
	}
	new Visitor({
		JSXText: (node) => add(node.value, node.start),
		JSXAttribute: (node) => {
			const name = node.name.type === 'JSXIdentifier' ? node.name.name : ''
			const isText = ['alt', 'aria-label', 'placeholder', 'title'].includes(name)
			if (isText && node.value?.type === 'Literal') add(String(node.value.value), node.start)
		},
	}).visit(parseSync(path, source).program)
	return found
}

it('says in English everything that it says in Swedish', () => {
	const kinds = (catalogue: unknown) => messages(catalogue).map(({ key, value }) => `${key}: ${typeof value}`)
	expect(kinds(sv).length).toBeGreaterThan(100)
	expect(kinds(en).sort()).toEqual(kinds(sv).sort())
})

it('has no empty message', () => {
	const empty = [...messages(sv), ...messages(en)].filter(
		({ value }) => typeof value === 'string' && value.trim() === '',
	)
	expect(empty).toEqual([])
})

it('has no sentence left untranslated', () => {
	const swedish = new Map(messages(sv).map(({ key, value }) => [key, value]))
	const same = messages(en).filter(({ key, value }) => {
		return typeof value === 'string' && value.split(' ').length >= 3 && swedish.get(key) === value
	})
	expect(same).toEqual([])
})

it('finds words in markup', () => {
	expect(wordsInMarkup('x.tsx', 'const a = <p>Rösta nu</p>')).toEqual(['x.tsx:1 Rösta nu'])
	expect(wordsInMarkup('x.tsx', 'const a = <img alt="En bild" />')).toHaveLength(1)
	expect(wordsInMarkup('x.tsx', 'const a = <p class="lead" title={t.a}>{t.a}: § 1</p>')).toEqual([])
})

it('keeps all words of the pages in the catalogues', () => {
	const pages = sourceFiles().filter(({ path }) => /^src\/.*\.tsx$/.test(path) && !path.endsWith('.test.tsx'))
	expect(pages.length).toBeGreaterThan(5)
	expect(pages.flatMap(({ path, source }) => wordsInMarkup(path, source))).toEqual([])
})
