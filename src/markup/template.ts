import type { Block } from '#domain/block.ts'
import { blocksFromMarkdown } from './markdown-text.ts'

/** What a template can be filled with, by the names that stand in it as `{{name}}`. */
export type TemplateValues = {
	readonly coalitionName?: string | undefined
	readonly inquiryTitle?: string | undefined
	readonly sender?: string | undefined
	readonly references?: string | undefined
}

/** A template as blocks. A paragraph that asks for something that is not known is left out. */
export function blocksFromTemplate(markdown: string, values: TemplateValues): readonly Block[] {
	const known = new Map(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]?.trim())))
	const paragraphs = markdown.split(/\n{2,}/).filter((paragraph) => namesIn(paragraph).every((name) => known.has(name)))
	const filled = paragraphs
		.join('\n\n')
		.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => known.get(name)?.replace(/\s+/g, ' ').trim() ?? '')
	return blocksFromMarkdown(filled).blocks
}

function namesIn(text: string): string[] {
	return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')
}
