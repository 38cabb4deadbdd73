import type { LeftOut, NoticeFile } from '#domain/inquiry/notice.ts'

/**
 * What came back about a letter: what a person wrote; what a program answered by itself (RFC 3834); or what a mail server says of
 * some of its addressees (RFC 3464): that it never reaches them, that it is still tried, or that it was delivered.
 */
export const REPLY_KINDS = ['reply', 'automatic', 'bounce', 'delay', 'delivered'] as const
export type ReplyKind = (typeof REPLY_KINDS)[number]

/** What a check of a mail's sender can come to (RFC 8601). */
export const CHECK_RESULTS = [
	'pass',
	'fail',
	'softfail',
	'neutral',
	'none',
	'policy',
	'temperror',
	'permerror',
] as const
export type CheckResult = (typeof CHECK_RESULTS)[number]

/** What the server that took the letter in found out about whom it is from. Null: it does not say. */
export type SenderChecks = {
	readonly spf: CheckResult | null
	readonly dkim: CheckResult | null
	readonly dmarc: CheckResult | null
}

/** Somebody of whom a mail server tells, and in which words. */
export type Reported = { readonly address: string; readonly said: string }

/** A letter that came back, as it is kept. */
export type ReplyContent = {
	readonly kind: ReplyKind
	/** The address that it says it is from; empty where it says none. */
	readonly from: string
	/** The domain of that address vouches for it. */
	readonly proven: boolean
	readonly checks: SenderChecks
	readonly subject: string
	readonly text: string
	/** Of a report, whom it is about; empty where it does not say. */
	readonly about: readonly Reported[]
	readonly files: readonly NoticeFile[]
	readonly leftOut: readonly LeftOut[]
}

/** The same before it is taken: its files have no ids yet. */
export type GivenReply = Omit<ReplyContent, 'files'> & { readonly files: readonly Omit<NoticeFile, 'id'>[] }

/** Waits until chair or secretary has looked at it; belongs to the answer; or was put aside. */
export const REPLY_STATUSES = ['waiting', 'kept', 'aside'] as const
export type ReplyStatus = (typeof REPLY_STATUSES)[number]
