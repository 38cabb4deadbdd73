import type { InValue, Transaction } from '@libsql/client/web'
import * as z from 'zod'

/** How many rows are read in one request. */
const PAGE = 500

export type Reading = Pick<Transaction, 'execute'>

/** All rows of a select that ends in `… > ? ORDER BY … LIMIT ?`, some at a time. `after` gives what the next page comes after. */
export async function* paged<Row extends z.ZodType>(
	reading: Reading,
	{ sql, args, row }: { readonly sql: string; readonly args: readonly InValue[]; readonly row: Row },
	first: InValue,
	after: (row: z.output<Row>) => InValue,
): AsyncIterable<z.output<Row>> {
	for (let last = first; ; ) {
		const { rows } = await reading.execute({ sql, args: [...args, last, PAGE] })
		const found = rows.map((each) => row.parse({ ...each }))
		yield* found
		const end = found.at(-1)
		if (end === undefined || found.length < PAGE) return
		last = after(end)
	}
}

const encoder = new TextEncoder()
/** Bytes of text that are gathered before they are passed on. */
const GATHERED = 65_536

/** One JSON value a line. */
export async function* ndjson(values: AsyncIterable<unknown>): AsyncIterable<Uint8Array> {
	let text = ''
	for await (const value of values) {
		text += `${JSON.stringify(value)}\n`
		if (text.length > GATHERED) {
			yield encoder.encode(text)
			text = ''
		}
	}
	if (text !== '') yield encoder.encode(text)
}

/** JSON as we stored it, as a value that gives the very same text again. */
export const stored = z.string().transform((text, context) => {
	const value: unknown = JSON.parse(text)
	if (JSON.stringify(value) !== text) context.addIssue('JSON that was not written by Samsvar')
	return value
})
