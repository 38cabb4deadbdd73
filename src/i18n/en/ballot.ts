import { formatNumber, plural } from '#i18n/format.ts'
import type { ballot as swedish } from '#i18n/sv/ballot.ts'

export const ballot: typeof swedish = {
	choices: { yes: 'Yes', no: 'No', abstain: 'Abstains' },
	votes: {
		yes: (association) => `${association} votes yes`,
		no: (association) => `${association} votes no`,
		abstain: (association) => `${association} abstains`,
	},
	yourVoteNow: 'Your vote now',
	notVoted: 'Has not voted',
	outcomes: { adopted: 'Adopted', rejected: 'Rejected', noQuorum: 'No quorum' },
	castVote: 'Cast your vote',
	reservation: 'Reservation',
	separateOpinion: 'Separate opinion',
	quorum: 'Quorum',
	recusal: 'Recusal',
	writtenProcedure: 'Written procedure',
	silenceIsConsent: 'Those who do not answer have no objection',
	bars: {
		choice: 'Answer',
		count: 'Number',
		share: 'Share',
		majority: (needed) => `${formatNumber('en', needed)} yes needed to adopt`,
		described: (yes, no, abstain, notVoted, total) =>
			`${formatNumber('en', yes)} yes, ${formatNumber('en', no)} no, ${formatNumber('en', abstain)} abstain and ${formatNumber('en', notVoted)} have not voted, of ${formatNumber('en', total)} ${plural('en', total, 'association', 'associations')}.`,
	},
}
