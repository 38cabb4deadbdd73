import { formatDate } from '#i18n/format.ts'
import type { withheld as sv } from '#i18n/sv/publication/withheld.ts'

const day = (instant: number) => formatDate('en', instant)

export const withheld: typeof sv = {
	title: 'Withheld in the statement',
	lead: 'This is what the chair has withheld in the statement. It does not come back.',
	none: 'Nothing is withheld in the statement',
	noneWhat:
		'When somebody named in the statement no longer wants to be, the chair can withhold that part. It is listed here then.',
	part: 'Part',
	ground: 'Reason',
	since: 'Withheld on',
	added: 'A text of a correction or withdrawal',
	contested: 'Associations that do not agree',
	contestedOn: (name, at) => `${name}, on ${day(at)}`,
	contest: {
		title: 'Do you agree?',
		what: (association) =>
			`The statement stands in the name of ${association} too. If you do not agree that it is withheld, say so here. That is seen beside the statement by everybody who reads it, until you take it back. What is withheld does not come back.`,
		reason: 'What do you not agree with?',
		reasonHint: 'Only members of the coalition can read it.',
		say: 'We do not agree',
		said: (association, at) =>
			`${association} said on ${day(at)} that it does not agree. Everybody who reads the statement sees that.`,
		takeBack: 'Take it back',
	},
	mail: 'Do you not agree that it is withheld? Say so here, and all who read the statement see it:',
	done: {
		contested: 'It is said, and stands beside the statement.',
		takenBack: 'It is taken back.',
	},
	events: {
		withheldContested: 'An association said that it does not agree that a part is withheld',
		withheldContestTakenBack: 'An association took back that it does not agree that a part is withheld',
	},
}
