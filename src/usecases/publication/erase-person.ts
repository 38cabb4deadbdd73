import type { Condition } from '#db/guards.ts'
import { electorateQuery, publicationQuery, withheldQuery } from '#db/publication/load-publication.ts'
import type { BlockId, PersonId, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/publication/acts.ts'
import { redact as decide } from '#domain/publication/redaction.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/**
 * Erases a person from the directory: name, addresses and those proposed, sessions, known browsers, cards, tokens and sign-ins under
 * way. What they did stands under their id, which then leads to nobody. Their seats let nobody in, since no session can name them again.
 */
export async function erasePerson(
	deps: Deps,
	personId: PersonId,
	/** What must hold of the row of `person`. */
	only: Condition = { sql: 'true', args: [] },
): Promise<boolean> {
	const now = deps.now()
	// Nothing goes of somebody who was not erased.
	const gone = 'person_id = ?1 AND EXISTS (SELECT 1 FROM person WHERE id = ?1 AND erased_at IS NOT NULL)'
	const hers = ['address_change', 'directory_mail', 'session', 'known_browser', 'token']
	const args = [personId]
	const [erased] = await deps.db.write([
		{
			sql: `UPDATE person SET name = '', language = NULL, operator = 0, erased_at = ? WHERE id = ? AND ${only.sql}`,
			args: [now, personId, ...only.args],
		},
		{
			sql: `DELETE FROM sign_in WHERE (${gone})
				OR (person_id IS NULL AND email IN (SELECT email FROM address WHERE ${gone}))`,
			args,
		},
		{ sql: `DELETE FROM address WHERE ${gone}`, args },
		...hers.map((table) => ({ sql: `DELETE FROM ${table} WHERE ${gone}`, args })),
		{ sql: `DELETE FROM card_code WHERE handle IN (SELECT handle FROM card WHERE ${gone})`, args },
		{ sql: `DELETE FROM card WHERE ${gone}`, args },
	])
	return erased === 1
}

export type RedactCommand = { readonly statementId: StatementId; readonly blockId: BlockId; readonly ground: string }

/** Withholds a block of a published text from every public page and file, and tells those who had a vote. The record and its hash stand. */
export function redactBlock(deps: Deps, order: Order<RedactCommand>): Outcome<null> {
	const { statementId, blockId, ground } = order.command
	return perform(deps, {
		act: acts.redactBlock,
		order,
		needs: { published: publicationQuery(order.coalition, statementId) },
		load: () => ({ electorate: electorateQuery(statementId), withheld: withheldQuery(statementId) }),
		streams: () => [streams.statement(statementId)],
		decide: (actor, { published, electorate, withheld }, context) =>
			decide(actor, { ...published, electorate, withheld }, blockId, ground, context),
	})
}
