import { type Argument, type Expression, parseSync, Visitor } from 'oxc-parser'

/** One place where a file names another module. */
export type Import = {
	/** As written, or null when it is computed and so cannot be checked. */
	readonly specifier: string | null
	/** Leaves nothing behind when types are stripped. `import { type A }` does leave an import, so it is not one. */
	readonly typeOnly: boolean
	/** From 1. */
	readonly line: number
}

/**
 * Every import of a file: static, re-exported, dynamic, `require`, and types written as `import('x').Q`.
 * @throws when the source does not parse.
 */
export function importsOf(path: string, source: string): Import[] {
	const { program, errors } = parseSync(path, source)
	if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`)
	const found: Import[] = []
	const add = (node: Expression | Argument, typeOnly: boolean) => {
		found.push({ specifier: textOf(node), typeOnly, line: source.slice(0, node.start).split('\n').length })
	}
	new Visitor({
		ImportDeclaration: (node) => add(node.source, node.importKind === 'type'),
		ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type'),
		ExportNamedDeclaration: (node) => {
			if (node.source !== null) add(node.source, node.exportKind === 'type')
		},
		ImportExpression: (node) => add(node.source, false),
		TSImportType: (node) => add(node.source, true),
		TSExternalModuleReference: (node) => add(node.expression, false),
		CallExpression: (node) => {
			const argument = node.arguments[0]
			if (argument !== undefined && loadsModule(node.callee)) add(argument, false)
		},
	}).visit(program)
	return found
}

/** A literal, or a template without holes. */
function textOf(node: Expression | Argument): string | null {
	if (node.type === 'Literal' && typeof node.value === 'string') return node.value
	if (node.type === 'TemplateLiteral' && node.quasis.length === 1) return node.quasis[0]?.value.cooked ?? null
	return null
}

/** `require(x)`, `import.meta.resolve(x)`, `import.meta.glob(x)`. */
function loadsModule(callee: Expression): boolean {
	if (callee.type === 'Identifier') return callee.name === 'require'
	if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'MetaProperty') return false
	return callee.property.name === 'resolve' || callee.property.name === 'glob'
}
