import { type Envelope, envelopeAt, isWhole, QUOTE } from './envelope.ts'

/** How mail programs, in Swedish and English, say that another mail begins. */
const MARK =
	/^[ \t]*(?:-{2,}[ \t]*(?:vidarebefordrat (?:meddelande|brev|mejl)|ursprungligt meddelande|forwarded message|original message)[ \t]*-{2,}|(?:vidarebefordrat (?:brev|meddelande|mejl)|begin forwarded message):?)[ \t]*$/i

/** "Den 19 november skrev Anna <anna@example.org>:", above what is quoted. */
const WROTE = /^[ \t]*(?:den|on|am|le)\s.{4,160}(?:skrev|wrote|schrieb|écrit)[^:]{0,120}:[ \t]*$/iu

/** A rule that some programs draw above another mail. By itself it says nothing. */
const RULE = /^[ \t]*(?:[_=–—-][ \t]?){5,}$/

/** Mail sent on by one who had it from another. */
const DEPTH_LIMIT = 5

export type Unwrapped = {
	/** Of the letter; null where no mail is sent on. */
	readonly subject: string | null
	readonly text: string
	/** What those who sent it on wrote, and what stands quoted below it: the nearest to the letter first. */
	readonly aside: readonly string[]
}

type Inner = { readonly before: string; readonly subject: string | null; readonly rest: string }

/**
 * A forwarded mail without what forwarding put around it: quote marks, and the envelope with addresses and dates that are
 * not the letter's. The letter is the innermost mail; where one of them answers another, that one: `answers` is the subject
 * of the mail itself, where somebody else has sent it on.
 */
export function unwrapForwarded(text: string, answers: string | null = null): Unwrapped {
	const aside: string[] = []
	let subject: string | null = null
	let plain = unquoted(text)
	for (let depth = 0; depth < DEPTH_LIMIT; depth += 1) {
		const inner = innerMail(plain)
		if (inner === null) break
		if (isAnswer(depth > 0 ? subject : answers) && inner.before !== '') {
			aside.unshift(plain.slice(plain.indexOf(inner.before) + inner.before.length).trim())
			plain = inner.before
			break
		}
		if (inner.before !== '') aside.unshift(inner.before)
		subject = inner.subject ?? subject ?? ''
		plain = unquoted(inner.rest)
	}
	return { subject, text: plain.trim(), aside }
}

/** Where another mail begins in a text, and what stands before it. */
function innerMail(text: string): Inner | null {
	const lines = text.split('\n')
	for (const [at, line] of lines.entries()) {
		const marked = MARK.test(line)
		const start = marked ? nextWritten(lines, at + 1) : at
		const envelope = envelopeAt(lines, start)
		if (envelope !== null && (marked || isWhole(envelope))) return innerAt(lines, at, envelope)
		if (WROTE.test(line) && /^[ \t]*>/.test(lines[nextWritten(lines, at + 1)] ?? '')) {
			return { before: textBefore(lines, at), subject: null, rest: unquoted(lines.slice(at + 1).join('\n')) }
		}
	}
	return null
}

const innerAt = (lines: readonly string[], at: number, { subject, end }: Envelope): Inner => ({
	before: textBefore(lines, at),
	subject,
	rest: lines.slice(end).join('\n'),
})

function textBefore(lines: readonly string[], at: number): string {
	let end = at
	while (
		end > 0 &&
		((lines[end - 1] ?? '').trim() === '' || RULE.test(lines[end - 1] ?? '') || MARK.test(lines[end - 1] ?? ''))
	)
		end -= 1
	return lines.slice(0, end).join('\n').trim()
}

function nextWritten(lines: readonly string[], from: number): number {
	let at = from
	while (at < lines.length && (lines[at] ?? '').trim() === '') at += 1
	return at
}

/** Without the marks before each line, where most lines have them. */
function unquoted(text: string): string {
	const lines = text.replace(/\r\n?/g, '\n').split('\n')
	const written = lines.filter((line) => line.trim() !== '')
	const quoted = written.filter((line) => /^ ?>/.test(line))
	if (quoted.length * 2 <= written.length || quoted.length === 0) return lines.join('\n')
	return lines.map((line) => line.replace(QUOTE, '')).join('\n')
}

const ANSWER = /^\s*(?:sv|re|aw|vs)\s*:/i
const isAnswer = (subject: string | null) => subject !== null && ANSWER.test(subject)

/** A subject without what answering and forwarding put before it. */
export function bareSubject(subject: string): string {
	return subject.replace(/^\s*(?:(?:vb|fw|fwd|wg|vl|vidarebefordrat|sv|re|aw|ang)\s*:\s*)+/i, '').trim()
}
