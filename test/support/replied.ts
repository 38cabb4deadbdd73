import { id, values } from '#db/rows.ts'
import type { CoalitionId, PersonId, ResponseId, StatementId } from '#domain/kernel/id.ts'
import { ok } from '#domain/kernel/result.ts'
import type { GivenReply } from '#domain/publication/reply.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import { sendResponse } from '#usecases/publication/send-response.ts'
import { checkReply, takeReply } from '#usecases/publication/take-reply.ts'
import { allRows } from './all-rows.ts'
import type { PreparedAct } from './every-coalition-act.ts'
import { publishedStatement } from './followed.ts'
import { responseCommand } from './sent-response.ts'
import { type CoalitionWorld, granted, SLUG, type World } from './world.ts'

/** What a registrar writes. */
const RECEIPT: GivenReply = {
	...{ kind: 'reply', from: 's.remissvar@example.org', proven: true, subject: 'Sv: S2022/01234' },
	checks: { spf: 'pass', dkim: null, dmarc: null },
	...{ text: 'Tack, ert svar är registrerat.', about: [], files: [], leftOut: [] },
}

/** A published statement that was sent, and the letter by its id. */
export async function sentStatement(world: CoalitionWorld) {
	const statementId = await publishedStatement(world)
	const send = world.order(world.chair, responseCommand(statementId))
	const { responseId } = granted(await sendResponse(world.deps, send)).value
	return { statementId, responseId }
}

async function letterOf(world: CoalitionWorld, responseId: ResponseId) {
	const [row] = await allRows(world.server.client, 'SELECT coalition_id FROM outbox LIMIT 1')
	return { id: responseId, coalitionId: String(row?.coalition_id) as CoalitionId }
}

/** A receipt, as it comes in by mail: by nobody who has a seat. */
async function receipt(world: CoalitionWorld, responseId: ResponseId, reply: GivenReply = RECEIPT) {
	const command = {
		...{ letter: await letterOf(world, responseId), proven: reply.proven },
		open: () => ok({ ...reply, files: [] }),
	}
	return Object.assign(world.order(world.chair, command, undefined, SLUG), { actor: { by: 'clock' } as const })
}

/** The same letter, and a receipt of it that came in. */
async function repliedStatement(world: CoalitionWorld, reply: GivenReply = RECEIPT) {
	const sent = await sentStatement(world)
	const { replyId } = granted(await takeReply(world.deps, await receipt(world, sent.responseId, reply))).value
	return { ...sent, replyId }
}

/** The published statement of the demonstration is sent, and a receipt of it comes in. */
export async function answerDemonstration(world: World, chair: PersonId): Promise<void> {
	const { deps, db, order, server } = world
	const [[statementId]] = await db.read(values('SELECT statement_id FROM publication', [], id<StatementId>()))
	if (statementId === undefined) throw new Error('the demonstration has published something')
	const send = order(
		chair,
		responseCommand(statementId, { again: true, reason: 'De bad om det.' }),
		undefined,
		DEMO_SLUG,
	)
	const { responseId } = granted(await sendResponse(deps, send)).value
	const [row] = await allRows(server.client, 'SELECT coalition_id FROM statement WHERE id = ?', [statementId])
	const letter = { id: responseId, coalitionId: String(row?.coalition_id) as CoalitionId }
	const take = order(chair, { letter, proven: true, open: () => ok({ ...RECEIPT, files: [] }) }, undefined, DEMO_SLUG)
	granted(await takeReply(deps, Object.assign(take, { actor: { by: 'clock' } as const })))
}

/** Each act on what comes back about an answer. */
export const REPLY_ACTS = {
	takeReply: {
		prepare: async (world) => {
			const { responseId } = await sentStatement(world)
			const take = await receipt(world, responseId)
			return () => takeReply(world.deps, take)
		},
	},
	checkReply: {
		prepare: async (world) => {
			const { replyId } = await repliedStatement(world)
			const check = world.order(world.chair, { replyId, belongs: true })
			return () => checkReply(world.deps, check)
		},
	},
} as const satisfies Readonly<Record<string, PreparedAct>>
