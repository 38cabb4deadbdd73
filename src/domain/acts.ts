import { acts as amendmentActs } from './amendment/acts.ts'
import { acts as coalitionActs } from './coalition/acts.ts'
import { acts as commentActs } from './comment/acts.ts'
import { acts as decidingActs } from './deciding/acts.ts'
import { acts as inquiryActs } from './inquiry/acts.ts'
import { acts as memberActs } from './members/acts.ts'
import { acts as positionActs } from './position/acts.ts'
import { acts as publicationActs } from './publication/acts.ts'
import { acts as signingActs } from './signing/acts.ts'
import { acts as statementActs } from './statement/acts.ts'

/** Every act there is, by the kind under which it is kept: the sum of the rooms' acts. */
export const ACTS = {
	...coalitionActs,
	...memberActs,
	...inquiryActs,
	...statementActs,
	...positionActs,
	...decidingActs,
	...signingActs,
	...publicationActs,
	...commentActs,
	...amendmentActs,
} as const

export type ActKind = keyof typeof ACTS
