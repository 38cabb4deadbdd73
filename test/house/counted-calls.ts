import type { Plugin } from 'vitest/config'
import { ROOT } from '#local/build.ts'

/** By which name of `globalThis` it is known how many functions were called. */
export const CALLS = 'callsOfProject'

const COUNT = `globalThis.${CALLS} += 1`

type Node = { readonly type: string; readonly start: number; readonly end: number }

const isNode = (value: unknown): value is Node => typeof Object(value).type === 'string'

/**
 * Counts how often functions under `src` are called, those too that are handed to `find` and `filter`: V8 could tell, and optimises
 * nothing while it does.
 */
export function countedCalls(): Plugin {
	return {
		name: 'counted-calls',
		enforce: 'post',
		transform(code, id) {
			if (!id.startsWith(`${ROOT}src/`)) return null
			const added: (readonly [at: number, text: string])[] = []
			const visit = (node: Node) => {
				const body = /^(ArrowFunction|Function)/.test(node.type) ? Object(node).body : null
				if (isNode(body) && body.type === 'BlockStatement') added.push([body.start + 1, `${COUNT};`])
				else if (isNode(body)) added.push([body.start, `(${COUNT}, `], [body.end, ')'])
				for (const each of Object.values(node).flat()) if (isNode(each)) visit(each)
			}
			visit(this.parse(code))
			let counted = `globalThis.${CALLS} ??= 0;`
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
