import type { ContestSubject, MeetingVoteSubject } from '#domain/kernel/notification.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { marked } from './comment.ts'

/** How the association is said to have voted, and until when it can say that this is not right. */
export function meetingVoteFirstLine(subject: MeetingVoteSubject, association: string, lang: Language): string {
	const { mail, meeting } = catalogue(lang)
	const { title, heldOn, result, dueAt, open, voted } = subject
	return mail.firstLines.meetingVote(meeting.said[voted](association), title, heldOn, result, dueAt, open)
}

/** Where it stands in the minutes; and that whoever is asked to sign does so from the same page. */
export function meetingVoteParagraphs(
	{ minutes, changed, result, open }: MeetingVoteSubject,
	lang: Language,
): string[] {
	const { mail: t, meeting } = catalogue(lang)
	return [
		t.minutes(minutes),
		changed.length > 0 ? meeting.changedSince(changed, result === 'adopted') : '',
		open && result === 'adopted' ? t.thenSign : '',
	]
}

/** That an association says the vote entered for it is not right, or no longer says so. */
export function contestFirstLine({ of, title, standing }: ContestSubject, lang: Language): string {
	const t = catalogue(lang).mail.firstLines
	return standing ? t.contest(of, title) : t.contestTakenBack(of, title)
}

/** How it says that it voted, and why. */
export function contestParagraphs({ of, standing, voted, reason }: ContestSubject, lang: Language): string[] {
	const { meeting } = catalogue(lang)
	if (!standing) return []
	return [voted === null ? '' : meeting.instead(meeting.said[voted](of)), reason === '' ? '' : marked(reason)]
}
