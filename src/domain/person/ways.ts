/**
 * How somebody can have signed in: by a link or a code in a mail, also at an address that a chair gave them and they have not agreed to
 * (`givenAddress`), a printed card, an access token of a program, or a link
 * that the operator made and handed over. It is kept with what they do, so that all can see by whose hands it may have gone.
 */
export const WAYS = ['link', 'code', 'givenAddress', 'card', 'token', 'operator'] as const

export type Way = (typeof WAYS)[number]
