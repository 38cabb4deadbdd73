import type { Proposal } from '#domain/deciding/proposal.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { NewId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import type { TextSalts } from './salts.ts'

/** Null: a text that was fixed before there were salts, with a slip mended. */
type FixedText = Pick<Proposal, 'statement' | 'blocks' | 'textHash'> & { readonly salts: TextSalts | null }

/** The text as it stands, fixed under its hash. */
export function fixRevision(
	{ statement, blocks, textHash, salts }: FixedText,
	newId: NewId,
): Extract<DomainEvent, { type: 'revisionFixed' }> {
	return {
		type: 'revisionFixed',
		stream: streams.statement(statement.id),
		statementId: statement.id,
		payload: {
			revisionId: newId<'revision'>(),
			title: statement.title,
			language: statement.language,
			blocks,
			textHash,
			...(salts && { salts }),
		},
	}
}
