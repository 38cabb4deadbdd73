import { declared } from '#domain/kernel/act.ts'
import { WRITERS } from '#domain/members/seats.ts'
import { WRITABLE } from '#domain/statement/statement.ts'

/** Acts with the bank of positions. */
export const acts = declared({
	insertPosition: { scope: 'write', by: WRITERS, stages: WRITABLE },
})
