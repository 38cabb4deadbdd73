import type { Instant } from '#domain/kernel/id.ts'
import type { NotificationSubject } from '#domain/kernel/notification.ts'
import type { Role } from '#domain/members/seats.ts'
import { amendmentWords } from '#i18n/amendments.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { olderWords } from '#i18n/older.ts'
import { receiptWords } from '#i18n/receipt.ts'
import { withheldWords } from '#i18n/withheld.ts'
import { href, routes } from '#routes'
import { addendumFirstLine, addendumPath, addendumSubjectLine } from './addenda.ts'
import { amendmentParagraphs, amendmentsPath } from './amendment.ts'
import { putFirstLine, putSubjectLine } from './amendment-ballot.ts'
import { bylawsFirstLine, changedAgain, membersFirstLine, renamedFirstLine } from './changes.ts'
import { commentParagraphs, commentsFirstLine, commentsPath, commentsSubjectLine } from './comment.ts'
import { consensusFirstLine, consensusParagraphs, consensusPath, consensusSubjectLine } from './consensus.ts'
import { contestFirstLine, contestParagraphs, meetingVoteFirstLine, meetingVoteParagraphs } from './meeting-vote.ts'
import { olderParagraphs } from './older.ts'
import { outcomeParagraphs } from './outcomes.ts'
import type { Mail } from './port.ts'
import { remindedLine, remindedSubject } from './reminder.ts'
import { resultFirstLine, resultParagraphs, resultSubjectLine } from './result.ts'
import { sentParagraphs } from './sent.ts'
import { shortened } from './shortened.ts'
import { withheldParagraphs } from './withheld.ts'

/** A letter to one person. It names nobody else. */
export type Letter = {
	/** The mail's own. */
	readonly id: string
	readonly subject: NotificationSubject
	readonly coalition: { readonly name: string; readonly slug: string; readonly demo: boolean }
	readonly association: string | null
	readonly recipient: { readonly name: string; readonly role: Role; readonly email: string }
	readonly language: Language
	/** The public address, without a path. */
	readonly origin: string
	/** Of the recipient's personal link, and until when it is good; null where what it leads to is public. */
	readonly link: { readonly secret: string; readonly until: Instant } | null
}

/** Longest subject line that phones show whole. Characters. */
export const SUBJECT_LIMIT = 60

/** Writes a letter: what is asked and by when, the one link, then who sent it and why it came. */
export function compose(letter: Letter): Mail {
	const { coalition, association, recipient, language, link, subject } = letter
	const t = catalogue(language).mail
	const paragraphs = [
		`${remindedLine(firstLine(letter), subject, association ?? coalition.name, language)}\n${linkOf(letter)}`,
		...(subject.kind === 'comments' ? commentParagraphs(subject, language) : []),
		...(subject.kind === 'amendments' ? amendmentParagraphs(subject, language) : []),
		...(subject.kind === 'consensusList' ? consensusParagraphs(subject, language) : []),
		...(subject.kind === 'meetingVote' ? meetingVoteParagraphs(subject, language) : []),
		...(subject.kind === 'result' ? resultParagraphs(subject, association !== null, language) : []),
		...(subject.kind === 'outcomes' ? outcomeParagraphs(subject, language) : []),
		...(subject.kind === 'withheld'
			? [
					...withheldParagraphs(subject, language),
					leading(
						letter,
						withheldWords(language).mail,
						href(routes.withheld, { coalition: coalition.slug, statement: subject.statementId }),
					),
				]
			: []),
		...(subject.kind === 'older' ? olderParagraphs(subject, language) : []),
		...(subject.kind === 'sent' ? sentParagraphs(subject, language) : []),
		...(subject.kind === 'published' && subject.receipt !== null
			? [
					leading(
						letter,
						receiptWords(language).mail,
						href(routes.receipt, { coalition: coalition.slug, statement: subject.receipt }),
					),
				]
			: []),
		...(subject.kind === 'contest' ? contestParagraphs(subject, language) : []),
		changedAgain(subject, language),
		isSilenceConsent(subject) ? t.silence : '',
		'urgent' in subject && subject.urgent !== null ? t.urgent(subject.urgent) : '',
		`${t.from(coalition.name)} ${t.why(recipient.name, recipient.role, association, coalition.name)}`,
		link === null ? '' : t.personalLink(link.until),
		replies(letter),
		coalition.demo ? t.demonstration : '',
	]
	return {
		id: letter.id,
		to: recipient.email,
		subject: shortened(remindedSubject(subjectLine(letter), subject, language), SUBJECT_LIMIT),
		text: `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`,
	}
}

