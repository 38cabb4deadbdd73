const FIELD = /^([A-Za-z][A-Za-z0-9-]{1,40}):/
const KNOWN = new Set([
	'from',
	'to',
	'subject',
	'date',
	'message-id',
	'mime-version',
	'content-type',
	'received',
	'return-path',
	'delivered-to',
])

/** As far as it is looked into. Bytes: what servers on the way put on top has some thousand. */
const LOOKED_AT = 64 * 1024

/** Whether bytes begin as a mail does: with lines of names that mails have, `From` among them, and an empty one below. */
export function looksLikeMail(bytes: Uint8Array): boolean {
	const first = bytes[0] ?? 0
	if (!((first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a))) return false
	const names = new Set<string>()
	for (const line of new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT)).split('\n')) {
		const bare = line.replace(/\r$/, '')
		if (bare === '') break
		if (/^[ \t]/.test(bare)) continue
		const name = FIELD.exec(bare)?.[1]?.toLowerCase()
		if (name === undefined) return false
		if (KNOWN.has(name)) names.add(name)
	}
	return names.has('from') && names.size >= 3
}
