import * as z from 'zod'
import type { BlockId, BlockVersionId, OlderId, StatementId, TopicId } from '#domain/kernel/id.ts'
import { LEVELS } from '#domain/position/level.ts'
import type { PositionRef, Sorting } from '#domain/position/sorting.ts'
import { sortedAs } from './sorting-fields.tsx'

/** `after`: empty for after the positions there are. */
export const insertForm = z
	.object({
		source: z.string().transform((id) => id as StatementId),
		number: z.coerce.number().int().positive(),
		after: z.string().default(''),
	})
	.transform(({ after, ...input }) => ({ ...input, ...(after === '' ? {} : { after: after as BlockId }) }))

/**
 * `level-<text>.<number>` and `groups-<text>.<number>[]` for each position of the page, with what they were as `was-<text>.<number>`. Those
 * that the form leaves as they were are not asked for: somebody else may have sorted them meanwhile.
 */
export const positionSortingForm = z
	.object({})
	.catchall(z.union([z.string(), z.array(z.string())]))
	.transform((fields) => ({
		positions: Object.entries(fields).flatMap(([name, was]): (PositionRef & Sorting)[] => {
			const [, adoptedIn = '', number] = /^was-([0-9a-f-]{36})\.([1-9][0-9]{0,3})$/.exec(name) ?? []
			if (number === undefined) return []
			const level = LEVELS.find((each) => each === fields[`level-${adoptedIn}.${number}`]) ?? null
			const groupIds = [fields[`groups-${adoptedIn}.${number}[]`] ?? []].flat() as TopicId[]
			if (sortedAs({ level, groupIds }) === was) return []
			return [{ adoptedIn: adoptedIn as StatementId | OlderId, number: Number(number), level, groupIds }]
		}),
	}))

/** `meant`: whether the likeness is to be told no more. */
export const likenessForm = z
	.object({
		block: z.string(),
		version: z.string(),
		source: z.string(),
		number: z.coerce.number().int().positive(),
		meant: z.enum(['yes', 'no']),
	})
	.transform(({ block, version, source, number, meant }) => ({
		blockId: block as BlockId,
		versionId: version as BlockVersionId,
		adoptedIn: source as StatementId | OlderId,
		number,
		meant: meant === 'yes',
	}))
