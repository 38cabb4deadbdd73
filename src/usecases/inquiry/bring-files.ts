import { actorQuery, coalitionIdQuery } from '#db/members/load-actor.ts'
import { type FileFacts, type FileGap, type MediaType, safeName } from '#domain/inquiry/file.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { CoalitionId } from '#domain/kernel/id.ts'
import { lengthOf, type Pieces } from '#domain/kernel/pieces.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Files } from '#files/port.ts'
import { sha256, sha256OfPieces } from '#usecases/hashing.ts'
import { type Deps, type Order, permitted } from '#usecases/perform.ts'
import { DAY_KEY, LONGEST_WINDOW_MS, takeTurn } from '#usecases/person/rate-limit.ts'
import { DAY_MS } from '#usecases/person/sessions.ts'

export type FileDeps = Deps & {
	/** Null where nothing keeps files. */
	readonly files: Files | null
}

/** A file somebody brings, opened and found to be what it says. */
export type BroughtFile = {
	readonly name: string
	readonly mediaType: MediaType
	readonly bytes: Pieces
	/** What was read in it. */
	readonly text: string
	readonly gap: FileGap | null
}

/** More than anybody does by hand, and few enough that nobody fills the store. */
const LIMIT = { of: 'bring', name: 'bringing', times: 60, windowMs: LONGEST_WINDOW_MS } as const
/** Of what only says that the person brings it. Counted apart, so that whoever uses their name keeps nothing of theirs out. */
const UNPROVEN_LIMIT = { of: 'unproven', name: 'bringing', times: 10, windowMs: DAY_MS } as const

/** Opens what is brought, or says why it is not taken. Asked for once its bringer is let in, and not before. */
export type Opener<Brought> = () => Result<Brought, Rejection> | Promise<Result<Brought, Rejection>>

type Terms = {
	/** It is worth nothing without a place for files. */
	readonly asFiles: boolean
	/** Whoever is said to bring it did not show that they do. */
	readonly unproven?: boolean
}

/** What was brought, and whose it is to be. */
type Opened<Brought> = { readonly brought: Brought; readonly coalitionId: CoalitionId }

/**
 * Opens what the person brings for an act, where they may do that act and have not brought too much. Counts it, so that
 * opening is bounded too.
 */
export async function openBrought<Brought>(
	deps: FileDeps,
	act: DeclaredAct,
	order: Order<{ readonly open: Opener<Brought> }>,
	{ asFiles, unproven = false }: Terms,
): Promise<Result<Opened<Brought>, Rejection>> {
	const now = deps.now()
	const [who, coalitionId] = await deps.db.read(
		actorQuery(order.actor, order.coalition, now),
		coalitionIdQuery(order.coalition),
	)
	const may = permitted(who, act, order.actor, now)
	if (!may.ok) return may
	if (coalitionId === null) return refuse({ code: 'notFound' })
	if (asFiles && deps.files === null) return refuse({ code: 'noFileStore' })
	const { of, ...limit } = unproven ? UNPROVEN_LIMIT : LIMIT
	const hash = await sha256(`${of}:${coalitionId}:${may.value.personId}`)
	const turn = await takeTurn(deps, { all: [{ ...limit, key: unproven ? DAY_KEY + hash : hash }] })
	if (!turn.ok) return turn
	const brought = await order.command.open()
	return brought.ok ? ok({ brought: brought.value, coalitionId }) : brought
}

/** Keeps the bytes, so that they are there before any row names them. `unsaved`: whoever brought them is to look at them first. */
export async function keepFiles<File extends BroughtFile>(
	{ files }: FileDeps,
	coalitionId: CoalitionId,
	brought: readonly File[],
	{ unsaved = false } = {},
): Promise<(Omit<File, 'bytes' | 'name'> & FileFacts)[]> {
	const kept = []
	for (const { bytes, name, ...file } of brought) {
		if (files === null) throw new Error('asked to keep a file where nothing keeps any')
		const sha256 = await sha256OfPieces(bytes)
		await files.put({ coalitionId, sha256, unsaved }, bytes)
		kept.push({ ...file, sha256, name: safeName(name, file.mediaType), size: lengthOf(bytes) })
	}
	return kept
}
