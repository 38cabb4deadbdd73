import * as z from 'zod'

/** An id, which was made by us. */
export const idOf = <Id extends string>() => z.string().transform((text) => text as Id)
