import type { InStatement } from '@libsql/client/web'
import { CHOICES, type Choice } from '#domain/deciding/ballot.ts'
import type { Paper, PapersChange } from '#domain/kernel/decision.ts'

/**
 * A choice as it is stored: all equally long. A row's length tells its choice, and the room that it leaves keeps that length, at a
 * place that tells when the row came.
 */
export const storedChoice = (choice: Choice): string => choice.padEnd(LONGEST)

/** The choice of a stored paper, as SQL. */
export const CHOICE_OF_PAPER = 'rtrim(choice) AS choice'

const LONGEST = Math.max(...CHOICES.map(({ length }) => length))

/** Secret ballots that had no quorum, or lost their effect before they were counted: no papers are kept of them. */
export const NEVER_COUNTED = `SELECT id FROM ballot WHERE (voided_at IS NOT NULL AND outcome IS NULL)
	OR (bylaws ->> '$.secrecy' = 'secret' AND outcome ->> '$.result' = 'noQuorum')`

/**
 * What an act does to the papers of secret ballots. Not made from events: no log can tell what is in them, nor does a
 * rebuild bring back what was destroyed.
 */
export function papersStatements(change: PapersChange): InStatement[] {
	switch (change.kind) {
		case 'cast':
			return [insert([change.paper])]
		case 'counted': {
			// All are taken out before one is put in: each would else come to lie where the paper lay that it was made of.
			const gone = { sql: 'DELETE FROM paper WHERE ballot_id = ?', args: [change.ballotId] }
			return change.papers.length > 0 ? [gone, insert(change.papers)] : [gone]
		}
		case 'uncounted':
			return [
				{
					sql: 'DELETE FROM paper WHERE ballot_id IN (SELECT id FROM ballot WHERE statement_id = ? AND outcome IS NULL)',
					args: [change.statementId],
				},
			]
	}
}

const insert = (papers: readonly Paper[]): InStatement => ({
	sql: `INSERT INTO paper (key, ballot_id, choice) VALUES ${papers.map(() => '(?, ?, ?)').join(', ')}`,
	args: papers.flatMap(({ key, ballotId, choice }) => [key, ballotId, storedChoice(choice)]),
})
