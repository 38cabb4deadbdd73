import type { Rejection, RejectionCode } from '#domain/kernel/rejection.ts'

export type RejectionOf = { readonly [R in Rejection as R['code']]: R }

/** A sentence for each of these reasons an act can be refused: what the matter is, and what to do about it. */
export type RefusalsOf<Codes extends RejectionCode> = {
	readonly [Code in Codes]: (rejection: RejectionOf[Code]) => string
}
