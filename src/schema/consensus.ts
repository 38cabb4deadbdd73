import * as z from 'zod'
import type { Listed, Objection } from '#domain/amendment/consensus-list.ts'
import type { AmendmentId, AmendmentVersionId } from '#domain/kernel/id.ts'
import { exactly } from './exactly.ts'
import { idOf } from './kernel.ts'

/** An amendment on a list, in the words that it is asked about in. */
export const listedSchema = exactly<Listed>()(
	z.strictObject({ amendmentId: idOf<AmendmentId>(), versionId: idOf<AmendmentVersionId>() }),
)

/** What an association objects to, and why. */
export const objectionSchema = exactly<Objection>()(
	z.strictObject({ amendmentId: idOf<AmendmentId>(), reason: z.string() }),
)
