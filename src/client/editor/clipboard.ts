import { DOMParser, DOMSerializer, type TagParseRule } from 'prosemirror-model'
import { schema } from '#writing/schema.ts'

/** What is cut here and put back is the same block: its name goes along, beside what anybody else reads of it. */
export const clipboardSerializer = new DOMSerializer(
	Object.fromEntries(
		Object.entries(DOMSerializer.nodesFromSchema(schema)).map(([name, toDom]) => [
			name,
			(node) => {
				const spec = toDom(node)
				if (node.attrs.id === undefined || node.attrs.id === null || !Array.isArray(spec)) return spec
				const [tag, attributes, ...rest] = spec
				const has =
					typeof attributes === 'object' &&
					attributes !== null &&
					!Array.isArray(attributes) &&
					!('nodeType' in attributes)
				return has
					? [tag, { ...attributes, 'data-id': node.attrs.id }, ...rest]
					: [tag, { 'data-id': node.attrs.id }, ...(attributes === undefined ? [] : [attributes]), ...rest]
			},
		]),
	),
	DOMSerializer.marksFromSchema(schema),
)

const isNamed = (node: string | undefined): boolean =>
	node !== undefined && 'id' in (schema.nodes[node]?.spec.attrs ?? {})

const named = (rule: TagParseRule): TagParseRule => ({
	...rule,
	getAttrs: (element) => {
		const own = rule.getAttrs?.(element)
		return own === false ? false : { ...own, id: element.dataset.id ?? null }
	},
})

/** Reads what was copied here. */
export const clipboardParser = new DOMParser(
	schema,
	DOMParser.fromSchema(schema).rules.map((rule) => (rule.tag !== undefined && isNamed(rule.node) ? named(rule) : rule)),
)
