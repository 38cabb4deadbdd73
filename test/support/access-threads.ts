import type { AssociationId, CommentId, PersonId, StatementId } from '#domain/kernel/id.ts'
import { COALITION_ROLES, type Role } from '#domain/members/seats.ts'
import { makeComment, resolveComment } from '#usecases/comment/comment.ts'
import { granted, type World } from './world.ts'

/** Threads about the draft, one of each kind for each role, in the order of the roles. */
export type AccessThreads = {
	/** Begun by the role itself, with nothing said since. */
	readonly own: readonly CommentId[]
	readonly open: readonly CommentId[]
	/** Of no association, so that any may agree. */
	readonly chairs: readonly CommentId[]
	/** To be answered. */
	readonly waiting: readonly CommentId[]
	readonly answered: readonly CommentId[]
}

export async function makeThreads(
	{ deps, order }: Pick<World, 'deps' | 'order'>,
	statementId: StatementId,
	people: Readonly<Record<Role, PersonId>>,
	association: AssociationId,
): Promise<AccessThreads> {
	const roles = Object.keys(people) as Role[]
	const begin = async (role: Role) => {
		const associationId = COALITION_ROLES.includes(role) ? null : association
		const command = { statementId, associationId, versionId: null, text: `Synpunkt från ${role}.` }
		return granted(await makeComment(deps, order(people[role], command))).value.threadId
	}
	const each = async (make: (role: Role) => Promise<CommentId>) => {
		const made: CommentId[] = []
		for (const role of roles) made.push(await make(role))
		return made
	}
	return {
		own: await each(begin),
		open: await each(() => begin('delegate')),
		chairs: await each(() => begin('chair')),
		waiting: await each(() => begin('delegate')),
		answered: await each(async () => {
			const threadId = await begin('delegate')
			const answer = { statementId, threadId, text: 'Det står där nu.', seen: 1 }
			granted(await resolveComment(deps, order(people.chair, answer)))
			return threadId
		}),
	}
}
