import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { seatedNow } from '#db/members/load-actor.ts'
import { firstRow, id, json, row, rows, values } from '#db/rows.ts'
import { acts } from '#domain/comment/acts.ts'
import { ENTRY_KINDS } from '#domain/comment/comment.ts'
import { isFor } from '#domain/kernel/act.ts'
import type { ActId, CommentId, Instant, PersonId } from '#domain/kernel/id.ts'
import { ROLES } from '#domain/members/seats.ts'
import { STAGES } from '#domain/statement/statement.ts'
import { tellEach, triesQuery } from '#read/gathered.ts'
import { COALITION, coalitionColumns, type Notification, recipientColumns } from '#read/notification.ts'
import { blockSchema } from '#schema/statement.ts'

/** What the chair did with what was said, of which those whose words they are are told, however far the text has come. */
const HIDINGS = ['hidden', 'shown'] as const
const isHiding = ({ kind }: { readonly kind: string }) => HIDINGS.some((each) => each === kind)

const entryRow = row({
	outboxId: z.number(),
	actId: id<ActId>(),
	threadId: id<CommentId>(),
	kind: z.enum([...ENTRY_KINDS, ...HIDINGS]),
	personId: id<PersonId>(),
	association: z.string().nullable(),
	role: z.enum(ROLES).nullable(),
	block: json(blockSchema).nullable(),
	quote: z.string().nullable(),
	text: z.string(),
})

const readerRow = row(recipientColumns)

/** Rows that wait to be told to the same readers. */
const WAITING = `outbox.statement_id = ? AND outbox.kind = 'comments' AND outbox.association_id IS ?
	AND outbox.delivered_at IS NULL`
const SEATED = seatedNow('seat')

const aboutRow = row({
	...coalitionColumns,
	title: z.string(),
	stage: z.enum(STAGES),
	association: z.string().nullable(),
})

const spokeRow = row({ threadId: id<CommentId>(), personId: id<PersonId>() })

/**
 * Everything that chair and secretary, or an association's people in the threads they took part in, have not been told of what
 * was said about a text; each reader without what they said themselves. What was taken back is not told.
 */
export function commentsNotificationQuery(row: OutboxRow, now: Instant): Query<Notification | null> {
	const { statementId, associationId } = row
	const same = [statementId, associationId]
	return mapQuery(
		allOf({
			about: firstRow(
				`SELECT ${COALITION}, statement.title, statement.stage, (SELECT name FROM association WHERE id = ?) AS association
					FROM statement JOIN coalition ON coalition.id = statement.coalition_id WHERE statement.id = ?`,
				[associationId, statementId],
				aboutRow,
			),
			waiting: values(`SELECT id FROM outbox WHERE ${WAITING}`, same, z.number()),
			entries: rows(
				`SELECT outbox.id AS outbox_id, outbox.act_id, comment.thread_id, comment.kind, comment.person_id,
					association.name AS association, seat.role, block_version.content AS block,
					comment_thread.quote ->> '$.exact' AS quote, comment.text
				FROM outbox JOIN comment ON comment.act_id = outbox.act_id AND comment.withdrawn_at IS NULL
					AND comment.hidden_at IS NULL
				JOIN comment_thread ON comment_thread.id = comment.thread_id
				LEFT JOIN association ON association.id = comment.association_id
				LEFT JOIN seat ON seat.id = comment.seat_id
				LEFT JOIN block_version ON block_version.id = comment_thread.version_id
				WHERE ${WAITING} ORDER BY outbox.id`,
				same,
				entryRow,
			),
			hidings: rows(
				`SELECT outbox.id AS outbox_id, outbox.act_id, comment_thread.id AS thread_id,
					iif(event.payload ->> '$.reason' IS NULL, 'shown', 'hidden') AS kind, act.person_id,
					NULL AS association, seat.role, block_version.content AS block,
					comment_thread.quote ->> '$.exact' AS quote, COALESCE(event.payload ->> '$.reason', '') AS text
				FROM outbox JOIN event ON event.act_id = outbox.act_id AND event.type = 'commentHidden'
				JOIN act ON act.id = event.act_id
				JOIN comment_thread ON comment_thread.id = event.payload ->> '$.threadId'
				LEFT JOIN seat ON seat.id = act.seat_id
				LEFT JOIN block_version ON block_version.id = comment_thread.version_id
				WHERE ${WAITING} ORDER BY outbox.id`,
				same,
				entryRow,
			),
			tries: triesQuery(`SELECT id FROM outbox WHERE ${WAITING}`, same),
			readers: readersQuery(row, now),
			spoke: rows(
				`SELECT DISTINCT thread_id, person_id FROM comment
					WHERE statement_id = ? AND association_id IS ?`,
				same,
				spokeRow,
			),
		}),
		({ about, waiting, hidings, ...said }) => {
			const isTold = about !== null && isFor(acts.resolveComment, about.stage)
			if (!about || (!isTold && hidings.length === 0)) return null
			const entries = [...(isTold ? said.entries : []), ...hidings].toSorted((a, b) => a.outboxId - b.outboxId)
			const { name, language, demo, slug, association, title } = about
			const subjectOf = (entries: readonly Said[]) => ({
				kind: 'comments' as const,
				statementId: statementId ?? '',
				title,
				entries: entries.map(({ outboxId: _outbox, actId: _act, personId: _person, ...entry }) => entry),
			})
			return {
				subject: subjectOf(entries),
				coalition: { name, language, demo, slug },
				association,
				recipients: tellEach(said, entries, subjectOf, (reader, entry) => {
					const owns = isHiding(entry) && reader.role !== 'contributor'
					const concerned = associationId === null || owns || concerns(reader, entry.threadId, said)
					return entry.personId !== reader.personId && concerned
				}),
				covers: waiting,
			}
		},
	)
}

type Said = ReturnType<typeof entryRow>
type Reader = ReturnType<typeof readerRow>
type Conversation = {
	readonly readers: readonly Reader[]
	readonly spoke: readonly ReturnType<typeof spokeRow>[]
}

/** The association's people who spoke in the thread; where none of them has a seat any more, its delegate. */
function concerns({ personId, role }: Reader, threadId: string, { readers, spoke }: Conversation): boolean {
	const there = spoke.filter((each) => each.threadId === threadId)
	if (there.some((each) => each.personId === personId)) return true
	return role === 'delegate' && !there.some((each) => readers.some((reader) => reader.personId === each.personId))
}

/** Chair and secretary; or all who speak for the association, but for those who are told as chair or secretary. */
function readersQuery({ statementId, associationId }: OutboxRow, now: Instant): Query<ReturnType<typeof readerRow>[]> {
	const stewards = `seat.role IN ('chair', 'secretary')`
	return rows(
		`SELECT person.id AS person_id, person.name, person.language, MIN(seat.role) AS role,
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
