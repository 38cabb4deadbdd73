import type { Amendment } from './amendment.ts'

/** Whose amendment it is, and those that have joined it. */
export const standingBehind = ({ associationId, joined }: Pick<Amendment, 'associationId' | 'joined'>) => [
	associationId,
	...joined.map((each) => each.associationId),
]
