import { createRequire } from 'node:module'
import { diffWordsWithSpace } from 'diff'
import { diff } from '#domain/amendment/diff.ts'
import { type Amendment, collisions, merge } from '#domain/amendment/merging.ts'
import type { Piece } from '#domain/amendment/piece.ts'
import type { BlockId } from '#domain/kernel/id.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { LONG } from './long-text.ts'
import { type Spread, spreadOf } from './speed.ts'

// What it offers as a module names files that are not there.
const { default: htmlDiff } = createRequire(import.meta.url)('html-diff-ts') as typeof import('html-diff-ts')

/** As many as a large coalition may come to, and how many in a hundred of them change what another does too. */
export const AMENDMENTS = 500
const COLLIDING = 20

export const ROUNDS = 9

/** `ratio`: to the differences as they are made here, in the same round; null for what is something else. */
export type AmendmentCost = { readonly name: string; readonly cpuMs: Spread; readonly ratio: Spread | null }

/** What is done with amendments on a text of sixty pages; and the differences beside what a library takes for the same. */
export function amendmentCosts(): AmendmentCost[] {
	const base = LONG.map((content, index): Wanted => ({ blockId: idOf(`block ${index}`), content }))
	const asBlocks = Array.from(
		{ length: AMENDMENTS },
		(_, index): Amendment => ({ id: `${index}`, wanted: amended(base, index) }),
	)
	const plain = (pieces: readonly Piece[]) =>
		pieces.map((piece) => (typeof piece === 'string' ? piece : textsOf(piece.content).join('\n')))
	const asText = plain(base)
	const all = amended(base, 0, (place) => place % 3 === 0)
	const changed = plain(all)
	const [old, now] = [asText.join('\n\n'), changed.join('\n\n')]
	const [oldHtml, nowHtml] = [asHtml(asText), asHtml(changed)]
	const doings: Readonly<Record<string, () => unknown>> = {
		'collisions of 500 amendments on sixty pages': () => collisions(base, asBlocks),
		'all of them put together': () => merge(base, asBlocks),
		'sixty pages, a third of the paragraphs changed: differences': () => diff(base, all),
		'the same as paragraphs without ids': () => diff(asText, changed),
		'the same by the library `diff`, paragraph by paragraph': () =>
			asText.map((text, place) => diffWordsWithSpace(text, changed[place] ?? '')),
		'the same by the library `diff`, as one text': () => diffWordsWithSpace(old, now),
		'the same by the library `html-diff-ts`, paragraph by paragraph': () =>
			oldHtml.map((html, place) => htmlDiff(html, nowHtml[place] ?? '')),
	}
	const measured = Object.entries(doings).map(([name, done]) => ({ name, done, cpuMs: [] as number[] }))
	for (let round = 0; round <= ROUNDS; round += 1) {
		for (const { done, cpuMs } of measured) {
			const before = process.cpuUsage()
			done()
			const { user, system } = process.cpuUsage(before)
			if (round > 0) cpuMs.push((user + system) / 1000)
		}
	}
	const own = measured[2]?.cpuMs ?? []
	return measured.map(({ name, cpuMs }, index) => ({
		name,
		cpuMs: spreadOf(cpuMs),
		ratio: index < 2 ? null : spreadOf(cpuMs.map((ms, round) => ms / (own[round] ?? ms))),
	}))
}

const asHtml = (texts: readonly string[]) =>
	texts.map((text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)

const idOf = (name: string) => name as BlockId

/** A word replaced in one paragraph, or in those that are asked for; of some amendments in a paragraph that others change as well. */
export function amended(base: readonly Wanted[], index: number, which?: (place: number) => boolean): Wanted[] {
	const own = index % 100 < COLLIDING ? (index % 10) * 7 : (index * 2 + 11) % base.length
	return base.map((block, place) => {
		const { content } = block
		const isOne = which === undefined ? place === own : which(place)
		if (!isOne || !('text' in content)) return block
		const words = content.text.split(' ')
		words[index % Math.min(3, words.length)] = `ändrat${index}`
		return { ...block, content: { ...content, text: words.join(' ') } }
	})
}

export const spread = ({ median, least, most }: Spread, digits: number) =>
	`${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`

export const amendmentsTable = (costs: readonly AmendmentCost[]): string =>
	[
		'| what | CPU ms | ratio to the differences |',
		'| --- | ---: | ---: |',
		...costs.map(
			({ name, cpuMs, ratio }) => `| ${name} | ${spread(cpuMs, 1)} | ${ratio === null ? '' : spread(ratio, 2)} |`,
		),
	].join('\n')
