import type { FileFacts } from '#domain/inquiry/file.ts'
import type { CoalitionId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { acts } from '#domain/publication/acts.ts'
import type { Files } from '#files/port.ts'
import { type BroughtFile, type FileDeps, keepFiles, type Opener, openBrought } from '#usecases/inquiry/bring-files.ts'
import type { Deps, Order } from '#usecases/perform.ts'
import { DAY_MS } from '#usecases/person/sessions.ts'

/** How long a file waits for whoever brought it to save what it is part of. */
export const WAITS_MS = 7 * DAY_MS

/** Keeps files that are to be part of an older statement, apart until it is saved, and says what was read in them. */
export async function keepOlderFiles(
	deps: FileDeps,
	order: Order<{ readonly open: Opener<readonly BroughtFile[]> }>,
): Promise<Result<readonly (FileFacts & Pick<BroughtFile, 'text'>)[], Rejection>> {
	const opened = await openBrought(deps, acts.importOlder, order, { asFiles: true })
	if (!opened.ok) return opened
	return ok(await keepFiles(deps, opened.value.coalitionId, opened.value.brought, { unsaved: true }))
}

/**
 * Lays files that waited with the coalition's, where they stay. Refuses those that neither wait nor lie there, each as large as is
 * said: what a form brings back is not taken on its word.
 */
export async function savedFiles({ files }: FileDeps, coalitionId: CoalitionId, named: readonly FileFacts[]) {
	const gone = refuse({ code: 'fileGone' as const, field: 'file' as const })
	for (const { sha256, size } of named) {
		if (files === null || !/^[0-9a-f]{64}$/.test(sha256)) return gone
		const found = await files.get({ coalitionId, sha256 })
		await found?.body.cancel()
		if (found?.size === size) continue
		const waiting = await files.get({ coalitionId, sha256, unsaved: true })
		if (waiting?.size !== size) {
			await waiting?.body.cancel()
			return gone
		}
		await files.put({ coalitionId, sha256 }, [new Uint8Array(await new Response(waiting.body).arrayBuffer())])
	}
	return null
}

/** In which minute of each hour it is done. */
const AT_MINUTE = 20
const MINUTE_MS = 60_000
/** Requests that it may take: lists of what waits, and what is taken away of each. */
const REQUESTS = 20

type Kept = { readonly files?: Pick<Files, 'dropWaiting'> | null; readonly budget: { readonly left: () => number } }

/** Takes away, once an hour, what was brought to be looked at and never saved. */
export async function dropUnsaved({ now, files = null, budget }: Pick<Deps, 'now'> & Kept): Promise<void> {
	if (Math.floor(now() / MINUTE_MS) % 60 !== AT_MINUTE || budget.left() < REQUESTS) return
	await files?.dropWaiting(WAITS_MS)
}
