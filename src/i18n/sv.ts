import { api } from '#i18n/sv/api.ts'
import { ballot } from '#i18n/sv/ballot.ts'
import { comments } from '#i18n/sv/comments.ts'
import { common } from '#i18n/sv/common.ts'
import { drafting } from '#i18n/sv/drafting.ts'
import { errors } from '#i18n/sv/errors.ts'
import { firstSteps } from '#i18n/sv/first-steps.ts'
import { inquiry } from '#i18n/sv/inquiry.ts'
import { intake } from '#i18n/sv/intake.ts'
import { mail } from '#i18n/sv/mail.ts'
import { members } from '#i18n/sv/members.ts'
import { notices } from '#i18n/sv/notices.ts'
import { operator } from '#i18n/sv/operator.ts'
import { plan } from '#i18n/sv/plan.ts'
import { positions } from '#i18n/sv/positions.ts'
import { publicPages } from '#i18n/sv/public.ts'
import { publication } from '#i18n/sv/publication.ts'
import { refusals } from '#i18n/sv/refusals.ts'
import { roster } from '#i18n/sv/roster.ts'
import { settings } from '#i18n/sv/settings.ts'
import { signIn } from '#i18n/sv/sign-in.ts'
import { signoff } from '#i18n/sv/signoff.ts'
import { stances } from '#i18n/sv/stances.ts'
import { tasks } from '#i18n/sv/tasks.ts'
import { ui } from '#i18n/sv/ui.ts'

/** Everything the interface says in Swedish, a file per slice. */
export const sv = {
	common,
	ui,
	errors,
	refusals,
	signIn,
	members,
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
	ballot,
	signoff,
	publication,
	publicPages,
	tasks,
	mail,
	api,
}

export type Messages = typeof sv
