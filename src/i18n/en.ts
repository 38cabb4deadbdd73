import { api } from '#i18n/en/api.ts'
import { operator } from '#i18n/en/coalition/operator.ts'
import { settings } from '#i18n/en/coalition/settings.ts'
import { comments } from '#i18n/en/comment.ts'
import { ballot } from '#i18n/en/deciding/ballot.ts'
import { beforeBallot } from '#i18n/en/deciding/before-ballot.ts'
import { meeting } from '#i18n/en/deciding/meeting.ts'
import { reminders } from '#i18n/en/deciding/reminders.ts'
import { result } from '#i18n/en/deciding/result-mail.ts'
import { stances } from '#i18n/en/deciding/stances.ts'
import { withoutQuorum } from '#i18n/en/deciding/without-quorum.ts'
import { everybody } from '#i18n/en/everybody.ts'
import { inquiry } from '#i18n/en/inquiry/inquiry.ts'
import { intake } from '#i18n/en/inquiry/intake.ts'
import { notices } from '#i18n/en/inquiry/notices.ts'
import { mail } from '#i18n/en/mail.ts'
import { addresses } from '#i18n/en/members/addresses.ts'
import { byHand } from '#i18n/en/members/by-hand.ts'
import { changes } from '#i18n/en/members/changes.ts'
import { members } from '#i18n/en/members/members.ts'
import { roster } from '#i18n/en/members/roster.ts'
import { signIn } from '#i18n/en/person.ts'
import { firstSteps } from '#i18n/en/planning/first-steps.ts'
import { plan } from '#i18n/en/planning/plan.ts'
import { tasks } from '#i18n/en/planning/tasks.ts'
import { positions } from '#i18n/en/position.ts'
import { sending } from '#i18n/en/publication/sending.ts'
import { sent } from '#i18n/en/publication/sent.ts'
import { refusals } from '#i18n/en/refusals.ts'
import { signoff } from '#i18n/en/signing.ts'
import { drafting } from '#i18n/en/statement.ts'
import type { Messages } from '#i18n/sv.ts'

/** Everything the interface says in English. */
export const en: Messages = {
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
