import type { Instant } from '#domain/kernel/id.ts'

/** What the next step is, and who takes it. */
export type NextStep = {
	readonly step:
		| 'writing'
		| 'views'
		/** What was adopted is put into the text. */
		| 'merging'
		| 'ballot'
		| 'voting'
		/** Associations are asked about amendments in one question. */
		| 'answering'
		/** All have voted before the time is up. */
		| 'closing'
		/** Time is up: they are counted by themselves. */
		| 'counting'
		| 'rework'
		/** Too few voted: it is extended, held again or sent back. */
		| 'choosing'
		| 'signing'
		| 'settling'
		| 'publishing'
		| 'sending'
		/** It is to be known by now what came of the positions. */
		| 'following'
		| 'nothing'
	readonly by: 'stewards' | 'chair' | 'associations' | 'nobody'
	readonly dueAt: Instant | null
}
