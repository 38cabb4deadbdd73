import type { Way } from '#domain/person/ways.ts'

/** What is limited, by the name that a log line has for it. */
export type LimitName = 'asking' | 'mailToAddress' | 'mailInAll' | 'cardsFromPlace' | 'card' | 'bringing'

/** What is written down for whoever operates it. No name, no address, no network, and nothing that somebody typed. */
export type LogLine =
	| { readonly event: 'signedIn'; readonly way: Extract<Way, 'link' | 'code' | 'card'> }
	| { readonly event: 'signInRefused'; readonly why: 'wrongCode' | 'codeGone' | 'wrongCard' | 'linkGone' }
	| { readonly event: 'limitReached'; readonly limit: LimitName }
