import { unzlibSync } from 'fflate'

/** A name of PDF, as `/Document`. */
export class Name {
	readonly text: string
	constructor(text: string) {
		this.text = text
	}
}

export class Ref {
	readonly id: number
	constructor(id: number) {
		this.id = id
	}
}

export type Dict = { readonly [key: string]: Value }
export type Value = null | boolean | number | string | Name | Ref | Dict | readonly Value[]

export type Stream = { readonly dict: Dict; readonly bytes: Uint8Array }

const DELIMITER = /[\s()<>[\]{}/%]/

/** Reads PDF's own values (ISO 32000-1, 7.3) and operators from text of one byte a character. */
export class Reader {
	readonly text: string
	at = 0
	constructor(text: string) {
		this.text = text
	}

	blanks(): void {
		for (;;) {
			while (/\s/.test(this.text[this.at] ?? 'x')) this.at += 1
			if (this.text[this.at] !== '%') return
			while (this.at < this.text.length && !/[\r\n]/.test(this.text[this.at] ?? '')) this.at += 1
		}
	}

	/** The next value; `{ operator }` where a word stands that is none. */
	value(): Value | { readonly operator: string } | undefined {
		this.blanks()
		const { text } = this
		const next = text[this.at]
		if (next === undefined) return undefined
		if (next === '/') return this.name()
		if (next === '(') return this.literal()
		if (text.startsWith('<<', this.at)) return this.dict()
		if (next === '<') return this.hex()
		if (next === '[') return this.list()
		const word = this.word()
		if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return this.numberOrRef(Number(word))
		if (word === 'true' || word === 'false') return word === 'true'
		return word === 'null' ? null : { operator: word }
	}

	plain(): Value {
		const value = this.value()
		if (value === undefined || (value !== null && typeof value === 'object' && 'operator' in value)) {
			throw new Error(`no value at ${this.at}`)
		}
		return value as Value
	}

	private word(): string {
		const from = this.at
		while (this.at < this.text.length && !DELIMITER.test(this.text[this.at] ?? '')) this.at += 1
		if (this.at === from) throw new Error(`nothing to read at ${from}: ${this.text.slice(from, from + 20)}`)
		return this.text.slice(from, this.at)
	}

	private numberOrRef(number: number): Value {
		const ref = /^\s+(\d+)\s+R(?![A-Za-z])/.exec(this.text.slice(this.at, this.at + 20))
		if (ref === null || !Number.isInteger(number)) return number
		this.at += ref[0].length
		return new Ref(number)
	}

	private name(): Name {
		this.at += 1
		const from = this.at
		while (this.at < this.text.length && !DELIMITER.test(this.text[this.at] ?? '')) this.at += 1
		const raw = this.text.slice(from, this.at)
		return new Name(raw.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))))
	}

	private literal(): string {
		let depth = 0
		let bytes = ''
		for (;;) {
			const character = this.text[this.at]
			this.at += 1
			if (character === undefined) throw new Error('a string without an end')
			if (character === '\\') {
				const escaped = this.text[this.at] ?? ''
				this.at += 1
				bytes += { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[escaped] ?? escaped
			} else if (character === '(') {
				if (depth > 0) bytes += character
				depth += 1
			} else if (character === ')') {
				depth -= 1
				if (depth === 0) return decoded(bytes)
				bytes += character
			} else bytes += character
		}
	}

	private hex(): string {
		const end = this.text.indexOf('>', this.at)
		const digits = this.text.slice(this.at + 1, end).replace(/\s/g, '')
		this.at = end + 1
		return decoded((digits.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join(''))
	}

	private list(): Value[] {
		this.at += 1
		const values: Value[] = []
		for (;;) {
			this.blanks()
			if (this.text[this.at] === ']') break
			values.push(this.plain())
		}
		this.at += 1
		return values
	}

	private dict(): Dict {
		this.at += 2
		const dict: Record<string, Value> = {}
		for (;;) {
			this.blanks()
			if (this.text.startsWith('>>', this.at)) break
			dict[this.name().text] = this.plain()
		}
		this.at += 2
		return dict
	}
}

/** UTF-16 where a string says that it is. */
function decoded(bytes: string): string {
	if (!bytes.startsWith('\u00fe\u00ff')) return bytes
	let text = ''
	for (let at = 2; at + 1 < bytes.length; at += 2) {
		text += String.fromCharCode(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1))
	}
	return text
}

