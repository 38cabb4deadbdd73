import { type DeclaredAct, declared } from '#domain/kernel/act.ts'
import { COALITION_ROLES, WRITERS } from '#domain/members/seats.ts'
import { REFERABLE, UNPUBLISHED, WRITABLE } from './statement.ts'

/** Acts on a text while it is written, and on how far it has come. */
export const acts = declared({
	startStatement: { scope: 'write', by: COALITION_ROLES },
	changeTitle: { scope: 'write', by: WRITERS, stages: WRITABLE },
	editDocument: { scope: 'write', by: WRITERS, stages: WRITABLE },
	referBack: { scope: 'write', by: ['chair'], stages: REFERABLE },
	withdrawStatement: { scope: 'publish', by: ['chair'], stages: UNPUBLISHED },
})

/** `editDocument` where it is all of a text that associations have been asked about. */
export const REPLACING: DeclaredAct = { ...acts.editDocument, by: COALITION_ROLES }
