import type { ChangedSince } from '#domain/deciding/meeting.ts'
import { formatList } from '#i18n/format.ts'
import type { meeting as swedish } from '#i18n/sv/deciding/meeting.ts'

const CHANGED: Readonly<Record<ChangedSince, string>> = {
	text: 'the text',
	inquiry: 'the name, sender or reference of the inquiry',
	coalition: 'the name or number series of the coalition',
}

export const meeting: typeof swedish = {
	said: {
		yes: (association) => `${association} voted yes`,
		no: (association) => `${association} voted no`,
		abstain: (association) => `${association} abstained`,
		absent: (association) => `${association} did not vote`,
	},
	adoptedNext: 'Each association is mailed how it is said to have voted, and then signs.',
	enteredBy: 'Entered by',
	by: (role, when) => (role === '' ? when : `${role}, ${when}`),
	sayBy: 'Associations can object until',
	changedSince: (what, signs) =>
		`After the day of the meeting, but before the decision was entered, ${formatList(
			'en',
			what.map((each) => CHANGED[each]),
		)} changed.${signs ? ' Read the whole statement before you sign.' : ''}`,
	question: (association) => `Is it right for ${association}?`,
	asEntered: (said) => `Entered from the minutes: ${said}.`,
	howToSay: (until) =>
		`If it is not right, say so with one press, by ${until}. The text is then not published until that is settled. If it is right, you need not do anything here.`,
	howItWas: 'Say how it was, if you like',
	howVoted: 'How did you vote?',
	options: { yes: 'Yes', no: 'No', abstain: 'We abstained', absent: 'We did not vote', unsaid: 'We do not say now' },
	reason: 'What is wrong?',
	reasonHint: 'Everybody in the coalition can read it.',
	notRight: 'This is not right',
	goSign: 'Answer whether you stand behind the text',
	contested: (association) => `${association} says that it is not right`,
	mark: 'Not right, says the association',
	instead: (said) => `The association states: ${said}.`,
	received: (association) => `${association} has said that it is not right`,
	receivedNext: 'The text is not published as long as you say so. The chair and the other associations see it here.',
	takenBack: (association) => `${association} says that it is right`,
	takenBackNext: 'The vote stands as it was entered.',
	standsUntil:
		'The text is not published until that is settled. The chair takes the text back and enters the decision again, or you say here that it is right after all.',
	takeBack: 'It is right after all',
	seatedSince: (association) =>
		`Your seat for ${association} began after the decision was entered. Whoever was delegate or deputy then can say that it is right after all.`,
	delegateSaid: (association) => `The delegate has answered for ${association}, and that answer stands.`,
	forChair:
		'An association says that the vote entered for it is not right. Read the minutes again. If it was entered wrongly, take the text back and enter the decision again. If it was entered rightly, talk with the association, which can say here that it is right after all.',
}
