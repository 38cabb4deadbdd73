import { api } from '#i18n/en/api.ts'
import { ballot } from '#i18n/en/ballot.ts'
import { comments } from '#i18n/en/comments.ts'
import { common } from '#i18n/en/common.ts'
import { drafting } from '#i18n/en/drafting.ts'
import { errors } from '#i18n/en/errors.ts'
import { firstSteps } from '#i18n/en/first-steps.ts'
import { inquiry } from '#i18n/en/inquiry.ts'
import { intake } from '#i18n/en/intake.ts'
import { mail } from '#i18n/en/mail.ts'
import { members } from '#i18n/en/members.ts'
import { notices } from '#i18n/en/notices.ts'
import { operator } from '#i18n/en/operator.ts'
import { plan } from '#i18n/en/plan.ts'
import { positions } from '#i18n/en/positions.ts'
import { publicPages } from '#i18n/en/public.ts'
import { publication } from '#i18n/en/publication.ts'
import { refusals } from '#i18n/en/refusals.ts'
import { roster } from '#i18n/en/roster.ts'
import { settings } from '#i18n/en/settings.ts'
import { signIn } from '#i18n/en/sign-in.ts'
import { signoff } from '#i18n/en/signoff.ts'
import { stances } from '#i18n/en/stances.ts'
import { tasks } from '#i18n/en/tasks.ts'
import { ui } from '#i18n/en/ui.ts'
import type { Messages } from '#i18n/sv.ts'

/** Everything the interface says in English. */
export const en: Messages = {
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
