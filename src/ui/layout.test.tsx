import { expect, it } from 'vitest'
import type { Language } from '#i18n/index.ts'
import { ErrorPage, type ErrorStatus } from '#ui/error-page.tsx'
import { Page } from '#ui/layout.tsx'
import type { PageProps } from '#ui/page-props.ts'
import { memberStyleSheet, styleHashes, styleSheet } from '#ui/style.ts'

const coalition = { name: 'NSPH Stockholms län', href: '/nsph-stockholm' }

function pageOf(props: Partial<PageProps> = {}): string {
	return String(
		<Page lang="sv" title="Remisser" {...props}>
			<p>Text</p>
		</Page>,
	)
}

const body = (markup: string) => markup.slice(markup.indexOf('<body>'))

it('is a whole document in its language with one heading and the landmarks in order', () => {
	const markup = pageOf({ coalition })
	expect(markup.startsWith('<!doctype html><html lang="sv"><head><meta charset="utf-8"')).toBe(true)
	expect(markup).toContain('<title>Remisser – NSPH Stockholms län – Samsvar</title>')
	expect(markup.match(/<h1>/g)).toHaveLength(1)
	const order = ['class="skip"', '<header', '<main id="content"', '<footer'].map((part) => markup.indexOf(part))
	expect(order).not.toContain(-1)
	expect(order).toEqual([...order].sort((a, b) => a - b))
})

it('leaves the heading to the children where they have their own', () => {
	expect(pageOf({ heading: 'own' })).not.toContain('<h1>')
})

it('loads no script unless one is named', () => {
	expect(pageOf({ coalition })).not.toContain('<script')
	expect(pageOf({ script: ['/scripts/editor.js'] })).toContain(
		'<script type="module" src="/scripts/editor.js"></script>',
	)
})

it('says on every page of a demonstration, on screen and on paper, that it is invented', () => {
	expect(pageOf({ coalition })).not.toContain('påhittade')
	const markup = pageOf({ coalition, demo: true })
	expect(markup).toContain('<p class="demo">Demonstration: personer, röster och kommentarer är påhittade.</p>')
	expect(markup).toMatch(/class="print-only">Demonstration/)
})

it('shows who is signed in their tasks and the way out, and others the way in', () => {
	const markup = body(pageOf({ person: { name: 'Anna Ek', waiting: 2 } }))
	expect(markup).toContain('<a href="/me">Mina uppgifter')
	expect(markup).toContain('2 uppgifter väntar')
	expect(markup).toContain('<form action="/sign-out" method="post" data-sign-out')
	expect(markup).not.toContain('Logga in')
	expect(body(pageOf())).toContain('<a href="/sign-in">Logga in</a>')
	expect(body(pageOf({ noSignIn: true }))).not.toContain('Logga in')
})

it('keeps pages for members out of search engines', () => {
	expect(pageOf({ person: { name: 'Anna Ek' } })).toContain('<meta name="robots" content="noindex"/>')
	expect(pageOf()).not.toContain('robots')
})

it('says first in the title that a form was refused', () => {
	expect(pageOf({ errors: { title: 'Fyll i rubriken.' } })).toContain('<title>Fel: Remisser – Samsvar</title>')
})

it('links the other forms and the other language of a public page', () => {
	const markup = pageOf({
		canonical: 'https://samsvar.test/nsph/2022/1',
		otherLanguage: '/en/nsph/2022/1',
		alternates: [{ href: '/nsph/2022/1.md', type: 'text/markdown', title: 'Markdown' }],
	})
	expect(markup).toContain('<link rel="canonical" href="https://samsvar.test/nsph/2022/1"/>')
	expect(markup).toContain('<link rel="alternate" hreflang="en" href="/en/nsph/2022/1"/>')
	expect(markup).toContain('<link rel="alternate" type="text/markdown" href="/nsph/2022/1.md" title="Markdown"/>')
	expect(body(markup)).toContain('<a href="/en/nsph/2022/1" hreflang="en" lang="en">In English</a>')
	expect(body(markup)).toContain('Utskrift av https://samsvar.test/nsph/2022/1.')
})

it('escapes the names it is given', () => {
	const markup = pageOf({ title: '<b>', coalition: { ...coalition, name: 'A & "B"' } })
	expect(markup).toContain('<title>&lt;b&gt; – A &amp; &quot;B&quot; – Samsvar</title>')
	expect(markup).toContain('<h1>&lt;b&gt;</h1>')
})

it('inlines the very style sheet that the policy allows by its hash', async () => {
	const inlined = (page: string) => [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style)
	expect(inlined(pageOf())).toEqual([styleSheet])
	expect(inlined(pageOf({ person: { name: 'Anna' } }))).toEqual([styleSheet, memberStyleSheet])
	const hashOf = async (style: string) => {
		const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
		return `'sha256-${Buffer.from(digest).toString('base64')}'`
	}
	const hashes = await Promise.all([styleSheet, memberStyleSheet].map(hashOf))
	expect(await styleHashes(null)).toBe(hashes.join(' '))
})

it('keeps the style sheet whole and small', () => {
	expect(styleSheet).toContain('@layer base,frame,parts,text,help,print;')
	expect(styleSheet).not.toMatch(/\/\*|\n/)
	expect(styleSheet.match(/\{/g)?.length).toBe(styleSheet.match(/\}/g)?.length)
	expect(styleSheet.length).toBeLessThan(22_000)
})

const statuses: readonly ErrorStatus[] = [400, 401, 403, 404, 410, 413, 429, 500]
const languages: readonly Language[] = ['sv', 'en']
const cases = statuses.flatMap((status) => languages.map((lang) => ({ status, lang })))

it.each(cases)('says what happened, what to do and where to go: $status in $lang', ({ status, lang }) => {
	const markup = String(<ErrorPage lang={lang} status={status} coalition={coalition} reference="A7K2" />)
	expect(markup).toContain(`<html lang="${lang}">`)
	expect(markup.match(/<h1>[^<]+<\/h1>/g)).toHaveLength(1)
	expect(body(markup)).toMatch(/<p class="lead">[^<]+\.<\/p><ul><li>/)
	expect(body(markup)).toContain('<a href="/nsph-stockholm">NSPH Stockholms län</a>')
	expect(markup).toContain('<meta name="robots" content="noindex"/>')
	expect(markup).not.toContain('undefined')
})

it('gives the code of a fault', () => {
	expect(String(<ErrorPage lang="sv" status={500} reference="A7K2" />)).toContain('Felkod: A7K2.')
})
