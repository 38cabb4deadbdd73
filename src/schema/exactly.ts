import type * as z from 'zod'

/** A value as nobody may change it, however deep. */
type Fixed<Value> = Value extends string | number | boolean | null | undefined
	? Value
	: { readonly [Key in keyof Value]: Fixed<Value[Key]> }

type Same<One, Other> = (<Any>() => Any extends One ? 1 : 2) extends <Any>() => Any extends Other ? 1 : 2 ? true : false

/** Whether a schema gives all that the type can be, and nothing else. */
export type Gives<Type, Schema extends z.ZodType> = Same<Fixed<Type>, Fixed<z.output<Schema>>>

/**
 * Ties a schema to the domain's type: what the type gains or loses and the schema does not, even a single word of an
 * enumeration or a field that can be left out, does not compile.
 */
export const exactly =
	<Type>() =>
	<Schema extends z.ZodType>(schema: Schema & (Gives<Type, Schema> extends true ? unknown : 'gives another type')) =>
		schema as Schema
