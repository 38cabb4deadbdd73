import type { Facts } from '#domain/event.ts'
import { amendmentFacts } from './amendment.ts'
import { coalitionFacts } from './coalition.ts'
import { commentFacts } from './comment.ts'
import { consensusFacts } from './consensus.ts'
import { decidingFacts } from './deciding.ts'
import { inquiryFacts } from './inquiry.ts'
import { membersFacts } from './members.ts'
import { factsOf } from './of-room.ts'
import { positionFacts } from './position.ts'
import { publicationFacts } from './publication.ts'
import { signingFacts } from './signing.ts'
import { statementFacts } from './statement.ts'

/** What the payload of each type of event is in its current version. */
export const factSchemas = factsOf<Facts>()({
	...coalitionFacts,
	...membersFacts,
	...inquiryFacts,
	...statementFacts,
	...positionFacts,
	...decidingFacts,
	...signingFacts,
	...publicationFacts,
	...commentFacts,
	...amendmentFacts,
	...consensusFacts,
})
