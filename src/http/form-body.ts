import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Typed } from '#ui/form-state.ts'
import { bytesWithin } from './bounded-body.ts'

/** What a form without files can hold at most. Bytes. */
const FORM_LIMIT = 2 * 1024 * 1024

/** A file that was chosen in a form. What it is called and what its browser takes it for prove nothing. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

export type SentForm = { readonly typed: Typed; readonly files: readonly Upload[] }

/**
 * A form as it was sent, read no further than it may be large. `filesWithin`: how large with its files; without it files
 * are left out. Line ends come as CRLF and go as LF.
 */
export async function readForm(request: Request, filesWithin?: number): Promise<Result<SentForm, Rejection>> {
	const limit = FORM_LIMIT + (filesWithin ?? 0)
	const bytes = await bytesWithin(request, limit)
	if (bytes === null) {
		if (filesWithin !== undefined) return refuse({ code: 'uploadTooLarge', field: 'file', limit: filesWithin })
		return refuse({ code: 'tooLong', field: '', limit: FORM_LIMIT, length: FORM_LIMIT })
	}
	const headers = { 'content-type': request.headers.get('content-type') ?? '' }
	const data = await new Response(bytes, { headers }).formData().catch(() => new FormData())
	// Without a prototype: a field may be called `constructor`.
	const typed: Record<string, string[]> = Object.create(null)
	const files: Upload[] = []
	let length = 0
	for (const [name, value] of data) {
		if (typeof value === 'string') {
			length += value.length
			if (length > FORM_LIMIT) return refuse({ code: 'tooLong', field: '', limit: FORM_LIMIT, length })
			const values = typed[name] ?? []
			values.push(value.replace(/\r\n?/g, '\n'))
			typed[name] = values
		} else if (filesWithin !== undefined && (value.name !== '' || value.size > 0)) {
			files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
		}
	}
	return ok({ typed, files })
}

/** What was typed in a form without files; null when there is more of it than any holds. */
export async function typedForm(request: Request): Promise<Typed | null> {
	const sent = await readForm(request)
	return sent.ok ? sent.value.typed : null
}
