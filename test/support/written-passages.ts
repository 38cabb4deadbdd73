import { decoded } from './shown-text.ts'
import type { World } from './world.ts'

/** Where members write: columns of text, and of JSON with text in it. Names of people and associations are in no language. */
const COLUMNS: readonly (readonly [table: string, column: string])[] = [
	['statement', 'title'],
	['inquiry', 'title'],
	['inquiry', 'note'],
	['inquiry', 'decline_reason'],
	['due_date', 'note'],
	['notice', 'title'],
	['block_version', 'content'],
	['comment', 'text'],
	['comment_thread', 'quote'],
	['stance', 'reason'],
	['vote', 'dissent_text'],
	['ballot', 'urgent'],
	['contest', 'reason'],
	['signoff', 'reason'],
	['amendment_version', 'reason'],
	['amendment', 'note'],
	['amendment_merge', 'note'],
	['consensus_list', 'cancel_reason'],
	['consensus_answer', 'objections'],
	['addendum', 'reason'],
	['addendum_answer', 'reason'],
	['position_outcome', 'note'],
	['expected_outcome', 'what'],
	['response', 'cover'],
	['response', 'reason'],
	['reply', 'text'],
	['dispatch', 'how'],
	['older_statement', 'title'],
	['older_statement', 'content'],
	['older_contest', 'reason'],
	['standard_text', 'name'],
	['revision', 'editorial_note'],
]

/** Shorter ones may be a page's own words too. Characters. */
const TELLING = 12

/** Every line that members wrote, as it may stand alone in a page. */
export async function writtenPassages({ server }: Pick<World, 'server'>): Promise<ReadonlySet<string>> {
	const found = new Set<string>()
	const names = new Set(
		(await server.client.execute('SELECT name FROM association UNION SELECT area FROM association')).rows.map(
			({ name }) => name,
		),
	)
	for (const [table, column] of COLUMNS) {
		const { rows } = await server.client.execute(
			`SELECT DISTINCT ${column} AS text FROM ${table} WHERE ${column} IS NOT NULL`,
		)
		for (const { text } of rows)
			for (const passage of stringsIn(String(text)))
				for (const line of passage.split('\n'))
					if (line.trim().length >= TELLING && !names.has(line.trim())) found.add(line.trim())
	}
	return found
}

function stringsIn(text: string): string[] {
	if (!/^[[{]/.test(text)) return [text]
	const found: string[] = []
	JSON.parse(text, (_, value) => {
		if (typeof value === 'string' && /\s/.test(value)) found.push(value)
		return value
	})
	return found
}

export type MarkedText = { readonly text: string; readonly lang: string }

const VOID = ['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']

/**
 * The pieces of text of a page, each with the `lang` that holds for it. For pages of our own making, which close what they
 * open. Not what stands in a field, or is not shown.
 */
export function markedTexts(html: string): MarkedText[] {
	const found: MarkedText[] = []
	const open: { readonly name: string; readonly lang: string }[] = []
	const shown = html
		.replace(/<(style|script|textarea|title|option)\b[\s\S]*?<\/\1>/g, '')
		.replace(/<!--[\s\S]*?-->/g, '')
	for (const [, close, name = '', attributes = '', text] of shown.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/gi)) {
		const lang = open.at(-1)?.lang ?? ''
		if (text !== undefined) {
			if (text.trim() !== '') found.push({ text: decoded(text).trim(), lang })
		} else if (close) {
			while (open.length > 0 && open.pop()?.name !== name);
		} else if (!VOID.includes(name) && !attributes.endsWith('/')) {
			open.push({ name, lang: /\slang="([a-z]+)"/.exec(attributes)?.[1] ?? lang })
		}
	}
	return found
}
