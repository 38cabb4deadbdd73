import { type MergeAmendments, type Mergeable, mergeAmendments } from '#domain/amendment/merge-amendments.ts'
import type { OvertakenBy } from '#domain/amendment/overtaken.ts'
import type {
	AmendmentId,
	AmendmentVersionId,
	AssociationId,
	BlockId,
	BlockVersionId,
	PersonId,
} from '#domain/kernel/id.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { granted } from '#test/support/result.ts'
import { ANBO, chair, contextAt, SHEDO, STATEMENT_ID, statement, TILIA } from '#test/support/rules.ts'

export const block = (name: string, text: string, version = 1): BlockVersion => ({
	id: `${name}-${version}` as BlockVersionId,
	blockId: name as BlockId,
	content: { kind: 'paragraph', text },
})
export const TEXT = [block('a', 'Regionen bör agera nu.'), block('b', 'Vi tackar för ordet.')]

/** An amendment of one block. */
export const amendment = (
	number: number,
	associationId: AssociationId,
	wanted: readonly Wanted[],
	more: Partial<Mergeable> = {},
): Mergeable => ({
	id: `amendment-${number}` as AmendmentId,
	number,
	statementId: STATEMENT_ID,
	associationId,
	personId: 'somebody' as PersonId,
	state: 'open',
	versionId: `words-${number}` as AmendmentVersionId,
	versions: 1,
	joined: [],
	asked: null,
	decidedIn: null,
	adoptedBy: null,
	note: null,
	decidedSeatId: null,
	decidedAt: null,
	own: false,
	merged: null,
	seen: TEXT,
	wanted,
	...more,
})
export const words = (first: string, second = 'Vi tackar för ordet.'): Wanted[] => [
	{ blockId: 'a' as BlockId, content: { kind: 'paragraph', text: first } },
	{ blockId: 'b' as BlockId, content: { kind: 'paragraph', text: second } },
]
export const SHALL = amendment(1, SHEDO, words('Regionen ska agera nu.'))
export const MUST = amendment(2, ANBO, words('Regionen måste agera nu.'))
export const ALL = amendment(3, TILIA, words('Regionen bör agera nu.', 'Vi tackar alla för ordet.'), {
	state: 'adopted',
	note: 'Bra.',
})
export const KEY = 'a-1:2-3'

type Tried = Partial<MergeAmendments> & {
	readonly who?: typeof chair
	readonly stands?: readonly BlockVersion[]
	readonly older?: readonly BlockId[]
	readonly overtaken?: readonly OvertakenBy[]
}
export const merging = (
	amendments: readonly Mergeable[],
	{ who = chair, stands = TEXT, older = [], overtaken = [], ...more }: Tried = {},
	stage = 'consulting',
) =>
	mergeAmendments(
		who,
		{ statement: statement(stage as 'consulting'), blocks: stands },
		{ amendments, judged: [], older, overtaken },
		{
			seen: TEXT,
			chosen: amendments.map(({ id, versionId }) => ({ amendmentId: id, versionId })),
			choices: {},
			note: '',
			letGo: false,
			...more,
		},
		contextAt(),
	)
export const factsOf = (done: ReturnType<typeof merging>) =>
	granted(done).events.flatMap(({ type, payload }) => (type === 'amendmentMerged' ? [payload] : []))
export const textOf = (done: ReturnType<typeof merging>) =>
	granted(done).events.flatMap((event) =>
		event.type === 'documentRearranged'
			? event.payload.written.map(({ content }) => ('text' in content ? content.text : ''))
			: [],
	)
