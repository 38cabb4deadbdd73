import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { votesQuery } from '#db/deciding/load-ballot.ts'
import { positionQuery, streamNames } from '#db/load-log.ts'
import { editorialNotesQuery, lastNumberQuery } from '#db/publication/load-publication.ts'
import { signingQuery } from '#db/signing/load-signing.ts'
import { inquiryOfQuery, stancesQuery } from '#db/statement/load-statement.ts'
import { swedishYear } from '#domain/kernel/calendar.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/publication/acts.ts'
import { planPublication, positionStances, publish } from '#domain/publication/publication.ts'
import { canonical } from '#usecases/hashing.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'
import { plain, sealRecord, sealText } from '#usecases/sealing.ts'

export type PublishCommand = {
	readonly statementId: StatementId
	/** Of the text the chair checked. */
	readonly textHash: string
}

/** Publishes the statement under the next number of its coalition's series for the year. */
export function publishStatement(
	deps: Deps,
	order: Order<PublishCommand>,
): Outcome<{ readonly year: number; readonly number: number; readonly label: string }> {
	const { statementId, textHash } = order.command
	const { coalition: slug } = order
	return perform(deps, {
		act: acts.publishStatement,
		order,
		needs: (now) => ({ coalition: coalitionQuery(slug, now), found: signingQuery(slug, statementId) }),
		load: (now) => ({
			votes: votesQuery({ statementId }),
			stances: stancesQuery(statementId),
			inquiry: inquiryOfQuery(statementId),
			editorialChanges: editorialNotesQuery(statementId),
			lastNumber: lastNumberQuery(slug, swedishYear(now)),
			position: positionQuery,
		}),
		streams: (now) => [streams.statement(statementId), streamNames.series(slug, swedishYear(now))],
		decide: async (actor, { coalition, found: { draft, signing }, stances, ...rest }, { now }) => {
			if (!signing) return refuse({ code: 'wrongStage', stage: draft.statement.stage, allowed: ['signing'] })
			const { blocks, salts } = draft
			const meeting = signing.ballot.meeting
			const publishable = {
				...rest,
				coalition,
				signing,
				blocks,
				salts,
				meeting,
				stances: positionStances(stances, blocks),
			}
			const plan = planPublication(actor, publishable, textHash, now)
			if (!plan.ok) return plan
			const { record, text, guards } = plan.value
			const sealed = salts && (await sealText(text, salts))
			const asHashed = sealed ?? (await plain(text))
			if (asHashed.hash !== record.textHash) return refuse({ code: 'textChanged' })
			const recorded = sealed ? await sealRecord(record, deps.newSalt) : await plain(record)
			const revealed = sealed && canonical({ ...sealed.revealed, ...recorded.revealed })
			const bytes = { textBytes: asHashed.bytes, recordBytes: recorded.bytes, recordHash: recorded.hash, revealed }
			return ok(publish(publishable, { record, guards, ...bytes }))
		},
	})
}
