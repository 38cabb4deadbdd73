export const unsaved = {
	title: 'Det här hann inte komma med',
	why: 'Du skrev det i texten, men det hann inte sparas. Det finns bara i den här webbläsaren.',
	open: 'Öppna texten och lägg tillbaka det',
	copy: 'Kopiera',
	copied: 'Kopierat.',
	notCopied: 'Det gick inte att kopiera härifrån. Markera orden och kopiera dem.',
	comment: 'Gör en synpunkt av det',
	drop: { ask: 'Släng det', confirm: 'Ja, släng det' },
	sure: 'Det går inte att få tillbaka.',
	keep: 'Behåll det',
	dropped: 'Det är slängt.',
}

export type UnsavedWords = typeof unsaved
