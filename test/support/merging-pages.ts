import { type Browser, hiddenFields } from './app.ts'
import { textOf } from './comment-pages.ts'

export type Fields = Record<string, string | readonly string[]>

/** Proposes that a part becomes another; gives where the amendment is. */
export async function reword(browser: Browser, base: string, block: string, text: string): Promise<string> {
	const action = `${base}/amendments?part=${block}`
	const shown = await textOf(browser, `${base}/amendments/new?part=${block}`)
	const sent = await browser.post(action, {
		...hiddenFields(shown, action),
		text,
		reason: 'Klarare så.',
		confirmed: '1',
	})
	return (sent.headers.get('location') ?? '').replace(/\?.*/, '')
}

/** What is ticked, chosen and sent along in the form, as a browser sends it. */
export function fieldsIn(page: string): Fields {
	const form = page.match(/<form action="[^"]*\/merging"[\s\S]*?<\/form>/)?.[0] ?? ''
	const inputs = [...form.matchAll(/<input ([^>]*)>/g)].map(([, attributes = '']) => ({
		name: /name="([^"]*)"/.exec(attributes)?.[1] ?? '',
		value: (/value="([^"]*)"/.exec(attributes)?.[1] ?? '').replaceAll('&quot;', '"'),
		is: /type="(\w+)"/.exec(attributes)?.[1] ?? '',
		checked: /checked/.test(attributes),
	}))
	const sent: Fields = {}
	for (const { name, value, is, checked } of inputs) {
		if (is !== 'hidden' && !checked) continue
		sent[name] = name.endsWith('[]') ? [...(sent[name] ?? []), value] : value
	}
	for (const [, name = '', text = ''] of form.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>\n?([^<]*)<\/textarea>/g))
		sent[name] = text
	return sent
}

export const optionsIn = (page: string, name: string) =>
	[...page.matchAll(/<input ([^>]*)>/g)].flatMap(([, attributes = '']) =>
		attributes.includes(`name="${name}`)
			? [
					{
						name: /name="([^"]*)"/.exec(attributes)?.[1] ?? '',
						value: /value="([^"]*)"/.exec(attributes)?.[1] ?? '',
					},
				]
			: [],
	)
