import { signoffStatuses } from '#i18n/en/publication/names.ts'
import { formatNumber } from '#i18n/format.ts'
import type { signoff as swedish } from '#i18n/sv/signing.ts'

export const signoff: typeof swedish = {
	statuses: signoffStatuses,
	signOff: (association) => `${association} stands behind the text`,
	decline: (association) => `${association} does not stand behind the text`,
	yourAnswerNow: 'Your answer now',
	noneYet: 'There is nothing to sign yet',
	inOffice: (association) =>
		`You are chair or secretary, and so you do not answer for ${association}. Somebody else in the association does.`,
	signedByOthers: (association) => `Whoever is delegate or deputy answers for ${association}.`,
	noneYetHint: 'When the text is adopted, we ask each association whether it stands behind it.',
	mendedWords: (before, after) =>
		before === ''
			? `“${after}” is added.`
			: after === ''
				? `“${before}” is removed.`
				: `“${before}” is now “${after}”.`,
	changedSince: 'The text was mended after the decision. Everyone therefore has to answer again.',
	checkAndPublish: 'Check and publish',
	toButtons: 'To the buttons',
	theText: 'The adopted text',
	who: 'Who stands behind the text?',
	answer: 'Answer',
	reason: 'Reason',
	withTheVote: 'with the vote',
	next: (when: string) => `You can change the answer until ${when}. Then the chair will publish.`,
	question: (association: string) => `Does ${association} stand behind the text?`,
	reasonLabel: 'Reason, if you do not stand behind it',
	reasonHint: 'Needed only if the answer is no. Published with the statement.',
	objection: {
		question: (association) => `Does ${association} object to the changed text?`,
		reasonHint: 'Say what it is about, if you like. You need not.',
		sign: 'No objection',
		signOff: (association) => `${association} does not object`,
		doNotSign: 'We object',
		decline: (association) => `${association} objects, and the text is not published like this`,
	},
	until: (when: string) => `The answer of the association, until ${when}`,
	sign: 'We stand behind it',
	doNotSign: 'We do not stand behind it',
	referral: {
		title: 'Take the text back for more work',
		means:
			'The text goes back to draft. A vote under way is stopped, and answers about sign-off no longer count. All of it stays in the history.',
		reason: 'Why is the text taken back? All members see it.',
		button: 'Take the text back',
	},
	withdrawal: {
		title: 'Withdraw the statement',
		means: 'The work ends and nothing is published. This cannot be undone. All of it stays in the history.',
		reason: 'Why is the statement withdrawn? All members see it.',
		button: 'Withdraw',
	},
	editorial: {
		title: 'Mend a slip',
		means:
			'Use this for slips only. Every association is asked to sign the mended text again. The change is shown in what is published.',
		notAllowed: 'The text cannot be mended now',
		notAllowedHint:
			'That is possible only when the text is adopted and the rules allow it. Otherwise it has to be taken back for more work.',
		whichBlock: 'Which part of the text?',
		text: 'What it should say',
		note: 'What was mended?',
		noteHint: 'For example: “brukar och” became “brukar- och”.',
		button: 'Mend and ask for new sign-offs',
	},
	redaction: {
		title: 'Withhold a part of a published statement',
		means:
			'Use this when somebody named in the text no longer wants to be. The part is withheld on all public pages. The number and the proof of the decision do not change. This cannot be undone. All associations that had a vote on the statement are mailed what kind of part it is and why, and not what it said.',
		whichBlock: 'Which part?',
		ground: 'Why?',
		groundHint: 'Shown in place of the text. Write no names.',
		button: 'Withhold the part',
		done: 'The part is withheld. The associations are mailed.',
		mail: {
			subject: (title) => `Withheld in the statement: ${title}`,
			firstLine: (asked, { title, label, parts }) =>
				`The chair has withheld ${parts.length === 1 ? 'a part' : `${formatNumber('en', parts.length)} parts`} of “${title}” (${label}), which stands in the name of ${asked} among others. What is left is on the public page:`,
			line: (what, ground) => `- ${what}. Reason: ${ground}`,
			added: 'A text of a correction or withdrawal',
			more: (count) => `And ${formatNumber('en', count)} more. All are on the statement’s page.`,
			wrong:
				'What stood there is not sent. The number and the proof of the decision are as before. It cannot be undone. If you have questions, ask the chair.',
		},
	},
	events: {
		signoffGiven: 'An association answered about sign-off',
		editorialChangeMade: 'A slip was mended',
	},
}
