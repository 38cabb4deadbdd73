/** How mail programs, in Swedish and English, say that another mail begins. */
const MARK =
	/^[ \t]*(?:-{2,}[ \t]*(?:vidarebefordrat (?:meddelande|brev|mejl)|ursprungligt meddelande|forwarded message|original message)[ \t]*-{2,}|(?:vidarebefordrat brev|begin forwarded message):?|_{10,})[ \t]*$/im

/** A line of what stood on the mail's envelope, in bold where the program writes so. */
const ENVELOPE =
	/^[ \t]*\*?(från|from|datum|date|skickat|sent|till|to|kopia|cc|ämne|subject|svar till|reply-to)[ \t]*:\*?[ \t]*(.*)$/i

/** Mail sent on by one who had it from another. */
const DEPTH_LIMIT = 5

export type Unwrapped = {
	/** Of the innermost mail; null where there is no other within. */
	readonly subject: string | null
	readonly text: string
}

/**
 * A forwarded mail without what forwarding put around it: quote marks, and the envelope with addresses and dates that are
 * not the letter's. What the forwarder wrote before it is kept, after it.
 */
export function unwrapForwarded(text: string, depth = 0): Unwrapped {
	const plain = unquoted(text)
	const mark = MARK.exec(plain)
	const envelope = mark ? readEnvelope(plain.slice(mark.index + mark[0].length)) : null
	if (mark === null || envelope === null || depth >= DEPTH_LIMIT) return { subject: null, text: plain.trim() }
	const within = unwrapForwarded(envelope.rest, depth + 1)
	const before = plain.slice(0, mark.index).trim()
	return {
		subject: within.subject ?? envelope.subject,
		text: [within.text, before].filter((part) => part !== '').join('\n\n'),
	}
}

/** The lines of an envelope at the start, and what follows them; null where there is none. */
function readEnvelope(text: string): { readonly subject: string | null; readonly rest: string } | null {
	const lines = text.split('\n')
	let subject: string | null = null
	let at = 0
	while (lines[at]?.trim() === '') at += 1
	const first = at
	for (; at < lines.length; at += 1) {
		const line = lines[at] ?? ''
		const [, name = '', value = ''] = ENVELOPE.exec(line) ?? []
		if (name === '' && !(at > first && /^[ \t]+\S/.test(line))) break
		if (/^(ämne|subject)$/i.test(name)) subject = value.trim()
	}
	return at > first ? { subject, rest: lines.slice(at).join('\n') } : null
}

/** Without the marks before each line, where most lines have them. */
function unquoted(text: string): string {
	const lines = text.replace(/\r\n?/g, '\n').split('\n')
	const written = lines.filter((line) => line.trim() !== '')
	const quoted = written.filter((line) => /^ ?>/.test(line))
	if (quoted.length * 2 <= written.length || quoted.length === 0) return lines.join('\n')
	return lines.map((line) => line.replace(/^[ >]*> ?/, '')).join('\n')
}

/** A subject without what answering and forwarding put before it. */
export function bareSubject(subject: string): string {
	return subject.replace(/^\s*(?:(?:vb|fw|fwd|vidarebefordrat|sv|re|ang)\s*:\s*)+/i, '').trim()
}
