import type { MergedPiece, WovenRun } from '#domain/amendment/merging.ts'
import type { PutTogether } from '#domain/amendment/putting-together.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { type Block, type NumberedBlock, numberBlocks } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { amendmentWords, mergingWords } from '#i18n/amendments.ts'
import { formatList } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { AmendmentRow } from '#read/amendment/amendments.ts'
import { blockName } from '#ui/block-name.ts'
import { DiffText } from '#ui/parts/diff-view.tsx'

type MergedTextProps = {
	readonly data: { readonly blocks: readonly BlockVersion[]; readonly amendments: readonly AmendmentRow[] }
	readonly lang: Language
	readonly state: { readonly made: PutTogether }
}

type Part = {
	readonly change: 'added' | 'removed' | 'moved' | 'changed'
	readonly block: NumberedBlock | undefined
	readonly runs: readonly WovenRun[]
}

/** The parts of the text that are others than before, with whose each word is. */
export function MergedText({ data, lang, state }: MergedTextProps) {
	const parts = partsOf(state.made, data.blocks)
	const t = mergingWords(lang)
	if (parts.length === 0) return <p>{t.nothingChanges}</p>
	const { changes } = catalogue(lang).ui.diff
	const numbers = new Map<string, string>(
		data.amendments.map(({ id, number }) => [id, amendmentWords(lang).number(number)]),
	)
	const whose = (by: readonly string[]) =>
		by.length === 0
			? t.byHand
			: formatList(
					lang,
					by.map((id) => numbers.get(id) ?? ''),
				)
	return (
		<div class="diff">
			{parts.map(({ change, block, runs }) => (
				<div class={change}>
					<p class="what">{block ? `${blockName(lang, block)} · ${changes[change]}` : changes[change]}</p>
					<p class="as-typed">
						{runs.map(({ kind, text, by, part }, at) => (
							<>
								{part !== undefined && at > 0 && '\n'}
								{text !== '' && <DiffText parts={[{ kind: KINDS[kind], text }]} />}
								{text !== '' && kind !== 'kept' && isLastOf(runs, at) && <sup>{whose(by)}</sup>}
							</>
						))}
					</p>
				</div>
			))}
		</div>
	)
}

const KINDS = { kept: 'same', removed: 'removed', inserted: 'added' } as const

/** Whether whose the words are is said here: once, after what came in the place of what went. */
function isLastOf(runs: readonly WovenRun[], at: number): boolean {
	const [now, next] = [runs[at], runs[at + 1]]
	return !next || next.kind === 'kept' || next.by.join() !== now?.by.join()
}

function partsOf({ pieces, removed }: PutTogether, blocks: readonly BlockVersion[]): Part[] {
	const before = numberBlocks(blocks.map(({ content }) => content))
	const after = numberBlocks(pieces.flatMap(({ piece }) => (typeof piece === 'string' ? [] : [piece.content])))
	const gone = new Map(removed.map(({ place, by }) => [place, by]))
	const parts: Part[] = []
	let passed = 0
	const pass = (until: number) => {
		for (; passed < until; passed += 1) {
			const by = gone.get(passed)
			const block = blocks[passed]
			if (by === undefined || block === undefined) continue
			const runs = [{ kind: 'removed', text: said(block.content), by } as const]
			parts.push({ change: 'removed', block: before[passed], runs })
		}
	}
	for (const [at, piece] of pieces.entries()) {
		if (piece.place !== null && !piece.moved) pass(piece.place)
		const change = changeOf(piece)
		if (change !== null) parts.push({ change, block: after[at], runs: runsOf(piece) })
	}
	pass(blocks.length)
	return parts
}

function changeOf({ place, moved, runs }: MergedPiece): Part['change'] | null {
	if (place === null) return 'added'
	// What is still asked about stands in the question.
	if (runs?.some(({ kind }) => kind !== 'kept')) return 'changed'
	return moved ? 'moved' : null
}

function runsOf({ piece, place, by, runs }: MergedPiece): readonly WovenRun[] {
	if (runs !== null && place !== null) return runs
	const text = typeof piece === 'string' ? piece : said(piece.content)
	return [{ kind: place === null ? 'inserted' : 'kept', text, by }]
}

const said = (block: Block): string => textsOf(block).join('\n')
