import { build } from '#db/client.ts'
import { idOf, overwriting, type Projections, update } from '#db/projection.ts'
import * as schema from '#db/schema.ts'

const answer = overwriting(schema.addendumAnswer, [
	schema.addendumAnswer.addendumId,
	schema.addendumAnswer.associationId,
])

export const addendumProjections = {
	addendumProposed: (event) => {
		const { addendumId: id, stretch, blocks, ...proposed } = event.payload
		const { coalitionId, at: openedAt } = event
		return [
			build.insert(schema.addendum).values({
				...{ id, coalitionId, statementId: idOf(event), openedAt, ...proposed },
				stretch: stretch && JSON.stringify(stretch),
				blocks: JSON.stringify(blocks),
			}),
		]
	},
	addendumAnswered: ({ payload, seatId, actId, at }) => [answer({ ...payload, seatId, actId, at })],
	addendumTakenBack: ({ payload: { addendumId }, at }) => [update(schema.addendum, addendumId, { takenBackAt: at })],
	addendumPublished: ({ payload: { addendumId, record, ...published }, at }) => [
		update(schema.addendum, addendumId, { ...published, recordBytes: record, publishedAt: at }),
	],
} satisfies Projections
