import { allOf, mapQuery, type Query } from '#db/client.ts'
import { ballotQuery, type LoadedBallot, signoffsQuery } from '#db/deciding/load-ballot.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import type { Signing } from '#domain/signing/signoff.ts'

type Draft = NonNullable<ReturnType<typeof draftQuery> extends Query<infer Found> ? Found : never>

export type LoadedSigning = {
	readonly draft: Draft | null
	/** Null before there is a decided ballot. */
	readonly signing: (Signing & { readonly ballot: LoadedBallot }) | null
}

/** A statement with its text, its ballot and the sign-offs so far. */
export function signingQuery(slug: string, statementId: string): Query<LoadedSigning> {
	return mapQuery(
		allOf({
			draft: draftQuery(slug, statementId),
			ballot: ballotQuery(slug, statementId),
			signoffs: signoffsQuery(statementId),
		}),
		({ draft, ballot, signoffs }) => ({
			draft,
			signing:
				draft && ballot
					? { statement: draft.statement, ballot, dueAt: draft.signoffDueAt ?? ballot.signoffDueAt, signoffs }
					: null,
		}),
	)
}
