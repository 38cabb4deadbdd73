import { type MarkSpec, type Node, type NodeSpec, Schema } from 'prosemirror-model'

/** What a block is called while it is written: the record's id, or one of the editor's own until it has been saved. */
const named = { id: { default: null, validate: 'string|null' } } as const

const inline: NodeSpec = { content: 'inline*', marks: '_' }

/** A part of a block that has no id of its own. */
const within = { ...inline, defining: true } as const

const block = (more: NodeSpec): NodeSpec => ({ group: 'block', attrs: named, defining: true, ...more })

const cell = {
	content: 'inline*',
	attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
}

/**
 * A text while it is written: the record's kinds of blocks, in order, and nothing else. Positions and sub-points stand
 * beside each other, as in the record; their numbers come from their order.
 */
const nodes = {
	doc: { content: 'block+' },
	paragraph: block({ ...inline, toDOM: () => ['p', 0], parseDOM: [{ tag: 'p' }] }),
	heading: block({
		...inline,
		toDOM: () => ['h2', 0],
		parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
	}),
	position: block({
		...inline,
		toDOM: () => ['p', { class: 'position' }, 0],
		parseDOM: [{ tag: 'p.position', priority: 60 }],
	}),
	subPoint: block({
		...inline,
		toDOM: () => ['p', { class: 'sub-point' }, 0],
		parseDOM: [{ tag: 'p.sub-point', priority: 60 }],
	}),
	quote: block({
		content: 'quoteText quoteSource',
		isolating: true,
		toDOM: () => ['figure', { class: 'quote' }, 0],
		parseDOM: [{ tag: 'figure.quote' }],
	}),
	quoteText: { ...within, toDOM: () => ['blockquote', 0], parseDOM: [{ tag: 'blockquote', context: 'quote/' }] },
	quoteSource: { ...within, toDOM: () => ['figcaption', 0], parseDOM: [{ tag: 'figcaption', context: 'quote/' }] },
	list: block({ content: 'listItem+', toDOM: () => ['ul', 0], parseDOM: [{ tag: 'ul' }] }),
	listItem: { ...within, toDOM: () => ['li', 0], parseDOM: [{ tag: 'li', context: 'list/' }] },
	footnote: block({
		...inline,
		attrs: { ...named, label: { validate: 'string' } },
		toDOM: (node) => ['p', { class: 'footnote', 'data-label': node.attrs.label }, 0],
		parseDOM: [{ tag: 'p.footnote', priority: 60, getAttrs: (element) => ({ label: element.dataset.label ?? '' }) }],
	}),
	signature: block({
		...inline,
		toDOM: () => ['p', { class: 'signature' }, 0],
		parseDOM: [{ tag: 'p.signature', priority: 60 }],
	}),
	memberList: block({
		content: 'memberHeading member*',
		isolating: true,
		toDOM: () => ['section', { class: 'members' }, 0],
		parseDOM: [{ tag: 'section.members' }],
	}),
	memberHeading: { ...within, toDOM: () => ['h2', 0], parseDOM: [{ tag: 'h2', context: 'memberList/', priority: 60 }] },
	member: {
		content: 'memberName memberArea',
		toDOM: () => ['div', { class: 'member' }, 0],
		parseDOM: [{ tag: 'div.member' }],
	},
	memberName: {
		...within,
		toDOM: () => ['span', { class: 'name' }, 0],
		parseDOM: [{ tag: 'span.name', context: 'member/' }],
	},
	memberArea: {
		...within,
		toDOM: () => ['span', { class: 'area' }, 0],
		parseDOM: [{ tag: 'span.area', context: 'member/' }],
	},
	table: block({
		content: 'tableRow+',
		isolating: true,
		tableRole: 'table',
		toDOM: () => ['table', ['tbody', 0]],
		parseDOM: [{ tag: 'table' }],
	}),
	tableRow: {
		content: '(tableHeader | tableCell)+',
		tableRole: 'row',
		toDOM: () => ['tr', 0],
		parseDOM: [{ tag: 'tr' }],
	},
	tableHeader: {
		...cell,
		isolating: true,
		tableRole: 'header_cell',
		toDOM: () => ['th', { scope: 'col' }, 0],
		parseDOM: [{ tag: 'th' }],
	},
	tableCell: { ...cell, isolating: true, tableRole: 'cell', toDOM: () => ['td', 0], parseDOM: [{ tag: 'td' }] },
	text: { group: 'inline' },
	lineEnd: { inline: true, group: 'inline', selectable: false, toDOM: () => ['br'], parseDOM: [{ tag: 'br' }] },
	/** A reference to the footnote of that label. */
	noteRef: {
		inline: true,
		group: 'inline',
		atom: true,
		attrs: { label: { validate: 'string' } },
		toDOM: (node) => ['sup', { class: 'note', 'data-label': node.attrs.label }, `[${node.attrs.label}]`],
		parseDOM: [{ tag: 'sup.note', getAttrs: (element) => ({ label: element.dataset.label ?? '' }) }],
	},
} satisfies Record<string, NodeSpec>

const marks = {
	link: {
		attrs: { href: { validate: 'string' } },
		inclusive: false,
		toDOM: (mark) => ['a', { href: mark.attrs.href }, 0],
		parseDOM: [{ tag: 'a[href]', getAttrs: (element) => ({ href: element.getAttribute('href') }) }],
	},
	em: { toDOM: () => ['em', 0], parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }] },
	strong: { toDOM: () => ['strong', 0], parseDOM: [{ tag: 'strong' }, { tag: 'b' }] },
	code: { toDOM: () => ['code', 0], parseDOM: [{ tag: 'code' }] },
} satisfies Record<string, MarkSpec>

export const schema = new Schema({ nodes, marks })

/** A whole text: a node of the kind `doc`. */
export type TextDocument = Node
