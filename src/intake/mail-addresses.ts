/** A mail address where it stands in a text, and as mail can be sent to it. */
export type MailAddress = { readonly start: number; readonly end: number; readonly address: string }

const LOCAL = /[\p{L}\d.!#$%&'*+/=?^_`{|}~-]{1,64}$/u
const DOMAIN = /^(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.\s?){1,6}\p{L}{2,18}(?![\p{L}\d@])/u
/** The sign, with a space that has slipped in, or written out to hide the address from machines. */
const AT = /\s?(?:@|\(at\)|\[at\]|\(a\)|\ssnabel-?a\s)\s?/giu
/** The next word has run into the address. */
const RUN_IN = /\.(?:se|eu|nu|com|org)(?=(?:samt|med|och|eller|senast|i|kopia)$)/u

/** The name of a machine at the start of a text, with the length it has there. */
function domainAt(text: string): { readonly name: string; readonly length: number } | null {
	const found = DOMAIN.exec(text)?.[0]
	if (found === undefined) return null
	// A space after a point is a slip where what follows ends an address.
	const torn = /\.\s(?:se|eu|nu|com|org|net|fi|dk|no)$/u.test(found)
	const whole = torn ? found : (/^\S+/.exec(found)?.[0] ?? '').replace(/\.$/, '')
	const run = RUN_IN.exec(whole)
	const kept = run ? whole.slice(0, run.index + run[0].length) : whole
	return kept.includes('.') ? { name: kept.replace(/\s/g, ''), length: kept.length } : null
}

export function mailAddresses(text: string): MailAddress[] {
	const found: MailAddress[] = []
	for (const sign of text.matchAll(AT)) {
		const after = sign.index + sign[0].length
		const before = LOCAL.exec(text.slice(Math.max(0, sign.index - 64), sign.index))?.[0] ?? ''
		const local = before.replace(/^(?:mailto:|['.])+/i, '')
		const domain = domainAt(text.slice(after, after + 120))
		const start = sign.index - local.length
		if (local === '' || domain === null || start < (found.at(-1)?.end ?? 0)) continue
		found.push({ start, end: after + domain.length, address: `${local}@${domain.name}` })
	}
	return found
}
