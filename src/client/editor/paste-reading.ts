import type { Node as Written } from 'prosemirror-model'
import { schema } from '#writing/schema.ts'
import { isBackLink, noteOf, tidied } from './paste-inline.ts'
import type { Left } from './paste-marks.ts'

const { nodes } = schema

/** What is read so far: finished blocks, and text that is not in any block of its own yet. */
export type Reading = { readonly out: Written[]; readonly run: Written[]; readonly left: Left }

/** A text divided where a line is empty. */
export function paragraphsOf(content: readonly Written[]): Written[] {
	const isEnd = (at: number) => content[at]?.type === nodes.lineEnd
	const parts: Written[][] = [[]]
	for (const [at, node] of content.entries()) {
		if (isEnd(at) && (isEnd(at - 1) || isEnd(at + 1))) parts.push([])
		else parts.at(-1)?.push(node)
	}
	return parts.map(tidied).flatMap((text) => (text.size > 0 ? [nodes.paragraph.create(null, text)] : []))
}

export function flush({ out, run }: Reading): void {
	out.push(...paragraphsOf(run.splice(0)))
}

/** The footnote that an element is, by what refers to it; null where it is none. */
export function footnoteLabel(element: Element): string | null {
	const links = [...element.querySelectorAll('a')].filter(isBackLink)
	const named = (name: string | null | undefined) => {
		const link = element.ownerDocument.createElement('a')
		link.setAttribute('href', `#${name ?? ''}`)
		return name ? noteOf(link) : null
	}
	const byItself = named(element.id)
	const isOne =
		/mso-element\s*:\s*(?:foot|end)note(?!-)/i.test(element.getAttribute('style') ?? '') ||
		(element.localName === 'div' ? byItself !== null : links.length > 0 || byItself !== null)
	if (!isOne || (element.localName !== 'div' && !/^(?:p|li|aside)$/.test(element.localName))) return null
	const [link] = links
	return (
		byItself ??
		named(link?.getAttribute('name')) ??
		named(link?.id) ??
		/\d+/.exec(link?.getAttribute('href') ?? '')?.[0] ??
		null
	)
}
