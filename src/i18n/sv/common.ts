/** Words that every slice uses. Verbs are for buttons and links. */
export const common = {
	product: 'Samsvar',
	verbs: {
		save: 'Spara',
		cancel: 'Avbryt',
		change: 'Ändra',
		add: 'Lägg till',
	},
	languages: { sv: 'Svenska', en: 'English' },
}
