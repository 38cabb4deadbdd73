import * as z from 'zod'
import { blockSchema } from '#db/block-schema.ts'
import { allOf, firstRow, json, mapQuery, type Query, rows } from '#db/client.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { ANSWER_STAGES, ENTRY_KINDS } from '#domain/comment.ts'
import type { Instant, PersonId } from '#domain/id.ts'
import { COALITION, coalitionColumns, language, type Notice, type Recipient, role } from './notice.ts'

const entryRow = z.object({
	outboxId: z.number(),
	threadId: z.string(),
	kind: z.enum(ENTRY_KINDS),
	personId: z.string(),
	association: z.string().nullable(),
	role: role.nullable(),
	block: json(blockSchema).nullable(),
	text: z.string(),
})

const readerRow = z
	.object({
		personId: z.string(),
		name: z.string(),
		language: language.nullable(),
		email: z.string().nullable(),
		role,
	})
	.transform((row) => ({ ...row, personId: row.personId as PersonId }))

/** Rows that wait to be told to the same readers. */
const WAITING = `outbox.statement_id = ? AND outbox.kind = 'comments' AND outbox.association_id IS ?
	AND outbox.delivered_at IS NULL`
const SEATED = `seat.ended_at IS NULL AND seat.from_at <= ? AND (seat.until_at IS NULL OR ? < seat.until_at)`

/**
 * Everything that chair and secretary, or an association's people in the threads, have not been told of what was said about
 * a text; each reader without what they said themselves. What was taken back is not told.
 */
export function commentsNoticeQuery(row: OutboxRow, now: Instant): Query<Notice | null> {
	const { statementId, associationId } = row
	const same = [statementId, associationId]
	return mapQuery(
		allOf({
			about: firstRow(
				`SELECT ${COALITION}, statement.title, statement.stage, (SELECT name FROM association WHERE id = ?) AS association
					FROM statement JOIN coalition ON coalition.id = statement.coalition_id WHERE statement.id = ?`,
				[associationId, statementId],
				z.object({
					...coalitionColumns,
					title: z.string(),
					stage: z.string(),
					association: z.string().nullable(),
				}),
			),
			waiting: rows(`SELECT id FROM outbox WHERE ${WAITING}`, same, z.object({ id: z.number() })),
			entries: rows(
				`SELECT outbox.id AS "outboxId", comment.thread_id AS "threadId", comment.kind, comment.person_id AS "personId",
					association.name AS association, seat.role, block_version.content AS block, comment.text
				FROM outbox JOIN comment ON comment.act_id = outbox.act_id AND comment.withdrawn_at IS NULL
				JOIN comment_thread ON comment_thread.id = comment.thread_id
				LEFT JOIN association ON association.id = comment.association_id
				LEFT JOIN seat ON seat.id = comment.seat_id
				LEFT JOIN block_version ON block_version.id = comment_thread.version_id
				WHERE ${WAITING} ORDER BY outbox.id`,
				same,
				entryRow,
			),
			told: rows(
				`SELECT outbox_id AS "outboxId", person_id AS "personId" FROM delivery
					WHERE outbox_id IN (SELECT id FROM outbox WHERE ${WAITING})`,
				same,
				z.object({ outboxId: z.number(), personId: z.string() }),
			),
			readers: readersQuery(row, now),
			spoke: rows(
				`SELECT DISTINCT thread_id AS "threadId", person_id AS "personId" FROM comment
					WHERE statement_id = ? AND association_id IS ?`,
				same,
				z.object({ threadId: z.string(), personId: z.string() }),
			),
		}),
		({ about, waiting, entries, told, readers, spoke }) => {
			if (!about || !ANSWER_STAGES.some((stage) => stage === about.stage)) return null
			const { name, language, demo, slug, association, title } = about
			const of = (personId: PersonId): z.output<typeof entryRow>[] =>
				entries.filter(
					(entry) =>
						entry.personId !== personId &&
						!told.some((done) => done.outboxId === entry.outboxId && done.personId === personId) &&
						(associationId === null || concerns(entry.threadId, personId)),
				)
			// The association's people who spoke in the thread; where none of them has a seat any more, its delegate.
			const concerns = (threadId: string, personId: PersonId) => {
				const there = spoke.filter((each) => each.threadId === threadId)
				const left = there.every((each) => !readers.some((reader) => reader.personId === each.personId))
				const own = there.some((each) => each.personId === personId)
				return own || (left && readers.some((reader) => reader.personId === personId && reader.role === 'delegate'))
			}
			const subject = (own: readonly z.output<typeof entryRow>[]) => ({
				kind: 'comments' as const,
				statementId: statementId ?? '',
				title,
				entries: own.map(({ outboxId: _outbox, personId: _person, ...entry }) => entry),
			})
			return {
				subject: subject(entries),
				coalition: { name, language, demo, slug },
				association,
				recipients: readers.map((reader): Recipient => {
					const own = of(reader.personId)
					return { ...reader, told: own.length === 0, subject: subject(own) }
				}),
				covers: waiting.map(({ id }) => id),
			}
		},
	)
}

/** Chair and secretary; or all who speak for the association, but for those who are told as chair or secretary. */
function readersQuery({ statementId, associationId }: OutboxRow, now: Instant): Query<z.output<typeof readerRow>[]> {
	const stewards = `seat.role IN ('chair', 'secretary')`
	return rows(
		`SELECT person.id AS "personId", person.name, person.language, MIN(seat.role) AS role,
			(SELECT email FROM address WHERE person_id = person.id ORDER BY created_at, email LIMIT 1) AS email
		FROM seat JOIN person ON person.id = seat.person_id
		WHERE seat.coalition_id = (SELECT coalition_id FROM statement WHERE id = ?) AND ${SEATED}
			AND person.erased_at IS NULL AND ${
				associationId === null
					? stewards
					: `seat.association_id = ? AND person.id NOT IN (SELECT person_id FROM seat
						WHERE coalition_id = (SELECT coalition_id FROM statement WHERE id = ?) AND ${stewards} AND ${SEATED})`
			}
		GROUP BY person.id ORDER BY role, person.id`,
		[statementId, now, now, ...(associationId === null ? [] : [associationId, statementId, now, now])],
		readerRow,
	)
}
