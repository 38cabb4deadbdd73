import type { Instant } from '#domain/kernel/id.ts'
import { compose, type Letter } from '#mail/compose.ts'
import type { SendMail } from '#mail/port.ts'
import { type Notification, type Recipient, readNotifications } from '#read/notifications.ts'
import { noteDelivered, type OutboxRow, takeNotifications } from '#usecases/outbox.ts'
import type { CodeDeps } from '#usecases/person/codes.ts'
import { createLinks, NOTICE_LINK_MS } from '#usecases/person/sign-in-links.ts'

export type JobDeps = CodeDeps & { readonly mail: SendMail; readonly origin: string }

export type Deliveries = { readonly sent: number; readonly failed: number }

/** Rows of the outbox that one run takes on. On the free plan a run may make 50 requests; each mail and each round trip is one. */
const IN_ONE_RUN = 12
/** How many mails are sent at once. The runtime allows six open connections; the database needs one. */
const AT_ONCE = 4

/** Delivers what lies in the outbox and is due. Mail is written only now, from what is so now. */
export async function deliver(deps: JobDeps): Promise<Deliveries> {
	const rows = await takeNotifications(deps, IN_ONE_RUN)
	if (rows.length === 0) return { sent: 0, failed: 0 }
	const notifications = await readNotifications(deps.db, rows, deps.now())
	const letters = await writeLetters(deps, rows, notifications)
	const tally = { sent: 0, failed: 0 }
	const waiting = [...letters]
	const work = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const sent = await sendAll(deps, next)
			tally.sent += sent
			tally.failed += next.letters.length - sent
		}
	}
	await Promise.all(Array.from({ length: AT_ONCE }, work))
	return tally
}

type Addressed = { readonly recipient: Recipient; readonly letter: Letter }
/** `ids`: the rows of the outbox that the letters tell of. */
type Written = { readonly ids: readonly number[]; readonly letters: readonly Addressed[] }

async function writeLetters(
	deps: JobDeps,
	rows: readonly OutboxRow[],
	notifications: readonly (Notification | null)[],
): Promise<Written[]> {
	const until = deps.now() + NOTICE_LINK_MS
	const reached = notifications.map((notification) =>
		(notification?.recipients ?? []).filter(({ email, told }) => email !== null && !told),
	)
	const linked = reached.map((recipients, index) =>
		notifications[index]?.subject.kind === 'published' ? [] : recipients,
	)
	const secrets = await createLinks(
		deps,
		linked.flat().map(({ personId }) => personId),
	)
	return rows.map((row, index) => {
		const notification = notifications[index]
		const letters = (reached[index] ?? []).flatMap((recipient): Addressed[] => {
			if (!notification || recipient.email === null) return []
			const secret = notification.subject.kind === 'published' ? null : (secrets.shift() ?? null)
			return [
				{
					recipient,
					letter: letterOf(deps.origin, notification, { ...recipient, email: recipient.email }, secret, until),
				},
			]
		})
		return { ids: notification?.covers ?? [row.id], letters }
	})
}

function letterOf(
	origin: string,
	{ subject, coalition, association }: Notification,
	recipient: Recipient & { readonly email: string },
	secret: string | null,
	until: Instant,
): Letter {
	return {
		subject: recipient.subject ?? subject,
		coalition,
		association,
		recipient,
		language: recipient.language ?? coalition.language,
		origin,
		link: secret === null ? null : { secret, until },
	}
}

/** Gives how many of a notification's letters were taken. What was not is tried again when the notification is due the next time. */
async function sendAll(deps: JobDeps, { ids, letters }: Written): Promise<number> {
	const sent: Recipient[] = []
	for (const { recipient, letter } of letters) {
		const taken = await deps.mail(compose(letter)).then(
			() => true,
			// The address may be wrong or the way there broken: kept in the row as an attempt, and told by the tally.
			() => false,
		)
		if (taken) sent.push(recipient)
	}
	const all = sent.length === letters.length
	if (all || sent.length > 0) {
		await noteDelivered(
			deps,
			ids,
			sent.map(({ personId }) => personId),
			all,
		)
	}
	return sent.length
}
