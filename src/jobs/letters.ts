import type { Instant } from '#domain/kernel/id.ts'
import { linkUntil, overAt } from '#domain/person/letter-link.ts'
import { compose, type Letter } from '#mail/compose.ts'
import type { Mail } from '#mail/port.ts'
import type { Notification, Recipient } from '#read/notifications.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { LetterKey, OutboxRow, TakenRow } from '#usecases/outbox.ts'
import { createLetterLinks } from '#usecases/person/sign-in-links.ts'
import type { JobDeps } from './budget.ts'

/** What is due, and the letters that tell of it. */
export type Bundle = {
	readonly row: TakenRow
	/** The rows of the outbox that nothing remains to do about when every letter is out. None: there is more to tell later. */
	readonly covers: readonly number[]
	readonly letters: readonly Addressed[]
}

/** A letter that is to be written, and to whom. */
export type Addressed = {
	readonly notification: Notification
	readonly recipient: Recipient & { readonly email: string }
	readonly row: OutboxRow
	readonly key: LetterKey
}

/** A letter as it is sent, and by what its delivery is noted. */
export type Written = Pick<Addressed, 'row' | 'key'> & { readonly mail: Mail }

/** To whom each row's letters go: who has an address and was not told. */
export function bundleOf(row: TakenRow, notification: Notification | null): Bundle {
	const letters = (notification?.recipients ?? []).flatMap((recipient): Addressed[] => {
		const { personId, email, told, unsure, tells } = recipient
		if (!notification || email === null || told) return []
		const key = { rows: tells?.rows ?? [row.id], personId, unsure }
		return [{ notification, recipient: { ...recipient, email }, row, key }]
	})
	const covers = notification?.covers ?? [row.id]
	return { row, covers: letters.some(({ recipient }) => recipient.more) ? [] : covers, letters }
}

/** A letter that could not be written, and why. */
export type Unwritten = Pick<Addressed, 'row'> & { readonly error: unknown }

/** Writes letters, each with a link of its reader's own where it leads to what is not public. One that cannot be written keeps no other back. */
export async function writeLetters(
	deps: JobDeps,
	letters: readonly Addressed[],
): Promise<{ readonly written: readonly Written[]; readonly unwritten: readonly Unwritten[] }> {
	const now = deps.now()
	const unwritten: Unwritten[] = []
	const terms = letters.flatMap((letter) => {
		try {
			return [{ letter, isLinked: !isPublic(letter), until: untilOf(letter, now) }]
		} catch (error) {
			unwritten.push({ row: letter.row, error })
			return []
		}
	})
	const linked = terms.filter(({ isLinked }) => isLinked)
	const links = linked.map(({ letter, until }) => ({ ...letter.recipient, until }))
	const secrets = await createLetterLinks(deps, links)
	const written = terms.map(async ({ letter, isLinked, until }): Promise<Written[]> => {
		const secret = isLinked ? (secrets.shift() ?? null) : null
		try {
			const mail = compose(await letterOf(deps.origin, letter, secret, until))
			return [{ row: letter.row, key: letter.key, mail }]
		} catch (error) {
			unwritten.push({ row: letter.row, error })
			return []
		}
	})
	return { written: (await Promise.all(written)).flat(), unwritten }
}

const isPublic = ({ notification: { subject } }: Addressed) =>
	subject.kind === 'published' ||
	subject.kind === 'outcomes' ||
	subject.kind === 'withheld' ||
	(subject.kind === 'addendum' && subject.step === 'published')

/** Until when the link in a letter is good: until what the letter is about is over, and what follows it. */
function untilOf({ notification, recipient }: Addressed, now: Instant): Instant {
	const over = overAt(recipient.subject ?? notification.subject)
	const { followed } = notification
	return linkUntil(followed === undefined ? over : Math.max(over ?? 0, followed), now)
}

async function letterOf(origin: string, letter: Addressed, secret: string | null, until: Instant): Promise<Letter> {
	const { notification, recipient } = letter
	const { subject, coalition, association } = notification
	return {
		id: await idOf(letter),
		subject: recipient.subject ?? subject,
		coalition,
		association,
		recipient,
		language: recipient.language ?? coalition.language,
		origin,
		link: secret === null ? null : { secret, until },
	}
}

/**
 * What the mail is known by: the same at every attempt to tell that person of that. Made of the act and not of the row's number,
 * which is given anew in a database that was restored.
 */
async function idOf({ row, recipient: { personId, tells } }: Addressed): Promise<string> {
	const about = [tells?.actId ?? row.actId, row.kind, row.seatId, row.associationId, personId]
	return (await sha256(`letter:${about.join(' ')}`)).slice(0, 32)
}
