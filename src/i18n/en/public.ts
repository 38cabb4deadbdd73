import type { publicPages as swedish } from '#i18n/sv/public.ts'

export const publicPages: typeof swedish = {
	latestStatements: 'Latest statements',
	feed: 'Feed of new statements',
	asMarkdown: 'Markdown',
	asJson: 'JSON',
	standsBehind: 'Associations that stand behind',
	doesNotStandBehind: 'Associations that do not stand behind',
	easyRead: 'Easy read',
}
