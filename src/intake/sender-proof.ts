import { CHECK_RESULTS, type SenderChecks } from '#domain/publication/reply.ts'

/**
 * What the server that received a mail found out about the address on its envelope. `proven`: the address's own domain vouches
 * for it. `forged`: it says that the mail is not from there. `unproven`: it says nothing, or could not be asked.
 */
export type SenderProof = 'proven' | 'unproven' | 'forged'

/** Longest lines at the top of a mail that are read, all together. Mails have some kilobytes of them. Bytes. */
const TOP_LIMIT = 256 * 1024

/** The lines at the top of a mail, above the first that is empty; null where there are too many. Each byte is a character. */
export function topOf(raw: Uint8Array): string | null {
	const within = raw.subarray(0, TOP_LIMIT)
	let top = ''
	for (let from = 0; from < within.length; from += 8192) {
		top += String.fromCharCode(...within.subarray(from, from + 8192))
	}
	const end = /\r?\n\r?\n/.exec(top)
	if (end) return top.slice(0, end.index)
	return raw.length > TOP_LIMIT ? null : top
}

type Asked = {
	/** As the server that received the mail calls itself. What others say it is not asked: anybody can write that. */
	readonly authserv: string
	/** The address on the envelope. */
	readonly sender: string
}

/**
 * Reads it from the topmost `Authentication-Results` (RFC 8601) of that server, which puts its own above all that came with the
 * mail.
 */
export function senderProof(top: string, { authserv, sender }: Asked): SenderProof {
	const domain = domainOf(sender)
	const results = resultsIn(top, authserv)
	if (results === null || domain === '') return 'unproven'
	const of = (method: string, property: string) =>
		results.filter((each) => each.method === method && domainOf(each.properties.get(property) ?? '') === domain)
	const spf = of('spf', 'smtp.mailfrom')
	// Of what is said more than once the worst counts: one of them may be part of an address that somebody made up.
	if (results.some(({ method, result }) => method === 'dmarc' && result === 'fail')) return 'forged'
	const vouched = [of('dmarc', 'header.from'), spf].some(allPass) || of('dkim', 'header.d').some(passes)
	if (vouched) return 'proven'
	return spf.some(({ result }) => result === 'fail') ? 'forged' : 'unproven'
}

/**
 * What that server says of each way to check whom a mail is from. SPF counts for the envelope where that is told; of signatures one that
 * holds is enough; of all else that is said more than once a no counts.
 */
export function senderChecks(top: string, authserv: string): SenderChecks {
	const results = resultsIn(top, authserv) ?? []
	const of = (method: string) => results.filter((each) => each.method === method)
	const envelope = of('spf').filter(({ properties }) => properties.has('smtp.mailfrom'))
	const worst = (own: readonly Result[]) => own.find(({ result }) => result === 'fail') ?? own[0]
	const known = (found: Result | undefined) => CHECK_RESULTS.find((each) => each === found?.result) ?? null
	return {
		spf: known(worst(envelope.length > 0 ? envelope : of('spf'))),
		dkim: known(of('dkim').find(passes) ?? of('dkim')[0]),
		dmarc: known(worst(of('dmarc'))),
	}
}

/** What the topmost line of that server tells; null where it has none. */
function resultsIn(top: string, authserv: string): Result[] | null {
	const found = top
		.split(/\r?\n(?![ \t])/)
		.map((line) => /^authentication-results[ \t]*:(.*)$/is.exec(line)?.[1])
		.filter((value) => value !== undefined)
		.map(statementsOf)
		.find(([[server = ''] = []]) => server.toLowerCase() === authserv.toLowerCase())
	return found?.slice(1).map(resultOf) ?? null
}

type Result = { readonly method: string; readonly result: string; readonly properties: ReadonlyMap<string, string> }

const passes = ({ result }: Result) => result === 'pass'
const allPass = (results: readonly Result[]) => results.length > 0 && results.every(passes)
const domainOf = (address: string) =>
	address
		.slice(address.lastIndexOf('@') + 1)
		.trim()
		.toLowerCase()

/** The words of each statement, without comments. What stands in quotes, or in a comment, is never a word or an end of its own. */
function statementsOf(value: string): string[][] {
	const statements: string[][] = [[]]
	let word = ''
	let depth = 0
	let quoted = false
	const endWord = () => {
		if (word !== '') statements.at(-1)?.push(word)
		word = ''
	}
	for (let at = 0; at < value.length; at += 1) {
		const sign = value[at] ?? ''
		if (sign === '\\' && (quoted || depth > 0)) {
			if (quoted) word += value[at + 1] ?? ''
			at += 1
		} else if (quoted) {
			if (sign === '"') quoted = false
			else word += sign
		} else if (sign === '(') depth += 1
		else if (depth > 0) depth -= sign === ')' ? 1 : 0
		else if (sign === '"') quoted = true
		else if (/\s/.test(sign)) endWord()
		else if (sign === ';') {
			endWord()
			statements.push([])
		} else word += sign
	}
	endWord()
	return statements
}

/** `spf=pass smtp.mailfrom=a@example.org`: the method, its result, and what it was about. */
function resultOf([first = '', ...others]: readonly string[]): Result {
	const [method = '', result = ''] = halves(first)
	return { method: method.toLowerCase(), result: result.toLowerCase(), properties: new Map(others.map(halves)) }
}

function halves(word: string): [string, string] {
	const at = word.indexOf('=')
	return at < 0 ? [word, ''] : [word.slice(0, at).toLowerCase(), word.slice(at + 1)]
}
