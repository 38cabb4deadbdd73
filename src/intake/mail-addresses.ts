import { type Broken, brokenDomain, brokenLocal } from './broken-address.ts'

/** A mail address where it stands in a text, and as mail can be sent to it; null where a line's end makes it any of two. */
export type MailAddress = { readonly start: number; readonly end: number; readonly address: string | null }

const LOCAL = /[\p{L}\d.!#$%&'*+/=?^_`{|}~-]{1,64}$/u
const DOMAIN = /^(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.\s?){1,6}\p{L}{2,18}(?![\p{L}\d@])/u
/** The sign, with a space that has slipped in, or written out to hide the address from machines. */
const AT = /\s?(?:@|\(at\)|\[at\]|\(a\)|\ssnabel-?a\s)\s?/giu
/** The next word has run into the address. */
const RUN_IN = /\.(?:se|eu|nu|com|org)(?=(?:samt|med|och|eller|senast|i|kopia)$)/u

/** The name of a machine at the start of a text, with the length it has there. */
function domainAt(text: string): Broken | null {
	const found = DOMAIN.exec(text)?.[0]
	if (found === undefined) return null
	// A space after a point is a slip where what follows ends an address.
	const torn = /\.\s(?:se|eu|nu|com|org|net|fi|dk|no)$/u.test(found)
	const whole = torn ? found : (/^\S+/.exec(found)?.[0] ?? '').replace(/\.$/, '')
	const run = RUN_IN.exec(whole)
	const kept = run ? whole.slice(0, run.index + run[0].length) : whole
	return kept.includes('.') ? { name: kept.replace(/\s/g, ''), length: kept.length } : null
}

/** The addresses in a text, in its order, as far as `most` of them. */
export function mailAddresses(text: string, most: number): MailAddress[] {
	const known = new Set<string>()
	const addresses = found(text, most, (piece) => known.has(piece))
	if (addresses.every(({ address }) => address !== null)) return addresses
	for (const { address } of addresses) {
		const [local = '', domain = ''] = address?.toLowerCase().split('@') ?? []
		known.add(`${local}@`).add(`@${domain}`)
	}
	return found(text, most, (piece) => known.has(piece))
}

/** `elsewhere`: whether the text has a piece of an address whole in another place. */
function found(text: string, most: number, elsewhere: (piece: string) => boolean): MailAddress[] {
	const found: MailAddress[] = []
	for (const sign of text.matchAll(AT)) {
		if (found.length === most) break
		const at = sign.index
		const after = at + sign[0].length
		const before = LOCAL.exec(text.slice(Math.max(0, at - 64), at))?.[0] ?? ''
		const local = before.replace(/^(?:mailto:|['.])+/i, '')
		const rest = text.slice(after, after + 120)
		const domain = brokenDomain(rest, elsewhere) ?? domainAt(rest)
		const start = at - local.length
		if (local === '' || domain === null || start < (found.at(-1)?.end ?? 0)) continue
		const end = after + domain.length
		const { name, length } = brokenLocal(text.slice(Math.max(0, start - 40), start), local, elsewhere)
		const address = name === null || domain.name === null ? null : `${name}@${domain.name}`
		found.push({ start: at - length, end, address })
	}
	return found
}