export type PdfFile = {
	readonly root: Dict
	readonly info: Dict
	/** What a reference leads to; anything else is itself. */
	readonly follow: (value: Value | undefined) => Value | undefined
	readonly dictOf: (value: Value | undefined) => Dict
	readonly streamOf: (value: Value | undefined) => Stream
	readonly version: string
}

export const isDict = (value: Value | undefined): value is Dict =>
	typeof value === 'object' &&
	value !== null &&
	!Array.isArray(value) &&
	!(value instanceof Name) &&
	!(value instanceof Ref)

const latin = new TextDecoder('latin1')

/** A PDF whose objects stand one by one, as the ones that are made here. Throws where it is broken. */
export function readPdf(file: Uint8Array): PdfFile {
	// Of this decoder some bytes become other characters; a string made by hand keeps each as it is.
	const text = Array.from({ length: Math.ceil(file.length / 8192) }, (_, index) =>
		String.fromCharCode(...file.subarray(index * 8192, (index + 1) * 8192)),
	).join('')
	const objects = new Map<number, { readonly value: Value; readonly stream: Uint8Array | null }>()
	const from = Number(/startxref\s+(\d+)/.exec(text.slice(-60))?.[1])
	const table = new Reader(text.slice(from))
	const rows = [...text.slice(from, text.indexOf('trailer', from)).matchAll(/(\d{10}) (\d{5}) ([nf])/g)]
	for (const [id, row] of rows.entries()) {
		if (row[3] === 'n') objects.set(id, objectAt(text, file, Number(row[1]), id))
	}
	table.at = table.text.indexOf('trailer') + 'trailer'.length
	const trailer = table.plain()
	const follow = (value: Value | undefined): Value | undefined =>
		value instanceof Ref ? follow(objects.get(value.id)?.value) : value
	const dictOf = (value: Value | undefined): Dict => {
		const found = follow(value)
		return isDict(found) ? found : {}
	}
	if (!isDict(trailer)) throw new Error('no trailer')
	return {
		root: dictOf(trailer.Root),
		info: dictOf(trailer.Info),
		version: /^%PDF-(\d\.\d)/.exec(text)?.[1] ?? '',
		follow,
		dictOf,
		streamOf: (value) => {
			const found = value instanceof Ref ? objects.get(value.id) : undefined
			if (!found?.stream || !isDict(found.value)) throw new Error('no stream')
			const packed = found.value.Filter instanceof Name && found.value.Filter.text === 'FlateDecode'
			return { dict: found.value, bytes: packed ? unzlibSync(found.stream) : found.stream }
		},
	}
}

function objectAt(text: string, file: Uint8Array, at: number, id: number) {
	const head = /^(\d+) 0 obj\s/.exec(text.slice(at, at + 30))
	if (head === null || Number(head[1]) !== id) throw new Error(`object ${id} is not where the table says`)
	const reader = new Reader(text)
	reader.at = at + head[0].length
	const value = reader.plain()
	reader.blanks()
	const length = isDict(value) ? value.Length : undefined
	const opens = /^stream\r?\n/.exec(text.slice(reader.at, reader.at + 8))
	if (opens === null || typeof length !== 'number') return { value, stream: null }
	const start = reader.at + opens[0].length
	return { value, stream: file.subarray(start, start + length) }
}

export const latinOf = (bytes: Uint8Array): string => latin.decode(bytes)
