/** What stands in a statement's PDF and Word file beside its own text. */
export const letter = {
	date: 'Datum',
	ownReference: 'Vårt dnr',
	theirReference: 'Ert dnr',
	to: 'Till',
	about: 'Svar på',
	area: 'Arbetar med',
	position: 'Ståndpunkt',
	differing: 'Vad de tycker',
	stancesCaption: 'Föreningar som inte stöder en ståndpunkt helt. De andra som har svarat gör det',
	published: (label: string) => `Publicerat som ${label} på `,
	hash: (hash: string) => `. Där går det att kontrollera att inget är ändrat. Beslutets summa (SHA-256): ${hash}`,
	draft: 'Utkast',
	draftOf: (date: string) => `Utkast ${date}, inte beslutat`,
	draftEnd: 'Det här är ett utkast. Föreningarna har inte beslutat om texten, och den kan ändras.',
	state: 'Läge',
	words: {
		notes: 'Noter',
		note: (number: number) => `Not ${number}`,
		backToText: 'Tillbaka till texten',
		page: (number: number, of: number) => `Sida ${number} av ${of}`,
	},
}
