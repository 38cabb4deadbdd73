/** The outcome of something that can be refused: a value, or the reason it was refused. Bugs are thrown, refusals are returned. */
export type Result<Value, Reason> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly reason: Reason }

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })

export const refuse = <Reason>(reason: Reason): { readonly ok: false; readonly reason: Reason } => ({
	ok: false,
	reason,
})
