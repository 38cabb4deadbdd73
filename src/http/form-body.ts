import { lengthOf } from '#domain/kernel/pieces.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { nothing } from '#read/viewer.ts'
import type { Typed } from '#ui/form-state.ts'
import { type Access, verdict } from './access.ts'
import { piecesWithin } from './bounded-body.ts'
import type { Context } from './context.ts'
import { formEntries, type Upload } from './form-files.ts'
import { readSender } from './sender.ts'

/** What a form without files can hold at most. Bytes. */
const FORM_LIMIT = 2 * 1024 * 1024

/** What a stranger can send, and anybody in a form that is open to everyone: it asks for an address or a code. Bytes. */
const STRANGERS_LIMIT = 16 * 1024

export type { Upload } from './form-files.ts'

export type SentForm = { readonly typed: Typed; readonly files: readonly Upload[] }

/** What a form is for: who may send it, and how large it may be with its files. Without `filesWithin`, files are left out. */
type FormFor = { readonly access: Access; readonly filesWithin?: number | undefined }

/**
 * A form as it was sent, read no further than it may be large. Before more of it is read than a stranger may send, it is looked
 * up who sends it. Line ends come as CRLF and go as LF.
 */
export async function readForm(
	context: Context,
	{ access, filesWithin }: FormFor,
): Promise<Result<SentForm, Rejection>> {
	const { request } = context
	let limit = STRANGERS_LIMIT
	const more = async () => {
		limit = access === 'public' ? STRANGERS_LIMIT : await limitFor(context, access, filesWithin ?? 0)
		return limit
	}
	const form = await piecesWithin(request, { free: STRANGERS_LIMIT, more })
	if (form === null) {
		if (filesWithin !== undefined && limit > FORM_LIMIT)
			return refuse({ code: 'uploadTooLarge', field: 'file', limit: filesWithin })
		return refuse({ code: 'bodyTooLarge', limit })
	}
	// Without a prototype: a field may be called `constructor`.
	const typed: Record<string, string[]> = Object.create(null)
	const files: Upload[] = []
	let length = 0
	for (const [name, value] of await formEntries(form, request.headers.get('content-type') ?? '')) {
		if (typeof value === 'string') {
			length += value.length
			if (length > FORM_LIMIT) return refuse({ code: 'bodyTooLarge', limit: FORM_LIMIT })
			const values = typed[name] ?? []
			values.push(value.replace(/\r\n?/g, '\n'))
			typed[name] = values
		} else if (filesWithin !== undefined && (value.name !== '' || lengthOf(value.bytes) > 0)) {
			files.push(value)
		}
	}
	return ok({ typed, files })
}

/**
 * How much may be sent by whoever it is. Files only by those the form is for. Text also by others who are no strangers, so that
 * it is not lost to somebody whose session has ended, or whose seat: it is shown to them again.
 */
async function limitFor(context: Context, access: Access, files: number): Promise<number> {
	const { viewer, stranger } = await readSender(context, context.params.coalition ?? null, nothing)
	if (verdict(access, viewer) === 'granted') return FORM_LIMIT + files
	return stranger ? STRANGERS_LIMIT : FORM_LIMIT
}

/** What was typed in a form without files. */
export async function typedForm(context: Context, access: Access): Promise<Result<Typed, Rejection>> {
	const sent = await readForm(context, { access })
	return sent.ok ? ok(sent.value.typed) : sent
}
