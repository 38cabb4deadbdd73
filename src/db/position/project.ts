import { and, eq } from 'drizzle-orm'
import { build } from '#db/client.ts'
import { idOf, overwriting, type Projections } from '#db/projection.ts'
import * as schema from '#db/schema.ts'

const { positionGroup, positionSorting, likenessMeant } = schema

const writeMeant = overwriting(likenessMeant, [likenessMeant.blockId, likenessMeant.adoptedIn, likenessMeant.number])

export const positionProjections = {
	positionsSorted: (event) => {
		const statementId = event.payload.olderId ?? idOf(event)
		return event.payload.positions.flatMap(({ number, groupIds, level }) => {
			const groups = groupIds.map((topicId) => ({ statementId, number, topicId }))
			return [
				build
					.delete(positionSorting)
					.where(and(eq(positionSorting.statementId, statementId), eq(positionSorting.number, number))),
				build
					.delete(positionGroup)
					.where(and(eq(positionGroup.statementId, statementId), eq(positionGroup.number, number))),
				...(level === null ? [] : [build.insert(positionSorting).values({ statementId, number, level })]),
				...(groups.length === 0 ? [] : [build.insert(positionGroup).values(groups)]),
			]
		})
	},
	likenessMeant: (event) => {
		const { meant, ...about } = event.payload
		const { blockId, adoptedIn, number } = about
		if (meant) return [writeMeant({ statementId: idOf(event), ...about })]
		const one = and(eq(likenessMeant.blockId, blockId), eq(likenessMeant.adoptedIn, adoptedIn))
		return [build.delete(likenessMeant).where(and(one, eq(likenessMeant.number, number)))]
	},
} satisfies Projections
