import { type DirectoryMail, dueMailsQuery } from '#db/person/load-addresses.ts'
import type { Deps } from '#usecases/perform.ts'
import { DAY_MS } from './sessions.ts'

export type { DirectoryMail } from '#db/person/load-addresses.ts'

/** Longer than sending takes, so that nobody else takes up what is being sent. */
const PAUSE_MS = 10 * 60_000
/** After a week of attempts the address is not going to answer. */
const GIVEN_UP_AFTER_MS = 7 * DAY_MS

/** Takes up to `limit` mails that are to be sent about names and addresses. Each is taken by one worker. */
export async function takeDirectoryMails(deps: Deps, limit: number): Promise<DirectoryMail[]> {
	const now = deps.now()
	const [due] = await deps.db.read<[DirectoryMail[]]>(dueMailsQuery(now, limit))
	if (due.length === 0) return []
	const taken = await deps.db.write(
		due.map(({ about, kind, email, tellAt }) => ({
			sql: 'UPDATE directory_mail SET tell_at = ? WHERE about = ? AND kind = ? AND email = ? AND tell_at = ?',
			args: [now + PAUSE_MS, about, kind, email, tellAt],
		})),
	)
	return due.filter((_mail, index) => taken[index] === 1)
}

/** Whether it has been tried for so long that this was the last attempt. */
export const isLastAttempt = ({ createdAt }: DirectoryMail, now: number): boolean => now - createdAt > GIVEN_UP_AFTER_MS

/** Notes that nothing remains to be sent of it. The silence of an address begins when it was told, or could not be. */
export async function noteMailed(deps: Deps, { about, kind, email }: DirectoryMail): Promise<void> {
	await deps.db.write([
		{ sql: 'DELETE FROM directory_mail WHERE about = ? AND kind = ? AND email = ?', args: [about, kind, email] },
		{
			sql: "UPDATE address_change SET told_at = ? WHERE id = ? AND ? = 'proposed' AND ended_at IS NULL",
			args: [deps.now(), about, kind],
		},
	])
}
