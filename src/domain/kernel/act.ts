import type { Role } from '#domain/members/seats.ts'
import type { Stage } from '#domain/statement/statement.ts'
import type { Bounded } from './telling.ts'

/** What an access token may be used for. */
export const SCOPES = ['read', 'write', 'vote', 'publish', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

type Terms = {
	/** The scope an access token needs. */
	readonly scope: Scope
	/** The roles of which it takes one, the one that counts first coming first; held for the association in whose name it is done. */
	readonly by: readonly Role[]
	/** Who may do it without a seat: the operator; whoever had one; or nobody, when time alone brings it about. */
	readonly orBy?: 'operator' | 'former' | 'clock'
	/** Where the statement it is about must be. Left out: it is about no statement, or the stage does not matter. */
	readonly stages?: readonly Stage[]
	/** Of the text as it stands then: what is typed is taken into it first, and nothing more until the act is done. */
	readonly fixesText?: true
	/** Of what it may tell so many that it is done only so often. */
	readonly tells?: readonly Bounded[]
}

/** Something that can be done: under which name it is kept, who may do it, and when. */
export type DeclaredAct = Terms & { readonly kind: string }

/** Whether the act can be done about a statement that has come so far, whoever does it. */
export const isFor = ({ stages }: DeclaredAct, stage: Stage): boolean => stages?.includes(stage) !== false

/** Acts under their names. What they are declared to be is asked by the rules, by `perform`, and by tests of all there are. */
export function declared<Acts extends Readonly<Record<string, Terms>>>(
	acts: Acts,
): { readonly [Kind in keyof Acts]: DeclaredAct & Acts[Kind] & { readonly kind: Kind } } {
	const named = Object.entries(acts).map(([kind, terms]) => [kind, { ...terms, kind }])
	// The mapped object cannot be inferred through `fromEntries`.
	return Object.fromEntries(named) as never
}
