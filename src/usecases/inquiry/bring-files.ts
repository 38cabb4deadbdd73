import { allOf } from '#db/client.ts'
import { actorQuery, coalitionIdQuery } from '#db/members/load-actor.ts'
import { acts } from '#domain/inquiry/acts.ts'
import { type FileFacts, type FileGap, type MediaType, safeName } from '#domain/inquiry/file.ts'
import type { CoalitionId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { permit } from '#domain/members/authority.ts'
import type { Files } from '#files/port.ts'
import { sha256OfBytes } from '#usecases/hashing.ts'
import type { Deps, Order } from '#usecases/perform.ts'
import { takeTurn } from '#usecases/person/rate-limit.ts'

export type FileDeps = Deps & {
	/** Null where nothing keeps files. */
	readonly files: Files | null
}

/** A file somebody brings, opened and found to be what it says. */
export type BroughtFile = {
	readonly name: string
	readonly mediaType: MediaType
	readonly bytes: Uint8Array<ArrayBuffer>
	/** What was read in it. */
	readonly text: string
	readonly gap: FileGap | null
}

/** More than anybody does by hand, and few enough that nobody fills the store. */
const TIMES = 60
const WINDOW_MS = 60 * 60_000

declare const allowed: unique symbol

/** That somebody may bring something now, and to which coalition. Only `mayBring` gives it. */
export type Bringing = { readonly coalitionId: CoalitionId; readonly [allowed]: true }

/**
 * Whether the person may bring a notice or files to the coalition now. Counts it, so it is asked once for each, and before
 * what they bring is opened or kept.
 */
export async function mayBring(
	deps: FileDeps,
	order: Order<unknown>,
	withFiles: boolean,
): Promise<Result<Bringing, Rejection>> {
	const now = deps.now()
	const [{ who, coalitionId }] = await deps.db.read<[Entry]>(
		allOf({ who: actorQuery(order.actor, order.coalition, now), coalitionId: coalitionIdQuery(order.coalition) }),
	)
	if (who === null) return refuse({ code: 'signInRequired' })
	const { scope } = acts.takeNotice
	if (who.scopes !== null && !who.scopes.includes(scope)) return refuse({ code: 'scopeMissing', scope })
	const may = permit(acts.takeNotice, who.actor, now)
	if (!may.ok) return may
	if (coalitionId === null) return refuse({ code: 'notFound' })
	if (withFiles && deps.files === null) return refuse({ code: 'noFileStore' })
	const limit = { of: `bring:${coalitionId}:${who.actor.personId}`, times: TIMES, windowMs: WINDOW_MS }
	const turn = await takeTurn(deps, [limit])
	return turn.ok ? ok({ coalitionId } as Bringing) : turn
}

type Entry = {
	readonly who: Awaited<ReturnType<ReturnType<typeof actorQuery>['parse']>>
	readonly coalitionId: CoalitionId | null
}

/** Keeps the bytes, so that they are there before any row names them. */
export async function keepFiles<File extends BroughtFile>(
	{ files }: FileDeps,
	{ coalitionId }: Bringing,
	brought: readonly File[],
): Promise<(Omit<File, 'bytes' | 'name'> & FileFacts)[]> {
	const kept = []
	for (const { bytes, name, ...file } of brought) {
		if (files === null) throw new Error('asked to keep a file where nothing keeps any')
		const sha256 = await sha256OfBytes(bytes)
		await files.put({ coalitionId, sha256 }, bytes)
		kept.push({ ...file, sha256, name: safeName(name, file.mediaType), size: bytes.length })
	}
	return kept
}
