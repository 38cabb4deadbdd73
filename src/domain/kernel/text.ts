import { withIsolatedDirections, withoutDirections } from './directions.ts'
import type { Rejection } from './rejection.ts'
import { ok, type Result, refuse } from './result.ts'

/** Longer than any language's run of combining marks. Composing such a run takes the square of its length: minutes for 1 MB. */
const MARKS = /(\p{M}{11,})/u

/** Line ends of other systems; Word's manual line break is a vertical tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g
/** Control characters that are neither tab nor line end, and noncharacters: no feed and no Word file (XML) can hold them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g

/**
 * Unicode NFC, LF line ends, no control characters, and U+FFFD for half a character (a lone surrogate has no bytes that
 * could be hashed). What changes the direction of writing stays where it belongs to a script, and isolated. Everything else is kept as typed, absurdly long runs of combining marks too.
 */
export function normaliseText(text: string): string {
	const plain = text.toWellFormed().replace(LINE_ENDS, '\n').replace(UNPRINTABLE, '')
	const parts = plain.split(MARKS)
	return withIsolatedDirections(parts.map((part, index) => (index % 2 === 0 ? part.normalize('NFC') : part)).join(''))
}

/** Longest title: what fits in a mail's subject and a document's name. Characters. */
export const TITLE_LIMIT = 300

/** Longest free text in a reason, comment or note. Characters. */
export const NOTE_LIMIT = 4000

/** A text that may be left out: normalised, trimmed, within the limit. */
export function optionalText(field: string, text: string, limit: number): Result<string, Rejection> {
	const trimmed = normaliseText(text).trim()
	const length = [...trimmed].length
	return length > limit ? refuse({ code: 'tooLong', field, limit, length }) : ok(trimmed)
}

/** The same, and not empty. */
export function requiredText(field: string, text: string, limit: number): Result<string, Rejection> {
	const valid = optionalText(field, text, limit)
	return valid.ok && valid.value === '' ? refuse({ code: 'empty', field }) : valid
}

/** The same on one line: it becomes a mail's subject, a heading, a file's name. Line ends and tabs become spaces. */
export function requiredLine(field: string, text: string, limit: number): Result<string, Rejection> {
	return requiredText(field, oneLine(text), limit)
}

/** Line ends and tabs become spaces, and nothing changes the direction of what stands beside it. */
export function oneLine(text: string): string {
	return withoutDirections(text).replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
}
