import { formatCount, formatDate, formatLongDateTime } from '#i18n/format.ts'
import type { mail as swedish } from '#i18n/sv/mail.ts'
import { members } from './members/members.ts'

const roles = members.rolesInText

export const givers = {
	chair: 'The chair',
	secretary: 'The secretary',
	delegate: 'The delegate',
	deputy: 'The deputy',
	contributor: 'The contributor',
	operator: 'The operator',
	former: 'The delegate before you',
}

const results = {
	adopted: 'The text was adopted.',
	rejected: 'The text was not adopted.',
	noQuorum: 'Too few voted, so the text was not adopted.',
}

const latest = (dueAt: number | null) => (dueAt === null ? '' : ` by ${formatLongDateTime('en', dueAt)}`)

export const mail: typeof swedish = {
	doNotReply: 'A reply to this e-mail never counts as a vote or a sign-off.',
	demonstration: 'This is a demonstration: people, votes and comments are made up.',
	signIn: {
		subject: 'Sign in to Samsvar',
		link: 'Open the link to sign in to Samsvar:',
		code: (code) => `Or type the code ${code} in the browser where you asked for this e-mail.`,
		validFor: (minutes) =>
			`The link and the code are valid for ${formatCount('en', minutes, 'minute', 'minutes')}, once.`,
		notYou: 'Did you not ask for this? Then there is nothing to do. Nobody gets in without the link or the code.',
	},
	newWayIn: {
		card: {
			subject: 'A new card for signing in to Samsvar',
			made: (name) =>
				`You have a new card for signing in to Samsvar. It is called ${name}, and cards that you had before have stopped working.`,
			notYou: (page) =>
				`Was it not you who made it? Sign in by e-mail and make a new one at once: then it stops working:\n${page}`,
		},
		token: {
			subject: 'A new token for programs in your name',
			made: (name, coalition) =>
				`A token, “${name}”, was made in your name. With it a program can read and do things in ${coalition} through Samsvar.`,
			notYou: (page) => `Was it not you who made it? Sign in and revoke it at once:\n${page}`,
		},
	},
	subjects: {
		invitation: (coalition) => `Welcome to ${coalition}`,
		consultation: (title) => `What do you think? ${title}`,
		ballot: (title) => `Vote: ${title}`,
		extended: (title) => `More time to vote: ${title}`,
		objection: (title) => `Any objections? ${title}`,
		objectionToChange: (title) => `Changed after the decision: ${title}`,
		meetingVote: (title) => `Is your vote right? ${title}`,
		contest: (title) => `Is the vote not right? ${title}`,
		contestTakenBack: (title) => `The vote is right: ${title}`,
		signoff: (title) => `Do you stand behind it? ${title}`,
		published: (title) => `Published: ${title}`,
		seat: (association) => `New seat for ${association}`,
		chair: (coalition) => `Chair of ${coalition}`,
		unseated: (association) => `Your seat for ${association} has ended`,
		unseatedOther: (association) => `A seat for ${association} was ended`,
		seatTakenBack: (association) => `A seat for ${association} was taken back`,
	},
	ofOthers: {
		subject: (line) => `For information: ${line}`,
		first: (association) =>
			`For information: you are chair or secretary, and so you do not answer for ${association}. Somebody else in the association does. This is what we write to them:`,
	},
	firstLines: {
		invitation: (coalition, role, association, by) =>
			`${by ?? 'Whoever runs the service'} invites you to ${coalition}, as ${roles[role]}${association === null ? '' : ` for ${association}`}. ` +
			'In Samsvar associations answer public inquiries together, and each association says for itself what it thinks, votes and signs. ' +
			'Open the link to get in, without a password:',
		consultation: (association, title, dueAt) => `Say what ${association} thinks of “${title}”${latest(dueAt)}:`,
		ballot: (association, title, dueAt) => `Vote for ${association} on “${title}”${latest(dueAt)}:`,
		extended: (association, title, dueAt) =>
			`Too few voted on “${title}”, so the ballot goes on. Vote for ${association}${latest(dueAt)}:`,
		extendedVoted: (association, title, dueAt) =>
			`Too few voted on “${title}”, so the ballot goes on. ${association} has voted, and the vote stands. It can be changed${latest(dueAt)}:`,
		again: (association, title, dueAt) =>
			`Too few voted on “${title}”, so the ballot is held again. Everyone votes anew. Vote for ${association}${latest(dueAt)}:`,
		objection: (association, title, dueAt) => `Read “${title}” and say${latest(dueAt)} if ${association} objects:`,
		objectionToChange: (association, title, dueAt) =>
			`A slip in “${title}” was put right after the decision. Read it and say${latest(dueAt)} if ${association} objects, with one press:`,
		meetingVote: (said, title, heldOn, result, dueAt, open) =>
			`At a meeting on ${formatDate('en', heldOn)} “${title}” was decided on. Entered from the minutes: ${said}. ${results[result]} ${
				open
					? `Say by ${formatLongDateTime('en', dueAt)} if that is not right, with one press:`
					: `The time to say so ended on ${formatLongDateTime('en', dueAt)}. Contact the chair if that is not right. It stands here:`
			}`,
		contest: (association, title) =>
			`${association} says that the vote entered for it from the meeting on “${title}” is not right. The text cannot be published until that is settled. Read the minutes and settle it:`,
		contestTakenBack: (association, title) =>
			`${association} now says that the vote entered for it from the meeting on “${title}” is right. See how it stands:`,
		signoff: (association, title, dueAt) => `Answer${latest(dueAt)} whether ${association} stands behind “${title}”:`,
		adoptedSignoff: (association, title, dueAt) =>
			`“${title}” was adopted in the vote. Answer${latest(dueAt)} whether ${association} stands behind the text:`,
		published: (title, label) => `“${title}” has been published as ${label}. Read it here:`,
		seat: (association, role, by) =>
			role === 'delegate'
				? `${givers[by]} has made somebody else delegate for ${association}. Here is who has a seat:`
				: `${givers[by]} has made somebody ${roles[role]} for ${association}. See who it is, and end the seat if it is not right:`,
		chair: (coalition, change, by) =>
			`${
				{
					given: `${givers[by]} has made somebody chair of ${coalition}.`,
					ended: `${givers[by]} has ended somebody’s seat as chair of ${coalition}.`,
					replaced: `${givers[by]} has let somebody else take over as chair of ${coalition}.`,
				}[change]
			} See who is chair:`,
		unseated: (association, role, by, until) =>
			`${givers[by]} has ended your seat as ${roles[role]} for ${association}. ${
				until === null
					? 'See what is left for you to do:'
					: `If that is not right, you can take the seat back by ${formatLongDateTime('en', until)}, with one press:`
			}`,
		unseatedOther: (association, role, by, until) =>
			`${givers[by === 'former' ? 'delegate' : by]} has ended the seat as ${roles[role]} for ${association}. Whoever had it has no e-mail, so tell them.${
				until === null
					? ''
					: ` If that is not right it can be taken back by ${formatLongDateTime('en', until)}, with the card, under My tasks.`
			} See who has a seat:`,
		seatTakenBack: (association) =>
			`Whoever was delegate for ${association} has taken back the seat, which somebody else had ended. Talk to the association if you do not agree. See who has a seat:`,
	},
	minutes: (minutes) => `The minutes: ${minutes}`,
	thenSign: 'If it is right, go on from the same page and answer whether you stand behind the text.',
	silence: 'Those who do not answer have no objection.',
	urgent: (why) => `The time is shorter than the rules promise. The chair has decided so: ${why}`,
	from: (coalition) => `This e-mail comes from ${coalition}, through Samsvar.`,
	why: (name, role, association, coalition) =>
		`${name} gets it as ${roles[role]} ${association === null ? `in ${coalition}` : `for ${association}`}.`,
	personalLink: (until) =>
		`The link is for you alone and is good through ${formatDate('en', until - 1)}. It signs you in once, and then again in the same browser. Do not pass it on.`,
}
