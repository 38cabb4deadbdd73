/** What the server must know of a statement before it runs it. The engine's Node interface tells none of this. */
export type SqlShape = {
	/**
	 * `write` is everything that may take the write lock, PRAGMA included; `begin-write` takes it at once.
	 * A deferred BEGIN takes it with its first write.
	 */
	readonly kind:
		| 'empty'
		| 'read'
		| 'write'
		| 'begin'
		| 'begin-write'
		| 'begin-readonly'
		| 'commit'
		| 'rollback'
		| 'savepoint'
	/** Parameters by position: the name with its sign (`:name`), or null for `?`. */
	readonly parameters: readonly (string | null)[]
	readonly isInsert: boolean
	readonly returns: boolean
	readonly isExplain: boolean
	/** More than one statement in the text. */
	readonly many: boolean
	/** Changes the connection itself (PRAGMA, ATTACH, TEMP), so that no one else may be given it afterwards. */
	readonly altersConnection: boolean
}

const SKIPPED = /\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y
const QUOTED = /'(?:[^']|'')*'?|"(?:[^"]|"")*"?|`(?:[^`]|``)*`?|\[[^\]]*\]?/y
const PARAMETER = /\?(\d*)|[:@$][A-Za-z0-9_$\u0080-\uffff]+/y
const WORD = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y
const NUMBER = /\d[\w.]*/y

type Scan = { words: string[]; parameters: (string | null)[]; many: boolean }

function scan(sql: string): Scan {
	const words: string[] = []
	const parameters: (string | null)[] = []
	let many = false
	let ended = false
	let at = 0
	const take = (pattern: RegExp): string | undefined => {
		pattern.lastIndex = at
		const found = pattern.exec(sql)?.[0]
		if (found) at += found.length
		return found
	}
	while (at < sql.length) {
		if (take(SKIPPED)) continue
		if (sql[at] === ';') {
			ended ||= words.length > 0
			at += 1
			continue
		}
		many ||= ended
		if (take(QUOTED) || take(NUMBER)) continue
		const parameter = take(PARAMETER)
		if (parameter) {
			addParameter(parameters, parameter)
			continue
		}
		const word = take(WORD)
		if (word) words.push(word.toUpperCase())
		else at += 1
	}
	return { words, parameters, many }
}

/** SQLite numbers `?` one above the largest so far, `?5` as 5, and a name by its first place. */
function addParameter(parameters: (string | null)[], text: string): void {
	if (text === '?') {
		parameters.push(null)
	} else if (text.startsWith('?')) {
		const index = Number(text.slice(1))
		// SQLITE_MAX_VARIABLE_NUMBER: the engine refuses larger ones itself when it prepares the statement.
		if (index < 1 || index > 32_766) return
		while (parameters.length < index) parameters.push(null)
		parameters[index - 1] = text
	} else if (!parameters.includes(text)) {
		parameters.push(text)
	}
}

const WRITING = new Set(['INSERT', 'UPDATE', 'DELETE', 'REPLACE'])

function kindOf(words: readonly string[]): SqlShape['kind'] {
	const [first, second, third] = words
	switch (first) {
		case undefined:
			return 'empty'
		case 'SELECT':
		case 'VALUES':
		case 'EXPLAIN':
			return 'read'
		case 'WITH':
			return words.some((word) => WRITING.has(word)) ? 'write' : 'read'
		case 'BEGIN':
			if (second === 'IMMEDIATE' || second === 'EXCLUSIVE') return 'begin-write'
			return second === 'READONLY' || third === 'READONLY' ? 'begin-readonly' : 'begin'
		case 'COMMIT':
		case 'END':
			return 'commit'
		case 'ROLLBACK':
			return words.includes('TO') ? 'savepoint' : 'rollback'
		case 'SAVEPOINT':
		case 'RELEASE':
			return 'savepoint'
		default:
			return 'write'
	}
}

function shapeOf(sql: string): SqlShape {
	const { words, parameters, many } = scan(sql)
	const [first] = words
	const isTrigger = first === 'CREATE' && words.slice(1, 4).includes('TRIGGER')
	return {
		kind: kindOf(words),
		parameters,
		isInsert: first === 'INSERT' || first === 'REPLACE' || (first === 'WITH' && words.includes('INSERT')),
		returns: words.includes('RETURNING'),
		isExplain: first === 'EXPLAIN',
		// The body of a trigger has semicolons of its own.
		many: many && !isTrigger,
		altersConnection: words.some((word) => ['PRAGMA', 'ATTACH', 'DETACH', 'TEMP', 'TEMPORARY'].includes(word)),
	}
}

const KEPT = 2_000
const shapes = new Map<string, SqlShape>()

export function sqlShape(sql: string): SqlShape {
	const known = shapes.get(sql)
	if (known) return known
	const shape = shapeOf(sql)
	if (shapes.size >= KEPT) shapes.clear()
	shapes.set(sql, shape)
	return shape
}
