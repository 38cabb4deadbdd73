import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { type ActorRef, NOBODY, personExpression } from '#db/members/load-actor.ts'
import { askedForQuery } from '#db/person/load-codes.ts'
import { type NamedPerson, personsOfSignInQuery } from '#db/person/load-directory.ts'
import { linkStateQuery } from '#db/person/load-links.ts'
import { firstRow, row, values } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { maskedEmail } from '#domain/person/person.ts'

export type { NamedPerson } from '#db/person/load-directory.ts'

export type SignInLink = {
	/** It signs in, in this browser. */
	readonly open: boolean
	/** Where it does not, what the reason is: its time; or else that it was used. */
	readonly tooOld: boolean
	/** The address to which a press brings a new mail; null where none does. For nobody's eyes: a page shows it masked. */
	readonly sentTo: string | null
	/** Those it can sign in: one, or all who share the address it was sent to. */
	readonly persons: readonly NamedPerson[]
}

/** A sign-in link by the hash of its secret, as it is in a browser; null when there is none. Reading it changes nothing. */
export function signInLinkQuery(linkHash: string, browserHash: string, now: Instant): Query<SignInLink | null> {
	return mapQuery(
		allOf({ state: linkStateQuery(linkHash, browserHash, now), persons: personsOfSignInQuery(linkHash) }),
		({ state, persons }) => state && { ...state, persons },
	)
}

/** The address that the browser with this nonce asked for last, masked where it has not said it; null when that is too long ago. */
export function waitingAddressQuery(nonceHash: string, now: Instant): Query<{ readonly email: string | null }> {
	return mapQuery(askedForQuery(nonceHash, now), ([latest]) => ({
		email: latest ? (latest.unsaid ? maskedEmail(latest.email) : latest.email) : null,
	}))
}

export type OwnSignIn = {
	readonly emails: readonly string[]
	readonly card: ReturnType<typeof cardRow> | null
}

const cardRow = row({ handle: z.string(), issuedAt: z.number(), left: z.number() })

/** The ways in that the person who is signed in has; none of them for a stranger. */
export function ownSignInQuery(ref: ActorRef | null, now: Instant): Query<OwnSignIn> {
	const person = personExpression(ref ?? NOBODY, now)
	return allOf({
		emails: values(
			`SELECT email FROM address WHERE person_id = ${person.sql} ORDER BY created_at, email`,
			person.args,
			z.string(),
		),
		card: firstRow(
			`SELECT handle, created_at AS issued_at, (SELECT COUNT(*) FROM card_code
					WHERE handle = card.handle AND used_at IS NULL) AS "left"
				FROM card WHERE person_id = ${person.sql} AND revoked_at IS NULL ORDER BY created_at DESC LIMIT 1`,
			person.args,
			cardRow,
		),
	})
}
