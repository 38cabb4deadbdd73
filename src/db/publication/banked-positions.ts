import { build } from '#db/client.ts'
import type { Runnable } from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import { searchText } from '#db/search-text.ts'
import { stemsOf } from '#db/search-words.ts'
import type { CoalitionId } from '#domain/kernel/id.ts'
import { adoptedPositions } from '#domain/position/adopted-position.ts'
import type { StatementText } from '#domain/statement/statement.ts'

/** Lays the positions of a text in the bank, as it was published or brought in. `source`: the id of what they stand in. */
export function bankedPositions(
	coalitionId: CoalitionId,
	source: string,
	{ title, language, blocks }: StatementText,
): Runnable[] {
	return adoptedPositions(blocks).map((position) => {
		const searched = [title, position.text, ...position.subPoints].join('\n')
		return build.insert(schema.adoptedPosition).values({
			coalitionId,
			statementId: source,
			...position,
			subPoints: JSON.stringify(position.subPoints),
			folded: searchText(searched),
			stems: ` ${stemsOf(searched, language).join(' ')} `,
		})
	})
}
