/** What is done on the way, whichever way that is. */
const steps = {
	sendOut: 'Skicka ut utkastet för synpunkter',
	views: 'Synpunkterna är inne',
	signoffs: 'Underskrifterna är klara',
	send: 'Skicka svaret',
}

export const plan = {
	title: 'Plan fram till svarsdatumet',
	lead: 'Dagarna är förslag. De är räknade bakåt från svarsdatumet, runt helger, röda dagar och juli, och räknas om när datumet ändras.',
	noDate: 'När svarsdatumet är satt visas här när texten behöver skickas ut, beslutas och skrivas under.',
	track: 'Sätt att svara',
	full: { ...steps, openBallot: 'Öppna omröstningen', votes: 'Rösterna är inne' },
	light: { ...steps, openBallot: 'Skicka runt texten', votes: 'Sista dag att invända' },
	due: 'Svaret ska vara framme',
	settled: 'bestämt',
	described: (from: string, to: string) =>
		`Tidslinje från ${from} till ${to}. Siffrorna är stegen i listan under bilden.`,
	hurried: 'Tiden är knapp. Varje steg har fått färre dagar än det brukar behöva.',
	throughJuly: 'Planen går genom juli, när få är på plats. Stäm av med föreningarna i förväg.',
	tooLittleFull:
		'Tiden räcker inte till fullt arbete. Skicka runt en text i stället, eller be avsändaren om längre tid.',
	tooLittleFullOnly: 'Tiden räcker inte till synpunkter, omröstning och underskrifter. Be avsändaren om längre tid.',
	tooLittleLight: 'Tiden räcker inte till att skicka runt en text. Be avsändaren om längre tid.',
	tooLittleLeft:
		'Tiden räcker inte till det som är kvar. Korta stegen så mycket ni kan, eller be avsändaren om längre tid.',
	latest: (day: string) => `Enligt planen senast ${day}.`,
}
