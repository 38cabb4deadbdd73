import type { InStatement, InValue, ResultSet } from '@libsql/client/web'
import { drizzle } from 'drizzle-orm/sqlite-proxy'

/** Something to be read: its statements, and how their results become a value. */
export type Query<Value> = {
	readonly statements: readonly InStatement[]
	readonly parse: (results: readonly ResultSet[]) => Value
}

/**
 * The database as the application sees it: reads and writes as whole batches, each one round trip and one transaction.
 * Nothing here can hold a transaction open between round trips.
 */
export type Database = {
	/** Reads several queries in one transaction, so that they agree with each other. */
	readonly read: <Values extends readonly unknown[]>(
		...queries: { [Index in keyof Values]: Query<Values[Index]> }
	) => Promise<Values>
	/** Writes all or nothing, waiting its turn: `write` mode takes the lock first. Gives the rows each statement changed. */
	readonly write: (statements: readonly InStatement[]) => Promise<readonly number[]>
}

/** What runs batches: a client, each in a transaction of its own; or a transaction, all in that one. */
type Runner = { readonly batch: (statements: InStatement[], mode: 'read' | 'write') => Promise<ResultSet[]> }

export function database(client: Runner): Database {
	return {
		read: async (...queries) => {
			const results = await client.batch(queries.flatMap((query) => query.statements).map(withoutNul), 'read')
			let from = 0
			const values = queries.map((query) => {
				const own = results.slice(from, from + query.statements.length)
				from += query.statements.length
				return query.parse(own)
			})
			// The mapped tuple cannot be inferred through `map`.
			return values as never
		},
		write: async (statements) => {
			const results = await client.batch(statements.map(withoutNul), 'write')
			return results.map((result) => result.rowsAffected)
		},
	}
}

/**
 * SQLite ends a text at U+0000, and some servers refuse it. No text that is kept has it; in what somebody sent to be found,
 * an id in a URL or a search, another character that is in none takes its place.
 */
function withoutNul(statement: InStatement): InStatement {
	if (typeof statement === 'string' || !('sql' in statement) || !Array.isArray(statement.args)) return statement
	const args = statement.args.map((arg) => (typeof arg === 'string' ? arg.replaceAll('\0', '\ufffd') : arg))
	return { ...statement, args }
}

export function mapQuery<Value, Other>(query: Query<Value>, map: (value: Value) => Other): Query<Other> {
	return { statements: query.statements, parse: (results) => map(query.parse(results)) }
}

export type Queries = Record<string, Query<unknown>>

/** What queries find, by the same names. */
export type Found<Parts> = { [Name in keyof Parts]: Parts[Name] extends Query<infer Value> ? Value : never }

/** Several queries as one. */
export function allOf<Parts extends Queries>(parts: Parts): Query<Found<Parts>> {
	const named = Object.entries(parts)
	return {
		statements: named.flatMap(([, query]) => query.statements),
		parse: (results) => {
			let from = 0
			const values = named.map(([name, query]) => {
				const own = results.slice(from, from + query.statements.length)
				from += query.statements.length
				return [name, query.parse(own)]
			})
			// The mapped object cannot be inferred through `fromEntries`.
			return Object.fromEntries(values) as never
		},
	}
}

/** A query, or `otherwise` where its rows cannot be read, and `tell` is told why: what is asked with it is answered all the same. */
export const unlessUnread = <Value>(
	query: Query<Value>,
	otherwise: Value,
	tell: (why: unknown) => void,
): Query<Value> => ({
	...query,
	parse: (results) => {
		try {
			return query.parse(results)
		} catch (error) {
			tell(error)
			return otherwise
		}
	},
})

const neverRun = () => {
	throw new Error('statements are built here and run by Database.write')
}

/**
 * Builds SQL; never runs it, since drizzle's own batch cannot pass the write mode. The driver reads `casing` from its
 * third argument only.
 */
export const build = drizzle(neverRun, undefined, { casing: 'snake_case' })

/** A statement built by drizzle, as the client takes it. */
export function statementOf(query: { toSQL: () => { sql: string; params: unknown[] } }): InStatement {
	const { sql, params } = query.toSQL()
	return { sql, args: params as InValue[] }
}
