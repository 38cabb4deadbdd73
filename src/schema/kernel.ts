import * as z from 'zod'

/** An id, which was made by us. */
export const idOf = <Id extends string>() => z.string().transform((text) => text as Id)

/** Milliseconds since 1970-01-01T00:00Z. */
export const instant = z.int()

/** A calendar date in Sweden, `YYYY-MM-DD`. */
export const swedishDate = z.string()
