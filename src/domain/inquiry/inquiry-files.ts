import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { FileId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { acts } from './acts.ts'
import { FILES_LIMIT, type FileFacts } from './file.ts'
import type { Inquiry } from './inquiry.ts'

/** Lays files with an inquiry, whatever has become of it. */
export function attachFiles(
	actor: Actor,
	inquiry: Inquiry,
	given: readonly FileFacts[],
	{ now, newId }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.attachFile, actor, now)
	if (!may.ok) return may
	if (given.length === 0) return refuse({ code: 'empty', field: 'file' })
	if (given.length > FILES_LIMIT) {
		return refuse({ code: 'tooLong', field: 'file', limit: FILES_LIMIT, length: given.length })
	}
	const files = given.map((file) => ({ ...file, id: newId<'file'>() }))
	return ok({
		value: null,
		events: [
			{
				type: 'inquiryFilesAttached',
				stream: streams.inquiry(inquiry.id),
				statementId: null,
				payload: { inquiryId: inquiry.id, files },
			},
		],
		guards: may.value.guards,
	})
}

/** Takes a file away from an inquiry. Its bytes stay, because what happened must be possible to follow. */
export function removeFile(
	actor: Actor,
	inquiry: Inquiry,
	/** Those that lie with it now. */
	present: readonly FileId[],
	fileId: FileId,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.removeFile, actor, now)
	if (!may.ok) return may
	if (!present.includes(fileId)) return refuse({ code: 'notFound' })
	return ok({
		value: null,
		events: [
			{
				type: 'inquiryFileRemoved',
				stream: streams.inquiry(inquiry.id),
				statementId: null,
				payload: { inquiryId: inquiry.id, fileId },
			},
		],
		guards: may.value.guards,
	})
}
