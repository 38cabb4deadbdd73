import type { CitedOutcome } from '#domain/publication/outcome.ts'
import { toMarkdown } from '#export/markdown.ts'
import type { NotRendered, Rendered } from '#http/public-cache.ts'
import { htmlResponse } from '#http/respond.tsx'
import type { ReadOlder } from '#read/publication/older.ts'
import type { PublicCoalition } from '#read/publication/public-coalition.ts'
import { OlderPage, RemovedOlderPage } from './older-page.tsx'
import type { PublicFrame } from './public-frame.tsx'
import { file, html } from './serve.ts'

type Shown = {
	readonly frame: PublicFrame
	readonly coalition: PublicCoalition
	readonly older: ReadOlder
	readonly outcomes: readonly CitedOutcome[]
}

/** The page of one; of one that was taken away that it was, which search engines are told is gone. */
export async function shownOlder(shown: Shown): Promise<Rendered | NotRendered> {
	if (shown.older.removedAt !== null) return { otherwise: () => htmlResponse(RemovedOlderPage(shown), 410) }
	return html(shown.frame.lang, OlderPage(shown))
}

/** Its text as Markdown; null where there is none to be read. */
export function olderMarkdown({ coalition, older }: Pick<Shown, 'coalition' | 'older'>): Rendered | null {
	const { content, removedAt } = older
	if (removedAt !== null || content.blocks.length === 0) return null
	return file('text/markdown; charset=utf-8', content.language, coalition.listed, toMarkdown(content))
}
