import { api } from '#i18n/sv/api.ts'
import { operator } from '#i18n/sv/coalition/operator.ts'
import { settings } from '#i18n/sv/coalition/settings.ts'
import { comments } from '#i18n/sv/comment.ts'
import { ballot } from '#i18n/sv/deciding/ballot.ts'
import { beforeBallot } from '#i18n/sv/deciding/before-ballot.ts'
import { meeting } from '#i18n/sv/deciding/meeting.ts'
import { reminders } from '#i18n/sv/deciding/reminders.ts'
import { result } from '#i18n/sv/deciding/result-mail.ts'
import { stances } from '#i18n/sv/deciding/stances.ts'
import { withoutQuorum } from '#i18n/sv/deciding/without-quorum.ts'
import { everybody } from '#i18n/sv/everybody.ts'
import { inquiry } from '#i18n/sv/inquiry/inquiry.ts'
import { intake } from '#i18n/sv/inquiry/intake.ts'
import { notices } from '#i18n/sv/inquiry/notices.ts'
import { mail } from '#i18n/sv/mail.ts'
import { addresses } from '#i18n/sv/members/addresses.ts'
import { byHand } from '#i18n/sv/members/by-hand.ts'
import { changes } from '#i18n/sv/members/changes.ts'
import { members } from '#i18n/sv/members/members.ts'
import { roster } from '#i18n/sv/members/roster.ts'
import { signIn } from '#i18n/sv/person.ts'
import { firstSteps } from '#i18n/sv/planning/first-steps.ts'
import { plan } from '#i18n/sv/planning/plan.ts'
import { tasks } from '#i18n/sv/planning/tasks.ts'
import { positions } from '#i18n/sv/position.ts'
import { sending } from '#i18n/sv/publication/sending.ts'
import { sent } from '#i18n/sv/publication/sent.ts'
import { refusals } from '#i18n/sv/refusals.ts'
import { signoff } from '#i18n/sv/signing.ts'
import { drafting } from '#i18n/sv/statement.ts'

/** Everything the interface says in Swedish, a file per slice. */
export const sv = {
	...everybody,
	refusals,
	signIn,
	members,
	changes,
	addresses,
	byHand,
	firstSteps,
	settings,
	roster,
	operator,
	inquiry,
	intake,
	notices,
	plan,
	drafting,
	comments,
	positions,
	stances,
	withoutQuorum,
	ballot,
	beforeBallot,
	meeting,
	reminders,
	result,
	signoff,
	sending,
	sent,
	tasks,
	mail,
	api,
}

export type Messages = typeof sv
