import type { AmendmentId, AmendmentVersionId } from '#domain/kernel/id.ts'

/** An amendment in the words that associations vote on. */
export type PutAmendment = { readonly amendmentId: AmendmentId; readonly versionId: AmendmentVersionId }

/** An amendment, by its number and whose it is. */
export type NamedAmendment = { readonly number: number; readonly association: string }

/**
 * What a ballot is about. `text`: the statement's whole text, as it was fixed under `textHash`; the outcome moves it on. `amendment`:
 * whether it is adopted; or, `against` another, which of the two goes on: who wants the first votes yes, who wants the other no.
 */
export type Subject =
	| { readonly kind: 'text' }
	| (PutAmendment & { readonly kind: 'amendment'; readonly against: PutAmendment | null })

/** Whether two amendments are put against each other. */
export const isBetweenTwo = (subject: Subject): boolean => subject.kind === 'amendment' && subject.against !== null
