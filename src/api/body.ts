import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { bytesWithin } from '#http/bounded-body.ts'
import type { DoorProblem } from './problem.ts'

/** A body larger than this is refused before it is read to its end. Bytes. */
export const BODY_LIMIT = 2 * 1024 * 1024

const JSON_TYPE = 'application/json'

/** How bodies that are text become what the schema takes: by content type. */
export type TextBodies = Readonly<Record<string, (text: string) => unknown>>

/** The body as a value for a schema. No body at all is an empty object: some acts need to be told nothing. */
export async function bodyOf(request: Request, texts: TextBodies = {}): Promise<Result<unknown, DoorProblem>> {
	const bytes = await bytesWithin(request, BODY_LIMIT)
	if (bytes === null) return refuse({ code: 'tooLarge', limit: BODY_LIMIT })
	if (bytes.length === 0) return ok({})
	const [type = '', ...parameters] = (request.headers.get('content-type') ?? '')
		.toLowerCase()
		.split(';')
		.map((part) => part.trim())
	const charset = parameters.find((parameter) => parameter.startsWith('charset='))
	const utf8 = charset === undefined || /^charset="?utf-8"?$/.test(charset)
	const fromText = Object.hasOwn(texts, type) ? texts[type] : undefined
	if (!utf8 || (type !== JSON_TYPE && !fromText)) {
		return refuse({ code: 'wrongContentType', accepted: [JSON_TYPE, ...Object.keys(texts)] })
	}
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
		// Half a character has no bytes that could be stored or hashed.
		return ok(
			fromText
				? fromText(text)
				: JSON.parse(text, (_name, value) => (typeof value === 'string' ? value.toWellFormed() : value)),
		)
	} catch {
		return refuse({ code: 'badJson' })
	}
}
