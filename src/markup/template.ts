import type { Block } from '#domain/statement/block.ts'
import { mapTexts } from '#domain/statement/block-texts.ts'
import { blocksFromMarkdown } from './markdown-text.ts'

/** What a template can be filled with, by the names that stand in it as `{{name}}`. */
export type TemplateValues = {
	readonly coalitionName?: string | undefined
	readonly inquiryTitle?: string | undefined
	readonly sender?: string | undefined
	readonly references?: string | undefined
}

const NAME = /\{\{(\w+)\}\}/g

const namesIn = (line: string): string[] => [...line.matchAll(NAME)].map((match) => match[1] ?? '')

/**
 * A template as blocks. A line that asks for a value that is not known is left out. Values are put in after the template
 * has been read, in one line, so that none of them can begin a heading or a list.
 */
export function blocksFromTemplate(markdown: string, values: TemplateValues): Block[] {
	const known = new Map<string, string>()
	for (const [name, value] of Object.entries(values)) {
		const line = (value ?? '').replace(/\s+/g, ' ').trim()
		if (line !== '') known.set(name, line)
	}
	const lines = markdown.split('\n').filter((line) => namesIn(line).every((name) => known.has(name)))
	const fill = (text: string): string => text.replace(NAME, (whole, name) => known.get(name) ?? whole)
	return blocksFromMarkdown(lines.join('\n')).blocks.map((block) => mapTexts(block, fill))
}
