import type { BlockId } from '#domain/kernel/id.ts'
import type { Judgement } from '#read/statement/writing.ts'

/** Who has said something of a block: some of them by name, null for the coalition, and how many more there are. */
type Voices = { readonly names: readonly (string | null)[]; readonly more: number }

/** Who has judged a block. */
type Judged = { readonly blockId: BlockId; readonly stances: Voices; readonly comments: Voices }

/** As many as are named: a thousand names are no help to anybody. */
const NAMED = 8

function voices(judgements: readonly Judgement[], what: Judgement['what']): Voices {
	const names = [...new Set(judgements.filter((each) => each.what === what).map(({ association }) => association))]
	return { names: names.slice(0, NAMED), more: Math.max(0, names.length - NAMED) }
}

/** The blocks that were judged, each with who did. */
export function judgedBy(judgements: readonly Judgement[]): Judged[] {
	return [...Map.groupBy(judgements, ({ blockId }) => blockId)].map(([blockId, own]) => ({
		blockId,
		stances: voices(own, 'stance'),
		comments: voices(own, 'comment'),
	}))
}
