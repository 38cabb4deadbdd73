import * as z from 'zod'

// The Hrana 3 messages in JSON, as sent by @libsql/client to /v2/pipeline:
// https://github.com/tursodatabase/libsql/blob/main/docs/HRANA_3_SPEC.md

const MIN_INTEGER = -(2n ** 63n)
const MAX_INTEGER = 2n ** 63n - 1n

const integerText = z
	.string()
	.regex(/^-?\d{1,19}$/)
	.transform(BigInt)
	.refine((value) => value >= MIN_INTEGER && value <= MAX_INTEGER, 'outside 64 bits')

const value = z.discriminatedUnion('type', [
	z.object({ type: z.literal('null') }),
	z.object({ type: z.literal('integer'), value: integerText }),
	z.object({ type: z.literal('float'), value: z.number() }),
	z.object({ type: z.literal('text'), value: z.string() }),
	z.object({ type: z.literal('blob'), base64: z.string() }),
])

const sqlOrId = { sql: z.string().nullish(), sql_id: z.int().nullish() }

const statement = z.object({
	...sqlOrId,
	args: z.array(value).nullish(),
	named_args: z.array(z.object({ name: z.string(), value })).nullish(),
	want_rows: z.boolean().nullish(),
})

export type Condition =
	| { type: 'ok' | 'error'; step: number }
	| { type: 'not'; cond: Condition }
	| { type: 'and' | 'or'; conds: Condition[] }
	| { type: 'is_autocommit' }

const condition: z.ZodType<Condition> = z.lazy(() =>
	z.discriminatedUnion('type', [
		z.object({ type: z.enum(['ok', 'error']), step: z.int().nonnegative() }),
		z.object({ type: z.literal('not'), cond: condition }),
		z.object({ type: z.enum(['and', 'or']), conds: z.array(condition) }),
		z.object({ type: z.literal('is_autocommit') }),
	]),
)

const batch = z.object({ steps: z.array(z.object({ condition: condition.nullish(), stmt: statement })) })

const streamRequest = z.discriminatedUnion('type', [
	z.object({ type: z.literal('execute'), stmt: statement }),
	z.object({ type: z.literal('batch'), batch }),
	z.object({ type: z.literal('sequence'), ...sqlOrId }),
	z.object({ type: z.literal('describe'), ...sqlOrId }),
	z.object({ type: z.literal('store_sql'), sql_id: z.int(), sql: z.string() }),
	z.object({ type: z.literal('close_sql'), sql_id: z.int() }),
	z.object({ type: z.literal('get_autocommit') }),
	z.object({ type: z.literal('close') }),
])

export const pipelineBody = z.object({ baton: z.string().nullish(), requests: z.array(streamRequest) })

export type StreamRequest = z.output<typeof streamRequest>
export type Statement = z.output<typeof statement>
export type Batch = z.output<typeof batch>
export type ValueIn = z.output<typeof value>
export type SqlOrId = { readonly sql?: string | null | undefined; readonly sql_id?: number | null | undefined }

export type ValueOut =
	| { type: 'null' }
	| { type: 'integer'; value: string }
	| { type: 'float'; value: number }
	| { type: 'text'; value: string }
	| { type: 'blob'; base64: string }

export type Column = { name: string; decltype: string | null }

export type StatementResult = {
	cols: Column[]
	rows: ValueOut[][]
	/** Rows inserted, updated or deleted by the statement itself, without those of triggers and foreign key actions. */
	affected_row_count: number
	/** Of an INSERT or REPLACE; null for every other statement. */
	last_insert_rowid: string | null
	/** Rows returned. Rows scanned, which a hosted server bills, are not told by the engine's Node interface. */
	rows_read: number
	rows_written: number
	query_duration_ms: number
}

export type HranaError = { message: string; code: string }

export type BatchResult = { step_results: (StatementResult | null)[]; step_errors: (HranaError | null)[] }

export type DescribeResult = {
	params: { name: string | null }[]
	cols: Column[]
	is_explain: boolean
	is_readonly: boolean
}

export type StreamResponse =
	| { type: 'execute'; result: StatementResult }
	| { type: 'batch'; result: BatchResult }
	| { type: 'describe'; result: DescribeResult }
	| { type: 'get_autocommit'; is_autocommit: boolean }
	| { type: 'sequence' | 'store_sql' | 'close_sql' | 'close' }

export type StreamResult = { type: 'ok'; response: StreamResponse } | { type: 'error'; error: HranaError }

/** Thrown where a request cannot be answered; reaches the client as the error of that request alone. */
export class HranaFailure extends Error {
	readonly code: string

	constructor(message: string, code: string) {
		super(message)
		this.code = code
	}
}

export function hranaError(error: unknown): HranaError {
	if (error instanceof HranaFailure) return { message: error.message, code: error.code }
	if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
		// The engine tells SQLITE_CONSTRAINT_UNIQUE; over HTTP clients are given the primary code, SQLITE_CONSTRAINT.
		const primary = /^SQLITE_[A-Z]+/.exec(error.code)?.[0]
		if (primary) return { message: `SQLite error: ${error.message}`, code: primary }
	}
	return { message: error instanceof Error ? error.message : String(error), code: 'INTERNAL' }
}
