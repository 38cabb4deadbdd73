import { type DeclaredAct, declared } from '#domain/kernel/act.ts'
import { COALITION_ROLES, WRITERS } from '#domain/members/seats.ts'
import { REFERABLE, type Stage, TYPABLE, UNPUBLISHED, WRITABLE } from './statement.ts'

/** Acts on a text while it is written, and on how far it has come. */
export const acts = declared({
	startStatement: { scope: 'write', by: COALITION_ROLES },
	changeTitle: { scope: 'write', by: WRITERS, stages: WRITABLE },
	editDocument: { scope: 'write', by: WRITERS, stages: WRITABLE },
	handOver: { scope: 'write', by: WRITERS, stages: TYPABLE },
	handOverLeft: { scope: 'write', by: [], orBy: 'clock', stages: TYPABLE },
	/** What the coalition keeps to use again. */
	keepStandardText: { scope: 'write', by: COALITION_ROLES },
	changeStandardText: { scope: 'write', by: COALITION_ROLES },
	referBack: { scope: 'write', by: ['chair'], stages: REFERABLE },
	withdrawStatement: { scope: 'publish', by: ['chair'], stages: UNPUBLISHED, fixesText: true },
})

/** Writing more than one part of a text anew: once associations are asked about it, for chair and secretary alone. */
export function rewriting(stage: Stage): DeclaredAct {
	return stage === 'drafting' ? acts.editDocument : { ...acts.editDocument, by: COALITION_ROLES }
}
