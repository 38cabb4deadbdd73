import { common } from '#i18n/en/common.ts'
import { counted } from '#i18n/en/deciding/counted.ts'
import { errors } from '#i18n/en/errors.ts'
import { added } from '#i18n/en/publication/added.ts'
import { archive } from '#i18n/en/publication/archive.ts'
import { help } from '#i18n/en/publication/help.ts'
import { letter } from '#i18n/en/publication/letter.ts'
import { association, signoffStatuses, stanceNames, statementKinds } from '#i18n/en/publication/names.ts'
import { outcomes } from '#i18n/en/publication/outcomes.ts'
import { publicPages } from '#i18n/en/publication/public.ts'
import { publication } from '#i18n/en/publication/publication.ts'
import { ui } from '#i18n/en/ui.ts'
import type { PublicMessages } from '#i18n/sv/everybody.ts'

export const everybody: PublicMessages = {
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
