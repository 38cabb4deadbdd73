import type { CoalitionId, PersonId } from '#domain/kernel/id.ts'
import type { RejectionCode } from '#domain/kernel/rejection.ts'
import type { Way } from '#domain/person/ways.ts'

/** What is limited, by the name that a log line has for it. */
export type LimitName =
	| 'asking'
	| 'mailToAddress'
	| 'mailInAll'
	| 'cardsFromPlace'
	| 'card'
	| 'bringing'
	| 'drafts'
	| 'likenesses'
	| 'ownAddress'

/** What is done every minute, by the name that a log line has for it. */
export type JobName =
	| 'due'
	| 'closeBallots'
	| 'settleLists'
	| 'remind'
	| 'remindOfAmendments'
	| 'tell'
	| 'takeAddresses'
	| 'tellOfDirectory'
	| 'forget'
	| 'keyCodes'
	| 'deliverResponses'
	| 'deliver'
	| 'index'
	| 'dropUnsaved'

/** What is written down for whoever operates it. No name, no address, no network, and nothing that somebody typed. */
export type LogLine =
	| { readonly event: 'signedIn'; readonly way: Extract<Way, 'link' | 'code' | 'card'> }
	| { readonly event: 'signInRefused'; readonly why: 'wrongCode' | 'codeGone' | 'wrongCard' | 'linkGone' }
	| { readonly event: 'limitReached'; readonly limit: LimitName }
	/** The room in which a text is typed did not answer an act on that text. */
	| { readonly event: 'roomSilent' }
	/** What was typed could not be taken into the record, and is tried again. */
	| { readonly event: 'typedNotTaken'; readonly code: RejectionCode }
	/** What the jobs do failed at one of what was due; the others had their turn. By which kind of error and where, never by its words. */
	| ({ readonly event: 'jobFailed'; readonly job: JobName } & Failed)
	/** Somebody erased themselves. By id, which the operator notes apart from the backups. */
	| { readonly event: 'erasedSelf'; readonly person: PersonId }
	/** Somebody who is signed in, or a program with a token, asked for what is for others. 404: of another coalition, or the operator's. */
	| {
			readonly event: 'forbidden'
			readonly status: 403 | 404
			readonly coalition: CoalitionId | null
			readonly person: PersonId
	  }

/**
 * What is written down of what failed: by which kinds of error, each where it failed. What an error says may have what somebody typed
 * in it, and stands at the head of its stack, with what looks like places where that was typed.
 */
export function whereItFailed(error: unknown): readonly Failed[] {
	if (error instanceof AggregateError) return error.errors.flatMap(whereItFailed)
	if (!(error instanceof Error)) return [{ error: typeof error, stack: [] }]
	const { name, message, stack = '' } = error
	const said = stack.indexOf(message)
	// What was said otherwise when the stack was made cannot be told from places.
	const places = said < 0 ? '' : stack.slice(said + message.length)
	const found = { error: name, stack: places.split('\n').filter((line) => /^ {4}at /.test(line)) }
	const code = 'code' in error ? String(error.code) : ''
	return [CODE.test(code) ? { ...found, code } : found]
}

/** What a server or the database answered by: `550`, `SQLITE_BUSY`. Nobody typed it. */
const CODE = /^[A-Z0-9_]{3,40}$/

/** `code`: where a server or the database gave one. */
type Failed = { readonly error: string; readonly stack: readonly string[]; readonly code?: string }
