import { common } from '#i18n/sv/common.ts'
import { counted } from '#i18n/sv/deciding/counted.ts'
import { errors } from '#i18n/sv/errors.ts'
import { added } from '#i18n/sv/publication/added.ts'
import { archive } from '#i18n/sv/publication/archive.ts'
import { help } from '#i18n/sv/publication/help.ts'
import { letter } from '#i18n/sv/publication/letter.ts'
import { association, signoffStatuses, stanceNames, statementKinds } from '#i18n/sv/publication/names.ts'
import { outcomes } from '#i18n/sv/publication/outcomes.ts'
import { publicPages } from '#i18n/sv/publication/public.ts'
import { publication } from '#i18n/sv/publication/publication.ts'
import { ui } from '#i18n/sv/ui.ts'

/** What stands on public pages and around every page: what an isolate starts with (docs/decisions/0014). Of other slices, what public pages say too. */
export const everybody = {
	common,
	ui,
	errors,
	publication,
	publicPages,
	outcomes,
	added,
	archive,
	letter,
	help,
	drafting: { statementKinds },
	members: { association },
	stances: { names: stanceNames },
	ballot: counted,
	signoff: { statuses: signoffStatuses },
}

export type PublicMessages = typeof everybody
