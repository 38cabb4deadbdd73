import type { plan as swedish } from '#i18n/sv/planning/plan.ts'

/** What is done on the way, whichever way that is. */
const steps = {
	sendOut: 'Send out the draft for views',
	views: 'The views are in',
	signoffs: 'The sign-offs are done',
	send: 'Send the statement',
}

export const plan: typeof swedish = {
	title: 'Plan up to the due date',
	lead: 'The days are proposals. They are counted back from the due date, round weekends, Swedish holidays and July, and counted anew when the date moves.',
	noDate: 'Once there is a due date, this shows when the text must be sent out, decided and signed.',
	track: 'Way to answer',
	full: { ...steps, openBallot: 'Open the ballot', votes: 'The votes are in' },
	light: { ...steps, openBallot: 'Send the text round', votes: 'Last day to object' },
	due: 'The statement must be there',
	settled: 'settled',
	described: (from, to) => `Timeline from ${from} to ${to}. The figures are the steps in the list below it.`,
	hurried: 'Time is short. Each step has been given fewer days than it usually needs.',
	throughJuly: 'The plan goes through July, when few are there. Agree with the associations beforehand.',
	tooLittleFull: 'There is too little time for full work. Send a text round instead, or ask the sender for more time.',
	tooLittleFullOnly: 'There is too little time for views, a ballot and sign-offs. Ask the sender for more time.',
	tooLittleLight: 'There is too little time to send a text round. Ask the sender for more time.',
	tooLittleLeft:
		'There is too little time for what is left. Shorten the steps as far as you can, or ask the sender for more time.',
	latest: (day) => `By the plan no later than ${day}.`,
}
