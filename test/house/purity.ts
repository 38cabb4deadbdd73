import { type Expression, parseSync, Visitor } from 'oxc-parser'

/** What would let a rule see the clock, chance or the machine. The linter was seen to miss most of these. */
const SUSPECTS: Readonly<Record<string, string>> = {
	Date: 'Date, except new Date(value), Date.UTC and Date.parse',
	DateTimeFormat: 'DateTimeFormat, which reads the clock when it is given nothing',
	Function: 'Function',
	Math: 'Math.random',
	Temporal: 'Temporal.Now',
	eval: 'eval',
	globalThis: 'globalThis',
}

/** The members of a suspect that are pure; of Math and Temporal, all but one. */
const PURE_MEMBER: Readonly<Record<string, (member: string) => boolean>> = {
	Date: (member) => member === 'UTC' || member === 'parse',
	Math: (member) => member !== 'random',
	Temporal: (member) => member !== 'Now',
}

/** One sentence for each place where a file of the domain could reach the clock, chance or the machine. */
export function impurities(path: string, source: string): string[] {
	const faults: string[] = []
	/** Where a suspect's name stands harmlessly: known from its parent, which is visited first. */
	const harmless = new Set<number>()
	const pureMember = (object: string, member: string) => PURE_MEMBER[object]?.(member) ?? false
	const clear = (node: Expression | { type: string; start: number }) => harmless.add(node.start)

	const { program, errors } = parseSync(path, source)
	if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`)
	new Visitor({
		ImportDeclaration: (node) => {
			if (
				node.source.value.startsWith('temporal-polyfill') &&
				source.slice(node.start, node.end).match(PLAIN) === null
			) {
				faults.push(`${path}:${lineOf(source, node.start)} may import only { Temporal } from temporal-polyfill`)
			}
			for (const specifier of node.specifiers) clear(specifier.local)
		},
		MemberExpression: (node) => {
			if (node.computed) return
			if (node.property.name !== 'DateTimeFormat') clear(node.property)
			if (node.object.type === 'Identifier' && pureMember(node.object.name, node.property.name)) clear(node.object)
		},
		NewExpression: (node) => {
			if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return
			if (node.arguments.length > 0 && node.arguments[0]?.type !== 'SpreadElement') clear(node.callee)
		},
		Property: (node) => {
			if (!node.computed && !node.shorthand) clear(node.key)
		},
		TSPropertySignature: (node) => void clear(node.key),
		TSTypeReference: (node) => void clear(node.typeName),
		TSQualifiedName: (node) => void clear(node.left),
		Identifier: (node) => {
			const what = Object.hasOwn(SUSPECTS, node.name) ? SUSPECTS[node.name] : undefined
			if (what !== undefined && !harmless.has(node.start)) {
				faults.push(`${path}:${lineOf(source, node.start)} may not use ${what}`)
			}
		},
	}).visit(program)
	return faults
}

const PLAIN = /^import (type )?\{ Temporal \} from 'temporal-polyfill'$/

function lineOf(source: string, index: number): number {
	return source.slice(0, index).split('\n').length
}