/** Whether whoever does not answer agrees. */
function isSilenceConsent(subject: NotificationSubject): boolean {
	if (subject.kind === 'ballot') return subject.track === 'light' && !subject.put
	return subject.kind === 'signoff' && subject.track === 'light'
}

/** The sentence that nobody reads a reply; none in a mail about what is public. */
function replies({ subject, language }: Letter): string {
	const { mail, comments } = catalogue(language)
	if (subject.kind === 'published' || subject.kind === 'outcomes' || subject.kind === 'withheld') return ''
	if (subject.kind === 'addendum' && subject.step === 'published') return ''
	return subject.kind === 'comments' ? comments.mail.doNotReply : mail.doNotReply
}

function subjectLine({ subject, coalition, association, language }: Letter): string {
	const t = catalogue(language).mail.subjects
	switch (subject.kind) {
		case 'invitation':
			return t.invitation(coalition.name)
		case 'ballot':
			if (subject.put) return putSubjectLine(subject.put, subject.title, language)
			if (subject.track === 'light') return t.objection(subject.title)
			return (subject.how === 'extended' ? t.extended : t.ballot)(subject.title)
		case 'signoff':
			return subject.track === 'light' ? t.objectionToChange(subject.title) : t.signoff(subject.title)
		case 'result':
			return resultSubjectLine(subject, language)
		case 'comments':
			return commentsSubjectLine(subject, association !== null, language)
		case 'amendments':
			return amendmentWords(language).mail.subject(subject.news.length, subject.title)
		case 'consensusList':
			return consensusSubjectLine(subject, language)
		case 'seat':
			return t.seat(association ?? coalition.name)
		case 'chair':
			return t.chair(coalition.name)
		case 'unseated':
			return (subject.own ? t.unseated : t.unseatedOther)(association ?? coalition.name)
		case 'seatTakenBack':
			return t.seatTakenBack(association ?? coalition.name)
		case 'contest':
			return (subject.standing ? t.contest : t.contestTakenBack)(subject.title)
		case 'addendum':
			return addendumSubjectLine(subject, language)
		case 'outcomes':
			return catalogue(language).outcomes.mail.subject(subject.title)
		case 'withheld':
			return catalogue(language).signoff.redaction.mail.subject(subject.title)
		case 'older':
			return olderWords(language).mail.subject(coalition.name)
		case 'sent':
			return catalogue(language).sent.mail.subject(subject.title)
		case 'bylaws':
			return catalogue(language).changes.mail.bylawsSubject(coalition.name)
		case 'renamed':
			return catalogue(language).changes.mail.renamedSubject(subject.from.name)
		case 'members':
			return catalogue(language).changes.mail.membersSubject(coalition.name)
		default:
			return t[subject.kind](subject.title)
	}
}

