/** What speaks against opening a ballot now. */
export const beforeBallot = {
	unasked: 'Texten har inte varit ute för synpunkter. Ingen förening har blivit tillfrågad.',
	runsUntil: (when: string) =>
		`Föreningarna har till ${when} på sig att säga vad de tycker. Startar du nu får de mindre tid än de blev lovade.`,
	runsUntilMet: (when: string) =>
		`Föreningarna har till ${when} på sig att säga vad de tycker. För du in beslutet nu får de mindre tid än de blev lovade.`,
	silent: (names: string) => `De här föreningarna har inte sagt vad de tycker: ${names}.`,
	confirm: 'Jag har läst det som står i rutan, och vill starta omröstningen ändå',
}
