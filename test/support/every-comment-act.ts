import type { ActKind } from '#domain/acts.ts'
import { agreeWithComment } from '#usecases/comment/agreement.ts'
import { readAnswers } from '#usecases/comment/answers-read.ts'
import {
	changeComment,
	makeComment,
	reopenComment,
	replyToComment,
	resolveComment,
	withdrawComment,
} from '#usecases/comment/comment.ts'
import { hideComment } from '#usecases/comment/hiding.ts'
import { makeComments } from '#usecases/comment/several.ts'
import { firstOf, type PreparedAct } from './every-coalition-act.ts'
import { blockOf } from './every-deciding-act.ts'
import { type CoalitionWorld, draftStatement, granted } from './world.ts'

/** The first association has commented on a position. */
async function commented(world: CoalitionWorld) {
	const { associationId, delegate } = firstOf(world)
	const statementId = await draftStatement(world)
	const { versionId } = await blockOf(world, 'position')
	const comment = world.order(delegate, { statementId, associationId, versionId, text: 'Säg hur mycket.' })
	const { threadId } = granted(await makeComment(world.deps, comment)).value
	return { statementId, threadId, associationId, delegate }
}

export const COMMENT_ACTS = {
	makeComment: {
		prepare: async (world) => {
			const { associationId, delegate } = firstOf(world)
			const at = { statementId: await draftStatement(world), ...(await blockOf(world, 'position')) }
			const comment = {
				statementId: at.statementId,
				versionId: at.versionId,
				associationId,
				text: 'Säg hur mycket.',
				quote: { exact: 'långsiktig' },
			}
			const make = world.order(delegate, comment)
			return () => makeComment(world.deps, make)
		},
	},
	makeComments: {
		prepare: async (world) => {
			const { associationId, delegate } = firstOf(world)
			const statementId = await draftStatement(world)
			const { versionId } = await blockOf(world, 'position')
			const said = [versionId, null].map((on, index) => ({ versionId: on, text: `Säg hur mycket, ${index}.` }))
			const make = world.order(delegate, { statementId, associationId, comments: said })
			return () => makeComments(world.deps, make)
		},
	},
	replyToComment: {
		prepare: async (world) => {
			const { statementId, threadId } = await commented(world)
			const command = { statementId, threadId, associationId: null, replyTo: null, text: 'Vad tänkte ni?' }
			const reply = world.order(world.chair, command)
			return () => replyToComment(world.deps, reply)
		},
	},
	changeComment: {
		prepare: async (world) => {
			const { delegate, statementId, threadId } = await commented(world)
			const change = world.order(delegate, { statementId, threadId, commentId: threadId, text: 'Säg ett belopp.' })
			return () => changeComment(world.deps, change)
		},
	},
	withdrawComment: {
		prepare: async (world) => {
			const { delegate, statementId, threadId } = await commented(world)
			const withdraw = world.order(delegate, { statementId, threadId, commentId: threadId })
			return () => withdrawComment(world.deps, withdraw)
		},
	},
	resolveComment: {
		prepare: async (world) => {
			const { statementId, threadId } = await commented(world)
			const resolve = world.order(world.chair, { statementId, threadId, text: 'Det står där nu.', seen: 1 })
			return () => resolveComment(world.deps, resolve)
		},
	},
	reopenComment: {
		prepare: async (world) => {
			const { delegate, statementId, threadId, associationId } = await commented(world)
			const answer = { statementId, threadId, text: 'Det står där nu.', seen: 1 }
			granted(await resolveComment(world.deps, world.order(world.chair, answer)))
			const reopen = world.order(delegate, { statementId, threadId, associationId, text: 'Inte för resor.' })
			return () => reopenComment(world.deps, reopen)
		},
	},
	agreeWithComment: {
		prepare: async (world) => {
			const { statementId, threadId } = await commented(world)
			const { associationId, delegate } = world.members[1] ?? firstOf(world)
			const agreed = { statementId, threadId, associationId, agrees: true, wording: 0 }
			const agree = world.order(delegate, agreed)
			return () => agreeWithComment(world.deps, agree)
		},
	},
	readAnswers: {
		prepare: async (world) => {
			const { delegate, statementId, associationId } = await commented(world)
			const read = world.order(delegate, { statementId, associationId, upTo: world.clock.now })
			return () => readAnswers(world.deps, read)
		},
	},
	hideComment: {
		prepare: async (world) => {
			const { statementId, threadId } = await commented(world)
			const why = { commentId: threadId, hides: true, reason: 'Det nämner en patient.' }
			const hide = world.order(world.chair, { statementId, threadId, ...why })
			return () => hideComment(world.deps, hide)
		},
	},
} satisfies Partial<Record<ActKind, PreparedAct>>
