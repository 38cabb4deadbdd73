import type { DiffPart } from '#markup/diff.ts'
import type { PartChange } from '#markup/text-changes.ts'
import { blockName } from '#ui/block-name.ts'
import { useLanguage } from '#ui/language.ts'
import { DiffView } from '#ui/parts/diff-view.tsx'

/** What happened to each part of a text, word by word. `around`: how much is shown of what stayed the same. Characters. */
export function ChangedParts({
	changes,
	around,
}: {
	readonly changes: readonly PartChange[]
	readonly around?: number
}) {
	const lang = useLanguage()
	return (
		<DiffView
			blocks={changes.map(({ change, block, parts }) => ({
				change,
				label: blockName(lang, block),
				parts: around === undefined ? parts : parts.map((part, index) => shortened(part, around, index, parts.length)),
			}))}
		/>
	)
}

/** What stayed the same, cut where it is far from what changed; of what was added or removed the beginning. */
function shortened({ kind, text }: DiffPart, around: number, index: number, count: number): DiffPart {
	if (text.length <= 2 * around) return { kind, text }
	const head = `${text.slice(0, around).toWellFormed()} …`
	const tail = `… ${text.slice(-around).toWellFormed()}`
	if (kind !== 'same' || (index > 0 && index === count - 1)) return { kind, text: head }
	return { kind, text: index === 0 && count > 1 ? tail : `${head} ${tail}` }
}
