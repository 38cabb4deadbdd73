import { publicationQuery } from '#db/publication/load-publication.ts'
import type { BlockId, PersonId, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/publication/acts.ts'
import { redact as decide } from '#domain/publication/redaction.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/**
 * Erases a person from the directory: name, addresses and those proposed, sessions, known browsers, cards, tokens and sign-ins under
 * way. What they did stands under their id, which then leads to nobody. Their seats let nobody in, since no session can name them again.
 */
export async function erasePerson(deps: Deps, personId: PersonId): Promise<void> {
	const now = deps.now()
	const args = [personId]
	await deps.db.write([
		{
			sql: "UPDATE person SET name = '', language = NULL, operator = 0, erased_at = ? WHERE id = ?",
			args: [now, personId],
		},
		{
			sql: 'DELETE FROM sign_in WHERE person_id = ? OR email IN (SELECT email FROM address WHERE person_id = ?)',
			args: [personId, personId],
		},
		{ sql: 'DELETE FROM address WHERE person_id = ?', args },
		{ sql: 'DELETE FROM address_change WHERE person_id = ?', args },
		{ sql: 'DELETE FROM directory_mail WHERE person_id = ?', args },
		{ sql: 'DELETE FROM session WHERE person_id = ?', args },
		{ sql: 'DELETE FROM known_browser WHERE person_id = ?', args },
		{ sql: 'DELETE FROM token WHERE person_id = ?', args },
		{ sql: 'DELETE FROM card_code WHERE handle IN (SELECT handle FROM card WHERE person_id = ?)', args },
		{ sql: 'DELETE FROM card WHERE person_id = ?', args },
	])
}

export type RedactCommand = { readonly statementId: StatementId; readonly blockId: BlockId; readonly ground: string }

/** Withholds a block of a published text from every public page and file. The record and its hash stand. */
export function redactBlock(deps: Deps, order: Order<RedactCommand>): Outcome<null> {
	const { statementId, blockId, ground } = order.command
	return perform(deps, {
		act: acts.redactBlock,
		order,
		needs: { published: publicationQuery(order.coalition, statementId) },
		streams: () => [streams.statement(statementId)],
		decide: (actor, { published }, context) => decide(actor, published, blockId, ground, context),
	})
}
