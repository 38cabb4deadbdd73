/** A command of a document: a request, and what becomes of its answer. */
export type Command = {
	/** As it is written. */
	readonly source: string
	/** The variable that the answer goes into, and where in it the value is: `.blocks[0].blockId`. */
	readonly into: { readonly name: string; readonly filter: string } | null
	/** The words of the `curl`, not yet expanded. */
	readonly curl: string
}

export type Variables = Readonly<Record<string, string>>

/** The `sh` blocks of a Markdown file: the variables they set outright, and the `curl` commands in order. */
export function commandsIn(markdown: string): { readonly exported: Variables; readonly commands: readonly Command[] } {
	const shell = [...markdown.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((found) => found[1] ?? '').join('\n')
	const exported: Record<string, string> = {}
	const commands: Command[] = []
	for (const source of statementsIn(shell)) {
		const set = /^export (\w+)=(\S+)(?:\s+#.*)?$/.exec(source)
		if (set) {
			exported[set[1] ?? ''] = wordsOf(set[2] ?? '', exported)[0] ?? ''
			continue
		}
		const assigned = /^(\w+)=\$\((curl [\s\S]+) \| jq -r '?([^'\s]+)'?\)$/.exec(source)
		if (assigned) {
			const [, name = '', curl = '', filter = ''] = assigned
			commands.push({ source, into: { name, filter }, curl })
		} else if (source.startsWith('curl ')) {
			commands.push({ source, into: null, curl: source })
		} else {
			throw new Error(`not a command this reads: ${source}`)
		}
	}
	return { exported, commands }
}

/** Lines, joined where one ends in a backslash or within quotes. */
function statementsIn(shell: string): string[] {
	const found: string[] = []
	let statement = ''
	for (const line of shell.split('\n')) {
		statement += statement === '' ? line : `\n${line}`
		if (statement.endsWith('\\')) statement = `${statement.slice(0, -1).trimEnd()} `
		else if (!/^[^']*('[^']*'[^']*)*$/.test(statement)) continue
		else {
			if (statement.trim() !== '') found.push(statement.replace(/\n\s*$/, '').trim())
			statement = ''
		}
	}
	return found
}

const WORD_PART = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)|(\s+)/gs

/** The words of a command, with quotes taken off and variables put in, as a shell does it. */
function wordsOf(command: string, variables: Variables): string[] {
	const words: string[] = []
	let word: string | null = null
	for (const [, single, double, escaped, bare, space] of command.matchAll(WORD_PART)) {
		if (space !== undefined) {
			if (word !== null) words.push(word)
			word = null
			continue
		}
		const open = double ?? bare
		word = `${word ?? ''}${single ?? escaped ?? (open === undefined ? '' : expanded(open, variables))}`
	}
	if (word !== null) words.push(word)
	return words
}

function expanded(text: string, variables: Variables): string {
	return text
		.replaceAll('$(uuidgen)', () => crypto.randomUUID())
		.replace(/\$(\w+)/g, (_match, name: string) => {
			const value = variables[name]
			if (value === undefined) throw new Error(`$${name} is not set`)
			return value
		})
}

/** The variables a command uses. */
export function usedIn(curl: string): string[] {
	return [...curl.matchAll(/\$(\w+)/g)].map((found) => found[1] ?? '')
}

/** The request a `curl` makes. `files`: what `@name` reads. */
export function requestOf(curl: string, variables: Variables, files: Variables): Request {
	const [program, ...words] = wordsOf(curl, variables)
	if (program !== 'curl') throw new Error(`not curl: ${program}`)
	const headers = new Headers()
	let url = ''
	let method: string | null = null
	let body: string | null = null
	for (let word = words.shift(); word !== undefined; word = words.shift()) {
		const next = () => words.shift() ?? ''
		if (word === '-s') continue
		if (word === '-X') method = next()
		else if (word === '-H') {
			const [name = '', value = ''] = next().split(/: (.*)/s)
			headers.set(name, value)
		} else if (word === '--json') {
			body = next()
			headers.set('content-type', 'application/json')
			headers.set('accept', 'application/json')
		} else if (word === '--data-binary') {
			const data = next()
			body = data.startsWith('@') ? (files[data.slice(1)] ?? null) : data
			if (body === null) throw new Error(`no file ${data}`)
		} else if (!word.startsWith('-') && url === '') url = word
		else throw new Error(`not an option this knows: ${word}`)
	}
	return new Request(url, { method: method ?? (body === null ? 'GET' : 'POST'), headers, body })
}

/** What `jq -r` finds by a plain path. */
export function filtered(value: unknown, filter: string): string {
	const steps = filter.match(/\.\w+|\[\d+\]/g) ?? []
	if (steps.join('') !== filter) throw new Error(`not a filter this knows: ${filter}`)
	const found = steps.reduce<unknown>((inner, step) => {
		const name = step.startsWith('.') ? step.slice(1) : Number(step.slice(1, -1))
		return inner !== null && typeof inner === 'object' ? Reflect.get(inner, name) : undefined
	}, value)
	if (typeof found !== 'string' && typeof found !== 'number') throw new Error(`${filter} finds nothing in the answer`)
	return String(found)
}
