import type { BlockVersion } from '#domain/statement/block.ts'
import { textMark } from '#domain/statement/text-mark.ts'
import { standingAt } from './asking.ts'
import { make } from './dom.ts'
import type { Given, Proposal } from './given.ts'
import { forget, keep, PAGE } from './kept.ts'
import type { Keeping, Side } from './saving.ts'
import { sendingOf } from './sending.ts'
import { tookIn } from './taking-in.ts'
import { wantedIn } from './wanted.ts'

const KEEP_MS = 300

/** How a proposal is kept: in this browser alone, until it is looked over and sent. */
export type Proposing = Keeping & {
	/** Leads to the page where it is looked over. False: there is nothing to look over. */
	readonly review: () => Promise<boolean>
}

/** Keeps what is written beside the text, takes in what others write in it, and hands it on as a form. */
export function proposing(given: Given, { review, fields }: Proposal, side: Side): Proposing {
	let base: readonly BlockVersion[] = given.blocks
	let isKept = true
	let timer = 0

	const contents = () => new Map(base.map(({ blockId, content }) => [blockId, content]))
	const unsent = () => sendingOf(base, wantedIn(side.document(), contents(), new Map()))

	function keepNow(): void {
		const sending = unsent()
		if (sending === null) forget(given.statement)
		isKept = sending === null || keep(given.statement, sending)
		side.tell({ kind: sending === null ? 'same' : isKept ? 'kept' : 'unsaved' })
	}

	async function refresh(): Promise<void> {
		const standing = await standingAt(given.paths.text)
		if (standing === null || textMark(standing.blocks) === textMark(base)) return
		const seen = { seen: base, wanted: wantedIn(side.document(), contents(), new Map()), aliases: new Map() }
		if (!(await tookIn(side, seen, standing.blocks))) return side.tell({ kind: 'clash' })
		base = standing.blocks
		keepNow()
	}

	return {
		changed: () => {
			isKept = false
			clearTimeout(timer)
			timer = window.setTimeout(keepNow, KEEP_MS)
		},
		now: async () => {
			await refresh()
			return true
		},
		refresh,
		isSaved: () => isKept,
		known: () => ({ stands: base, aliases: new Map() }),
		recordId: (name) => base.find(({ blockId }) => blockId === name)?.blockId ?? null,
		review: async () => {
			await refresh()
			clearTimeout(timer)
			keepNow()
			const sending = unsent()
			if (sending === null) return false
			const placeOf = new Map(sending.seen.map((block, place) => [block.blockId, { block, place }]))
			const written = sending.wanted.map(({ blockId, content }) => {
				const was = blockId === null ? undefined : placeOf.get(blockId)
				return was?.block.content === content ? was.place : { was: was?.place ?? null, content }
			})
			const values = {
				...fields,
				seen: sending.seen.map(({ id }) => id).join(' '),
				written: JSON.stringify(written),
				kept: PAGE,
			}
			const inputs = Object.entries(values).map(([name, value]) => make('input', { type: 'hidden', name, value }))
			const form = make('form', { method: 'post', action: review, hidden: true }, ...inputs)
			document.body.appendChild(form)
			isKept = true
			form.submit()
			return true
		},
	}
}
