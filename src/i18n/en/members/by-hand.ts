import { formatCount, formatLongDateTime } from '#i18n/format.ts'
import type { byHand as swedish } from '#i18n/sv/members/by-hand.ts'
import { members } from './members.ts'

const roles = members.rolesInText

const latest = (dueAt: number | null) => (dueAt === null ? '' : `, by ${formatLongDateTime('en', dueAt)}`)

export const byHand: typeof swedish = {
	title: 'Call or write to them',
	lead: 'No e-mail reaches these people. They have a right to know, so call or write a letter. Then press the button, and the row goes away.',
	nobody: 'Everybody has been told',
	nobodyWhat: 'Here stand those whom no e-mail reaches, when there is something they have a right to know.',
	who: 'Who',
	what: 'Tell them this',
	actions: 'When it is done',
	toldTo: (names) => `I have told ${names}`,
	warning: (count) =>
		`There ${count === 1 ? 'is' : 'are'} ${formatCount('en', count, 'thing', 'things')} to tell those whom no e-mail reaches.`,
	show: 'See whom to call',
	task: (count) => `Call or write: ${formatCount('en', count, 'thing', 'things')} to tell`,
	done: 'It is noted. The row is gone.',
	says: {
		consultation: (title, dueAt) => `The association is to say what it thinks of “${title}”${latest(dueAt)}.`,
		ballotOn: (numbers, title, dueAt, count) =>
			`The association is to vote on ${numbers}, ${count === 1 ? 'an amendment' : 'two amendments'} to “${title}”${latest(dueAt)}. Read out what the ballot’s page says.`,
		ballot: (title, dueAt) => `The association is to vote on “${title}”${latest(dueAt)}.`,
		consensusList: (title, dueAt) =>
			`The association can object to amendments to “${title}”${latest(dueAt)}. Whoever does not answer says yes. Read out the amendments that stand on the page of the consensus list.`,
		consensusListOver: (title) =>
			`The question to the associations about amendments to “${title}” is settled or cancelled. Read out what it came to. It stands on the consensus list’s page.`,
		meetingVote: (title, dueAt) =>
			`This is how the association is said to have voted at the meeting on “${title}”. Read out what stands on the page of the vote, and ask whether it is right${latest(dueAt)}.`,
		signoff: (title, dueAt) => `The association is to answer whether it stands behind “${title}”${latest(dueAt)}.`,
		unseated: (role, dueAt) =>
			`The seat${role === null ? '' : ` as ${roles[role]}`} was ended.${dueAt === null ? '' : ` If that is not right it can be taken back, by ${formatLongDateTime('en', dueAt)}: sign in with the card and open My tasks.`}`,
		seat: (role) =>
			`Somebody was given the seat${role === null ? '' : ` as ${roles[role]}`} for the association. The delegate can end a deputy’s or contributor’s seat.`,
		chair: 'Who is chair has changed.',
		bylaws: 'The rules for decisions have changed. The page of members says which apply, and from when.',
		members: 'Which associations are members has changed. The page of members says which, and from when.',
		addendum: (title, dueAt) =>
			`The association is asked whether the published statement “${title}” may be corrected or withdrawn${latest(dueAt)}. Read out what stands on the statement’s page.`,
		older:
			'The chair has brought in or changed older statements in the name of all associations. Ask whether the association knows of them.',
		outcomes: (title) =>
			`It is known what came of positions in “${title}”. Read out what stands on the statement’s page.`,
		sent: (title) =>
			`The answer “${title}” was sent in the association’s name. Read out to whom, and what the covering letter says. It stands under Sign-offs.`,
	},
	lost: (association) => `Your seat for ${association} was ended: take it back, if that is not right`,
}
