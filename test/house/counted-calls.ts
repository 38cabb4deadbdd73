import type { Plugin } from 'vitest/config'
import { ROOT } from '#local/build.ts'

/** By which name of `globalThis` it is known how often functions were called, by file. */
export const CALLS = 'callsOfProject'

/** How often those of a file were, in the order in which they begin, and what each is known by. */
export type CallsOfFile = Float64Array & { readonly names: readonly string[] }

/** What each file calls its own. */
const HERE = 'callsOfFile'

type Node = { readonly type: string; readonly start: number; readonly end: number }

/** The name of what is declared. A function that has none is known by what it stands in. */
const nameOf = (node: Node): string | undefined => {
	const { id, key } = Object(node)
	return Object(id ?? key).name
}

const isNode = (value: unknown): value is Node => typeof Object(value).type === 'string'

/**
 * Counts how often each of the functions under `src` is called, those too that are handed to `find` and `filter`: V8 could tell, and
 * optimises nothing while it does.
 */
export function countedCalls(): Plugin {
	return {
		name: 'counted-calls',
		enforce: 'post',
		transform(code, id) {
			if (!id.startsWith(`${ROOT}src/`)) return null
			const file = id.slice(ROOT.length)
			const added: (readonly [at: number, text: string])[] = []
			const names: string[] = []
			const visit = (node: Node, within: string) => {
				const name = nameOf(node) ?? within
				const body = /^(ArrowFunction|Function)/.test(node.type) ? Object(node).body : null
				const count = () => `${HERE}[${names.push(`${file} ${name} ${names.length}`) - 1}] += 1`
				if (isNode(body) && body.type === 'BlockStatement') added.push([body.start + 1, `${count()};`])
				else if (isNode(body)) added.push([body.start, `(${count()}, `], [body.end, ')'])
				for (const each of Object.values(node).flat()) if (isNode(each)) visit(each, name)
			}
			visit(this.parse(code), '')
			const calls = `globalThis.${CALLS}`
			const made = `Object.assign(new Float64Array(${names.length}), { names: ${JSON.stringify(names)} })`
			let counted = `${calls} ??= {};var ${HERE} = ${calls}['${file}'] ??= ${made};`
			let from = 0
			for (const [at, text] of added.sort(([one], [other]) => one - other)) {
				counted += code.slice(from, at) + text
				from = at
			}
			// No line is another than before.
			return { code: counted + code.slice(from), map: null }
		},
	}
}
