/** Words that every slice uses. Verbs are for buttons and links. */
export const common = {
	product: 'Samsvar',
	yes: 'Ja',
	no: 'Nej',
	optional: 'frivilligt',
	verbs: {
		save: 'Spara',
		saveDraft: 'Spara utkast',
		cancel: 'Avbryt',
		back: 'Tillbaka',
		next: 'Gå vidare',
		change: 'Ändra',
		remove: 'Ta bort',
		add: 'Lägg till',
		send: 'Skicka',
		show: 'Visa',
		search: 'Sök',
		download: 'Ladda ner',
		undo: 'Ångra',
	},
	languages: { sv: 'Svenska', en: 'English' },
}
