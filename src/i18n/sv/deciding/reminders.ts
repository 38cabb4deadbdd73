import { formatCount, formatLongDateTime, formatNumber } from '#i18n/format.ts'

const associations = (count: number) => formatCount('sv', count, 'förening', 'föreningar')

/** Who has not answered what is asked about a text, and how they are reminded of it. */
export const reminders = {
	title: 'Påminn dem som inte har svarat',
	heading: 'Har inte svarat',
	waiting: (count: number) => `${associations(count)} har inte svarat än:`,
	allAnswered: 'Alla har svarat',
	allAnsweredWhat: 'Det finns ingen att påminna.',
	over: 'Det går inte längre att svara, så det finns ingen att påminna.',
	/** `count`: how many of them mail reaches. */
	means: (count: number) =>
		`Trycker du på knappen får ${associations(count)} ett mejl med en länk rakt till frågan. Mejlet går till den ordinarie och ersättaren.`,
	button: 'Påminn',
	noneReached: 'Inget mejl når dem. Ring i stället.',
	toCall: 'Ring dessa',
	toCallWhat: 'Inget mejl når dem, så de påminns inte av Samsvar.',
	whom: 'Se vem du ringer, och vad du berättar',
	showNames: (count: number) => `Visa vilka ${formatNumber('sv', count)} det är`,
	/** When the last went, and to how many. */
	last: (count: number, at: number) =>
		`Senast påmindes ${associations(count)}, med mejl, ${formatLongDateTime('sv', at)}.`,
	done: (count: number) => `Påminnelsen är på väg med mejl till ${associations(count)}.`,
	doneCall: (count: number) => `Ring ${associations(count)} som inget mejl når.`,
	next: (at: number) => `Nästa påminnelse går av sig själv ${formatLongDateTime('sv', at)}.`,
	again: (at: number) => `Du kan påminna igen ${formatLongDateTime('sv', at)}.`,
	/** In the history, of one that nobody pressed for. */
	byItself: 'av sig själv',
	mail: {
		subject: (line: string) => `Påminnelse: ${line}`,
		first: (association: string) => `Påminnelse: ${association} har inte svarat än.`,
	},
}
