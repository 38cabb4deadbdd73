import type { Route } from '#http/route.ts'
import { expected } from './access-expected.ts'
import type { Caller } from './access-world.ts'
import { decode, ORIGIN } from './app.ts'

/** A pattern of the router as one that a whole path is tried against. */
export const patternOf = (path: string) => {
	const own = path.replace(/:\w+(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g, (_whole, like?: string) => `(?:${like ?? '[^/]+'})`)
	return new RegExp(`^${own}$`)
}

/** A form on a page that sends something: where to, and what stands in its hidden fields. */
export type ShownForm = { readonly to: string; readonly hidden: Readonly<Record<string, string>> }

export function shownForms(body: string): ShownForm[] {
	return [...body.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)].flatMap(([, form = '', inner = '']) => {
		const action = /\saction="([^"]*)"/.exec(form)?.[1]
		if (action === undefined || !/\smethod="post"/i.test(form)) return []
		const hidden = [...inner.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
		const { pathname } = new URL(decode(action), ORIGIN)
		return [
			{ to: pathname, hidden: Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, decode(value)])) },
		]
	})
}

/** Where the forms of a page lead that whoever was shown them may not send. `posts`: every route that takes a form. */
export function refusedForms(posts: readonly Route[], body: string, caller: Caller): string[] {
	return shownForms(body).flatMap(({ to }) => {
		const found = posts.find(({ path }) => patternOf(path).test(to))
		return found && expected(found.access, caller) === 'granted' ? [] : [to]
	})
}

/** Where the links of a page lead that whoever was shown them may not go. `gets`: every page. */
export function refusedLinks(gets: readonly Route[], body: string, caller: Caller): string[] {
	const links = [...body.matchAll(/<a\b[^>]*\shref="(\/[^"]*)"/g)].map(
		([, to = '']) => new URL(decode(to), ORIGIN).pathname,
	)
	return [...new Set(links)].filter((to) => {
		const found = gets.find(({ path }) => patternOf(path).test(to))
		return !found || expected(found.access, caller) !== 'granted'
	})
}
