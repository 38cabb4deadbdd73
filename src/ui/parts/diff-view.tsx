import type { Child } from 'hono/jsx'
import { catalogue } from '#i18n/index.ts'
import { useLanguage, useWriting } from '#ui/language.ts'
import { Written } from './written.tsx'

export type DiffPart = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

export type DiffBlock = {
	readonly change: 'same' | 'added' | 'removed' | 'moved' | 'changed'
	/** What it is: “Ståndpunkt 7”. */
	readonly label?: string | undefined
	readonly parts: readonly DiffPart[]
	/** What can be done about it. */
	readonly beneath?: Child
}

/** A text with what was added and removed: underlined and struck out, and said in words to those who listen. */
export function DiffText({ parts }: { readonly parts: readonly DiffPart[] }) {
	const lang = useLanguage()
	const t = catalogue(lang).ui.diff
	// Within words of members, in their language.
	const own = useWriting() && lang
	return (
		<Written>
			{parts.map(({ kind, text }) => {
				if (kind === 'same') return text
				const Change = kind === 'added' ? 'ins' : 'del'
				return (
					<Change>
						<span class="vh" lang={own}>
							{' '}
							{t[kind]}{' '}
						</span>
						{text}
						<span class="vh" lang={own}>
							{' '}
							{t.end}{' '}
						</span>
					</Change>
				)
			})}
		</Written>
	)
}

/** A document's changes, block by block, each under the word for what happened to it. */
export function DiffView({ blocks }: { readonly blocks: readonly DiffBlock[] }) {
	const t = catalogue(useLanguage()).ui.diff
	return (
		<div class="diff">
			{blocks.map(({ change, label, parts, beneath }) => (
				<div class={change}>
					<p class="what">{label === undefined ? t.changes[change] : `${label} · ${t.changes[change]}`}</p>
					<p>
						<DiffText parts={parts} />
					</p>
					{beneath}
				</div>
			))}
		</div>
	)
}
