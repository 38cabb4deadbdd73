import type { Child } from 'hono/jsx'
import { formatDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { DiffPart } from '#markup/diff.ts'
import type { PartChange } from '#markup/text-changes.ts'
import { blockName } from '#ui/block-name.ts'
import { useLanguage } from '#ui/language.ts'
import { DiffText, DiffView } from '#ui/parts/diff-view.tsx'
import { Table } from '#ui/parts/table.tsx'

type Props = {
	/** From the one text to the other. */
	readonly changes: readonly PartChange[]
	/** When each of the texts stood. Instants. */
	readonly times: readonly [one: number, other: number]
	readonly look: 'inline' | 'beside'
	/** What can be done about a change. */
	readonly beneath: (change: PartChange, name: string) => Child
}

/** What differs between two texts, word by word: in one text, or each as it stood. */
export function ComparedTexts({ changes, times, look, beneath }: Props) {
	const lang = useLanguage()
	const t = catalogue(lang)
	const named = changes.map((change) => ({ ...change, name: blockName(lang, change.block) }))
	if (look === 'inline') {
		const blocks = named.map((each) => ({ ...each, label: each.name, beneath: beneath(each, each.name) }))
		return <DiffView blocks={blocks} />
	}
	const sideOf = (parts: readonly DiffPart[], leaves: DiffPart['kind']) => {
		const side = parts.filter(({ kind }) => kind !== leaves)
		if (side.length === 0) return t.drafting.notThere
		return (
			<span class="as-typed">
				<DiffText parts={side} />
			</span>
		)
	}
	return (
		<Table
			caption={t.drafting.whatDiffers}
			captionHidden
			columns={[t.drafting.part, ...times.map((at) => formatDateTime(lang, at))].map((label) => ({ label }))}
			rows={named.map((each) => [
				`${each.name} · ${t.ui.diff.changes[each.change]}`,
				<>
					{sideOf(each.parts, 'added')}
					{beneath(each, each.name)}
				</>,
				sideOf(each.parts, 'removed'),
			])}
		/>
	)
}
