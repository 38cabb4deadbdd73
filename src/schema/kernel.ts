import * as z from 'zod'

const id = z.string()

/** An id, which was made by us. The same schema for each kind: one made anew for a request would cost more than what it reads. */
export const idOf = <Id extends string>() => id as unknown as z.ZodType<Id, string>

/** Milliseconds since 1970-01-01T00:00Z. */
export const instant = z.int()

/** A calendar date in Sweden, `YYYY-MM-DD`. */
export const swedishDate = z.string()
