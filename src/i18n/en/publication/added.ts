import { formatDate, formatNumber } from '#i18n/format.ts'
import type { Messages } from '#i18n/sv.ts'

const names = { correction: 'Correction', withdrawal: 'Withdrawal' }

export const added: Messages['added'] = {
	titled: (kind, ordinal, label) =>
		kind === 'correction' ? `${names[kind]} ${ordinal} to ${label}` : `${names[kind]} of ${label}`,
	corrected: (on) => `Corrected on ${formatDate('en', on)}`,
	withdrawn: (on) => `Withdrawn on ${formatDate('en', on)}`,
	read: (kind, ordinal) =>
		kind === 'correction' ? `Read correction ${formatNumber('en', ordinal)}` : 'Read the withdrawal',
	withdrawnMeans:
		'The associations no longer stand behind the statement. It stays here so that it can be read what it said.',
	marked: { correction: 'Corrected', withdrawal: 'Withdrawn' },
}
