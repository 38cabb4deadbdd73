import type { beforeBallot as swedish } from '#i18n/sv/deciding/before-ballot.ts'

export const beforeBallot: typeof swedish = {
	unasked: 'The text has not been out for views. No association has been asked.',
	runsUntil: (when) =>
		`Views can be given until ${when}. If you open the ballot now, associations get less time than promised.`,
	runsUntilMet: (when) =>
		`Views can be given until ${when}. If you enter the decision now, associations get less time than promised.`,
	silent: (names) => `These associations have said nothing of the text: ${names}.`,
	confirm: 'I have read what stands in the box, and want to open the ballot all the same',
}
