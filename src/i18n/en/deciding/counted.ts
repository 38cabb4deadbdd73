import { formatNumber, plural } from '#i18n/format.ts'
import type { counted as swedish } from '#i18n/sv/deciding/counted.ts'

export const counted: typeof swedish = {
	choices: { yes: 'Yes', no: 'No', abstain: 'Abstains' },
	notVoted: 'Has not voted',
	outcomes: { adopted: 'Adopted', rejected: 'Rejected', noQuorum: 'No quorum' },
	reservation: 'Reservation',
	separateOpinion: 'Separate opinion',
	bars: {
		choice: 'Answer',
		count: 'Number',
		share: 'Share',
		majority: (needed) => `${formatNumber('en', needed)} yes needed to adopt`,
		described: (yes, no, abstain, notVoted, total) =>
			`${formatNumber('en', yes)} yes, ${formatNumber('en', no)} no, ${formatNumber('en', abstain)} abstain and ${formatNumber('en', notVoted)} have not voted, of ${formatNumber('en', total)} ${plural('en', total, 'association', 'associations')}.`,
	},
}
