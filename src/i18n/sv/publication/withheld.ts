import { formatDate } from '#i18n/format.ts'

const day = (instant: number) => formatDate('sv', instant)

/** Where members read what is withheld of a published text, and say that they do not agree. */
export const withheld = {
	title: 'Dolt i svaret',
	lead: 'Det här har ordföranden dolt i svaret. Det kommer inte tillbaka.',
	none: 'Inget är dolt i svaret',
	noneWhat:
		'När någon som nämns i svaret inte längre vill vara nämnd kan ordföranden dölja den delen. Då står det här.',
	part: 'Del',
	ground: 'Skäl',
	since: 'Dolt den',
	added: 'En text i en rättelse eller återkallelse',
	contested: 'Föreningar som inte håller med',
	contestedOn: (name: string, at: number) => `${name}, den ${day(at)}`,
	contest: {
		title: 'Håller ni med?',
		what: (association: string) =>
			`Svaret står också i namn av ${association}. Om ni inte håller med om att det är dolt, säg det här. Det syns bredvid svaret för alla som läser, tills ni tar tillbaka det. Det som är dolt kommer inte tillbaka.`,
		reason: 'Vad håller ni inte med om?',
		reasonHint: 'Bara medlemmar i samverkan kan läsa det.',
		say: 'Vi håller inte med',
		said: (association: string, at: number) =>
			`${association} sade den ${day(at)} att föreningen inte håller med. Det syns för alla som läser svaret.`,
		takeBack: 'Ta tillbaka det',
	},
	mail: 'Håller ni inte med om att det är dolt? Säg det här, så ser alla det som läser svaret:',
	done: {
		contested: 'Det är sagt, och syns bredvid svaret.',
		takenBack: 'Det är tillbakataget.',
	},
	events: {
		withheldContested: 'En förening sade att den inte håller med om att en del är dold',
		withheldContestTakenBack: 'En förening tog tillbaka att den inte håller med om att en del är dold',
	},
}
