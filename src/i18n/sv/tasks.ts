export const tasks = {
	title: 'Mina uppgifter',
	waitsOnYou: 'Väntar på dig',
	waitsOnOthers: 'Väntar på andra',
	nothing: 'Ingenting väntar på dig',
	nothingMore: 'Vi hör av oss när det finns något att göra.',
	statuses: {
		todo: 'Att göra',
		started: 'Påbörjat',
		waiting: 'Väntar på andra',
		done: 'Klart',
	},
}
