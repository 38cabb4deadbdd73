import { expect } from 'vitest'
import { decode } from '#test/support/app.ts'

/**
 * Somebody without a window, who asks for pages and sends the forms that stand in them as a browser would: for what another does in one.
 * A link or a button that is not there, or not once, or a field that its form does not have, makes the test fail.
 */
export type Sender = {
	/** How many links and buttons they pressed so far, links in mails among them. */
	readonly presses: () => number
	readonly open: (url: string) => Promise<void>
	/** Opens a link in a mail. */
	readonly follow: (url: string) => Promise<void>
	readonly pressLink: (link: string | RegExp) => Promise<void>
	/** `fields`: what is written into the form that the button stands in, by name; the others go as the page gives them. */
	readonly press: (button: string | RegExp, fields?: Readonly<Record<string, string>>) => Promise<void>
	/** The words of the page. */
	readonly shown: () => string
}

/** `cookies`: of whoever is signed in already. */
export function sender(cookies: readonly { readonly name: string; readonly value: string }[] = []): Sender {
	const jar = new Map(cookies.map(({ name, value }) => [name, value]))
	let [at, page, presses] = ['', '', 0]
	const ask = async (url: string, body?: URLSearchParams): Promise<void> => {
		const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
		const headers = { cookie, 'accept-language': 'sv-SE', ...(body ? { origin: new URL(url).origin } : {}) }
		const init = body ? { method: 'POST', body } : {}
		const response = await fetch(url, { ...init, headers, redirect: 'manual' })
		for (const line of response.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(line) ?? []
			jar.set(name, value)
		}
		;[at, page] = [url, await response.text()]
		const to = response.headers.get('location')
		if (to !== null) return ask(new URL(to, url).href)
		expect(response.ok, `${response.status} at ${url}\n${wordsOf(page)}`).toBe(true)
	}
	const one = (found: readonly Found[], name: string | RegExp): Found => {
		const named = found.filter(({ words }) => (typeof name === 'string' ? words === name : name.test(words)))
		if (named.length !== 1 || !named[0]) throw new Error(`${named.length} of ${name} at ${at}\n${wordsOf(page)}`)
		return named[0]
	}
	return {
		presses: () => presses,
		open: (url) => ask(url),
		follow: (url) => {
			presses += 1
			return ask(url)
		},
		pressLink: (link) => {
			presses += 1
			const { href = '' } = one(linksOf(page), link).attributes
			return ask(new URL(href, at).href)
		},
		press: (button, fields = {}) => {
			presses += 1
			const { attributes, form } = one(buttonsOf(page), button)
			const sent = fieldsOf(form)
			for (const [name, value] of Object.entries(fields)) {
				expect(form, `the form of ${button}`).toContain(` name="${name}"`)
				sent.set(name, value)
			}
			if (attributes.name !== undefined) sent.append(attributes.name, attributes.value ?? '')
			return ask(new URL(attributesOf(form).action ?? '', at).href, sent)
		},
		shown: () => wordsOf(page),
	}
}

type Attributes = Readonly<Record<string, string>>
/** `form`: the one that it stands in, whole. */
type Found = { readonly words: string; readonly attributes: Attributes; readonly form: string }

/** Of the first tag in a text. */
function attributesOf(text: string): Attributes {
	const tag = /^<\w+([^>]*)>/.exec(text)?.[1] ?? ''
	const found = [...tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)]
	return Object.fromEntries(found.map(([, name = '', value = '']) => [name, decode(value)]))
}

const wordsOf = (html: string) =>
	decode(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' '))
		.replace(/\s+/g, ' ')
		.trim()

const linksOf = (page: string): Found[] =>
	[...page.matchAll(/<a\b[\s\S]*?<\/a>/g)].map(([text]) => ({
		words: wordsOf(text),
		attributes: attributesOf(text),
		form: '',
	}))

const buttonsOf = (page: string): Found[] =>
	[...page.matchAll(/<form\b[\s\S]*?<\/form>/g)].flatMap(([form]) =>
		[...form.matchAll(/<button\b[\s\S]*?<\/button>/g)].map(([text]) => ({
			words: wordsOf(text),
			attributes: attributesOf(text),
			form,
		})),
	)

const FIELDS = /<input\b[^>]*>|<textarea\b[\s\S]*?<\/textarea>|<select\b[\s\S]*?<\/select>/g

/** What a browser sends of a form in which nothing was written. */
function fieldsOf(form: string): URLSearchParams {
	const sent = new URLSearchParams()
	for (const [text] of form.matchAll(FIELDS)) {
		const { name, type = '', value = '', ...rest } = attributesOf(text)
		if (name === undefined || (/^(radio|checkbox)$/.test(type) && !('checked' in rest))) continue
		sent.append(name, text.startsWith('<input') ? value : text.startsWith('<select') ? chosenIn(text) : wordsOf(text))
	}
	return sent
}

function chosenIn(select: string): string {
	const [first = ''] = /<option\b[^>]*\sselected\b[^>]*>/.exec(select) ?? /<option\b[^>]*>/.exec(select) ?? []
	return attributesOf(first).value ?? ''
}
