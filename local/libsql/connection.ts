import Database from 'libsql'
import {
	type DescribeResult,
	HranaFailure,
	hranaError,
	type Statement,
	type StatementResult,
	type ValueOut,
} from './protocol.ts'
import { type SqlShape, sqlShape } from './sql.ts'
import { boundValues, columnFromEngine, rowFromEngine } from './values.ts'

/**
 * One connection of the engine. Only one stream uses it at a time. Every call is synchronous, and is refused with SQLITE_BUSY at once
 * where another process holds the lock.
 */
export type Connection = {
	readonly execute: (sql: string, statement: Statement) => StatementResult
	readonly sequence: (sql: string) => void
	readonly describe: (sql: string) => DescribeResult
	readonly inTransaction: () => boolean
	/** Ends whatever is open; true when the connection may serve another stream. */
	readonly reset: () => boolean
	readonly close: () => void
}

/** How many prepared statements a connection keeps. */
const KEPT_STATEMENTS = 200

/** Milliseconds the engine waits, with the event loop standing still, for another process that opens or closes the file just then. */
const OPENING_MS = 1_000

/** A statement, and whether it gives rows: asked once, since that is another call into the engine. */
function preparedOn(database: Database.Database, sql: string) {
	const statement = database.prepare(sql)
	const { reader } = statement
	return { statement: reader ? statement.raw() : statement, reader }
}

/** `lasting`: an answered commit survives the loss of power. `kept`: how many prepared statements stay. */
export function openConnection(file: string, lasting: boolean, kept = KEPT_STATEMENTS): Connection {
	const database = new Database(file, { timeout: OPENING_MS })
	database.defaultSafeIntegers(true)
	database.pragma('journal_mode = WAL')
	// What is deleted is overwritten, in the file itself.
	database.pragma('secure_delete = ON')
	// A commit that was answered must survive the loss of power too, not only of the process.
	database.pragma(`synchronous = ${lasting ? 'FULL' : 'OFF'}`)
	// From now on it never waits by itself: that would stop the event loop, and with it everybody who only reads.
	database.pragma('busy_timeout = 0')

	const prepared = new Map<string, ReturnType<typeof preparedOn>>()
	let altered = false
	let readonlyTransaction = false

	const prepare = (sql: string, shape: SqlShape) => {
		if (shape.many) throw new HranaFailure('SQL string contains more than one statement', 'SQL_MANY_STATEMENTS')
		if (shape.kind === 'empty') throw new HranaFailure('SQL string contains no statement', 'SQL_NO_STATEMENT')
		const statement = prepared.get(sql) ?? preparedOn(database, sql)
		// What was used last stands last.
		prepared.delete(sql)
		const oldest = prepared.keys().next().value
		if (prepared.size >= kept && oldest !== undefined) prepared.delete(oldest)
		prepared.set(sql, statement)
		return statement
	}

	const lastInsertRowid = database.prepare('SELECT last_insert_rowid()').raw()
	const changes = database.prepare('SELECT changes()').raw()
	const single = (statement: { all: () => unknown[] }) => {
		const [row] = statement.all()
		return Array.isArray(row) ? String(row[0]) : '0'
	}

	/** The engine says "SQL statements in progress" to a COMMIT that was prepared while others run: `exec` is safe. */
	const control = (sql: string, kind: SqlShape['kind']) => {
		database.exec(sql)
		if (kind === 'begin-readonly') readonlyTransaction = true
		else if (!database.inTransaction) readonlyTransaction = false
	}

	/** What the engine refuses to write. It compiles every statement anew after a PRAGMA: only where there is something to refuse. */
	const refusing = <Value>(work: () => Value): Value => {
		database.exec('PRAGMA query_only = 1')
		try {
			return work()
		} finally {
			database.exec('PRAGMA query_only = 0')
		}
	}
	/** The engine accepts BEGIN READONLY and then lets writes through. */
	const writing = <Value>(work: () => Value): Value => (readonlyTransaction ? refusing(work) : work())

	/**
	 * A statement refused with SQLITE_BUSY stays half begun and keeps its connection at an old state of the data, even after
	 * ROLLBACK, and the engine has no call to reset it. Run once more where writing is refused, it ends.
	 */
	const stepping = <Value>(kind: SqlShape['kind'], step: () => Value): Value => {
		try {
			return kind === 'write' ? writing(step) : step()
		} catch (error) {
			if (!hranaError(error).code.startsWith('SQLITE_BUSY')) throw error
			try {
				refusing(step)
			} catch {
				throw error
			}
			throw error
		}
	}

	const execute = (sql: string, asked: Statement): StatementResult => {
		const started = performance.now()
		const shape = sqlShape(sql)
		const { statement, reader } = prepare(sql, shape)
		altered ||= shape.altersConnection
		let cols: StatementResult['cols'] = []
		let rows: ValueOut[][] = []
		let affected = 0
		if (['begin', 'begin-write', 'begin-readonly', 'commit', 'rollback', 'savepoint'].includes(shape.kind)) {
			control(sql, shape.kind)
		} else if (reader) {
			const bound = boundValues(shape.parameters, asked)
			// Always read to the end: a statement left half way holds its locks.
			const found = stepping(shape.kind, () => statement.all(bound))
			if (shape.kind === 'write' && shape.returns) affected = Number(single(changes))
			// After the rows, because a changed schema is noticed only when the statement runs.
			cols = statement.columns().map(columnFromEngine)
			if (asked.want_rows !== false) rows = found.map(rowFromEngine)
		} else {
			const bound = boundValues(shape.parameters, asked)
			affected = stepping(shape.kind, () => statement.run(bound)).changes
		}
		return {
			cols,
			rows,
			affected_row_count: affected,
			last_insert_rowid: shape.isInsert ? single(lastInsertRowid) : null,
			rows_read: rows.length,
			rows_written: affected,
			query_duration_ms: performance.now() - started,
		}
	}

	const sequence = (sql: string) => {
		altered ||= sqlShape(sql).altersConnection
		try {
			writing(() => database.exec(sql))
		} finally {
			readonlyTransaction &&= database.inTransaction
		}
	}

	const describe = (sql: string): DescribeResult => {
		const shape = sqlShape(sql)
		const { statement, reader } = prepare(sql, shape)
		return {
			params: shape.parameters.map((name) => ({ name })),
			cols: reader ? statement.columns().map(columnFromEngine) : [],
			is_explain: shape.isExplain,
			is_readonly: shape.kind !== 'write',
		}
	}

	const rollBack = () => {
		if (database.inTransaction) control('ROLLBACK', 'rollback')
	}

	return {
		execute,
		sequence,
		describe,
		inTransaction: () => database.inTransaction,
		reset: () => {
			rollBack()
			// The engine may have ended the transaction by itself.
			readonlyTransaction = false
			return !altered
		},
		close: () => {
			// A connection closed inside a transaction keeps its lock until the process ends.
			rollBack()
			prepared.clear()
			database.close()
		},
	}
}