function firstLine({ subject, coalition, association, recipient, language }: Letter): string {
	const t = catalogue(language).mail.firstLines
	const asked = association ?? coalition.name
	switch (subject.kind) {
		case 'invitation':
			return t.invitation(coalition.name, recipient.role, association, subject.by)
		case 'addendum':
			return addendumFirstLine(subject, asked, language)
		case 'outcomes':
			return catalogue(language).outcomes.mail.firstLine(subject.title, subject.label)
		case 'withheld':
			return catalogue(language).signoff.redaction.mail.firstLine(asked, subject)
		case 'older':
			return olderWords(language).mail.firstLine(coalition.name, subject.statements.length)
		case 'sent':
			return catalogue(language).sent.mail.firstLine(asked, subject.title, subject.label, subject.at)
		case 'published':
			return t.published(subject.title, subject.label)
		case 'ballot':
			if (subject.put) return putFirstLine(subject.put, { ...subject, asked }, language)
			if (subject.how === 'extended')
				return (subject.voted ? t.extendedVoted : t.extended)(asked, subject.title, subject.dueAt)
			if (subject.track === 'light') return t.objection(asked, subject.title, subject.dueAt)
			return (subject.how === 'again' ? t.again : t.ballot)(asked, subject.title, subject.dueAt)
		case 'meetingVote':
			return meetingVoteFirstLine(subject, asked, language)
		case 'contest':
			return contestFirstLine(subject, language)
		case 'signoff':
			if (subject.adopted) return t.adoptedSignoff(asked, subject.title, subject.dueAt)
			return (subject.track === 'light' ? t.objectionToChange : t.signoff)(asked, subject.title, subject.dueAt)
		case 'result':
			return resultFirstLine(subject, language)
		case 'comments':
			return commentsFirstLine(subject, association !== null, language)
		case 'amendments':
			return amendmentWords(language).mail.firstLine(subject.title)
		case 'consensusList':
			return consensusFirstLine(subject, asked, language)
		case 'seat':
			return t.seat(asked, subject.role, subject.by)
		case 'chair':
			return t.chair(coalition.name, subject.change, subject.by)
		case 'unseated':
			return (subject.own ? t.unseated : t.unseatedOther)(asked, subject.role, subject.by, subject.takeBackUntil)
		case 'seatTakenBack':
			return t.seatTakenBack(asked)
		case 'bylaws':
			return bylawsFirstLine(subject, coalition.name, language)
		case 'renamed':
			return renamedFirstLine(subject, language)
		case 'members':
			return membersFirstLine(subject, coalition.name, language)
		default:
			return t[subject.kind](asked, subject.title, subject.dueAt)
	}
}

function linkOf(letter: Letter): string {
	const path = pathOf(letter)
	const { origin, link } = letter
	return origin + (link === null ? path : href(routes.signInLink, { secret: link.secret }, { to: path }))
}

/** Where those who contributed read what came of it. Not public, so that it asks for a sign-in. */
/** Words, and below them the address that they lead to. */
const leading = ({ origin }: Letter, words: string, path: string): string => `${words}\n${origin}${path}`

/** The page that the letter is about, which its personal link leads to once it has signed the reader in. */
function pathOf({ subject, coalition: { slug: coalition } }: Letter): string {
	switch (subject.kind) {
		case 'invitation':
			return href(routes.workspace, { coalition })
		case 'consultation':
			return href(subject.commentsOnly ? routes.newComment : routes.stances, {
				coalition,
				statement: subject.statementId,
			})
		case 'ballot':
		case 'meetingVote':
		case 'result':
		case 'contest':
			return href(routes.ballot, { coalition, statement: subject.statementId, ballot: subject.ballotId })
		case 'signoff':
			return href(routes.signoffs, { coalition, statement: subject.statementId })
		case 'comments':
			return commentsPath(subject, coalition)
		case 'amendments':
			return amendmentsPath(subject, coalition)
		case 'consensusList':
			return consensusPath(subject, coalition)
		case 'seat':
			return subject.role === 'delegate'
				? href(routes.members, { coalition })
				: href(routes.seatContest, { coalition, seat: subject.seatId })
		case 'chair':
		case 'seatTakenBack':
		case 'bylaws':
		case 'renamed':
		case 'members':
			return href(routes.members, { coalition })
		case 'unseated':
			if (!subject.own) return href(routes.members, { coalition })
			return subject.takeBackUntil === null
				? href(routes.me)
				: href(routes.seatReturn, { coalition, seat: subject.seatId })
		case 'addendum':
			return addendumPath(subject, coalition)
		case 'older':
			return href(routes.older, { coalition })
		case 'sent':
			return href(routes.sent, { coalition, statement: subject.statementId })
		case 'outcomes':
		case 'withheld':
		case 'published':
			return href(routes.published, { coalition, year: String(subject.year), number: String(subject.number) })
	}
}
