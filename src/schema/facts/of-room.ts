import type * as z from 'zod'
import type { Gives } from '#schema/exactly.ts'

/** A schema for each of a room's facts, none missing and none too many, each tied to its type as `exactly` ties one. */
export const factsOf =
	<Facts>() =>
	<Schemas extends { readonly [Type in keyof Facts]: z.ZodType }>(
		schemas: Schemas & {
			readonly [Type in keyof Schemas]: Type extends keyof Facts
				? Gives<Facts[Type], Schemas[Type]> extends true
					? unknown
					: 'gives another type'
				: 'is no fact of this room'
		},
	) =>
		schemas as Schemas
