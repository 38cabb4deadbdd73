import { type Column, HranaFailure, type Statement, type ValueIn, type ValueOut } from './protocol.ts'

/** What the engine binds. A number is always bound as REAL, a bigint as INTEGER. It aborts the process on anything else. */
export type Bound = null | bigint | number | string | Uint8Array

function toEngine(value: ValueIn): Bound {
	switch (value.type) {
		case 'null':
			return null
		case 'integer':
		case 'float':
			return value.value
		case 'text':
			// The engine's Node interface stores it whole but reads it back cut at the U+0000: better refused than lost.
			if (value.value.includes('\0')) throw new HranaFailure('text with U+0000 cannot be read back', 'SQLITE_MISMATCH')
			return value.value
		case 'blob':
			return Buffer.from(value.base64, 'base64')
	}
}

/**
 * Exactly one value for each parameter, those not given as null: the engine keeps earlier values of a reused statement
 * where it is given too few, and aborts the process where names and positions are mixed.
 */
export function boundValues(parameters: readonly (string | null)[], statement: Statement): Bound[] {
	const positional = statement.args ?? []
	if (positional.length > parameters.length) {
		throw new HranaFailure(
			`statement takes ${parameters.length} parameters, ${positional.length} were given`,
			'ARGS_INVALID',
		)
	}
	const bound: Bound[] = parameters.map(() => null)
	positional.forEach((value, index) => {
		bound[index] = toEngine(value)
	})
	for (const { name, value } of statement.named_args ?? []) {
		const index = parameters.findIndex((known) => known === name || known?.slice(1) === name)
		if (index < 0) throw new HranaFailure(`statement has no parameter ${name}`, 'ARGS_INVALID')
		bound[index] = toEngine(value)
	}
	return bound
}

function fromEngine(value: unknown): ValueOut {
	switch (typeof value) {
		case 'bigint':
			return { type: 'integer', value: value.toString() }
		case 'number':
			if (!Number.isFinite(value)) throw new HranaFailure('an infinite number cannot be sent as JSON', 'VALUE_INVALID')
			return { type: 'float', value }
		case 'string':
			return { type: 'text', value }
		default:
			if (value === null) return { type: 'null' }
			if (value instanceof Uint8Array) return { type: 'blob', base64: Buffer.from(value).toString('base64') }
			throw new HranaFailure(`the engine gave a value of type ${typeof value}`, 'VALUE_INVALID')
	}
}

export function rowFromEngine(row: unknown): ValueOut[] {
	if (!Array.isArray(row)) throw new HranaFailure('the engine gave a row that is no list', 'VALUE_INVALID')
	return row.map(fromEngine)
}

export const columnFromEngine = (column: { name: string; type: string | null }): Column => ({
	name: column.name,
	decltype: column.type,
})
