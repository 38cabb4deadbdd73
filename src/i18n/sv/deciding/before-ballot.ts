/** What speaks against opening a ballot now. */
export const beforeBallot = {
	unasked: 'Texten har inte varit ute på samråd. Ingen förening har blivit tillfrågad.',
	runsUntil: (when: string) =>
		`Samrådet pågår till ${when}. Startar du nu får föreningarna mindre tid än de blev lovade.`,
	silent: (names: string) => `De här föreningarna har inte sagt något i samrådet: ${names}.`,
	confirm: 'Jag har läst det som står i rutan, och vill starta omröstningen ändå',
}
