import type { InquiryKind } from '#domain/inquiry.ts'
import type { Heading } from './heading.ts'
import type { Found } from './notice.ts'
import type { PlainText } from './plain-text.ts'

const NUMBERED: readonly (readonly [InquiryKind, RegExp])[] = [
	['sou', /(?<!\p{L})SOU\s?\d{4}\s?[:.]\s?\d{1,3}/u],
	['ds', /(?<!\p{L})Ds\.?\s?\d{4}\s?[:.]\s?\d{1,3}/u],
]
const NAMED: readonly (readonly [InquiryKind, RegExp])[] = [
	['sou', /(?:del|slut|tilläggs)?betänkande/iu],
	['ds', /departementsserien/iu],
	['promemoria', /[Pp]romemori(?:a|an|or|orna)(?!\p{L})|(?<!\p{L})PM(?!\p{L})/u],
	[
		'eu',
		/(?:EU-|europeiska\s)?kommissionens\s(?:\p{L}{1,20}\s){0,3}(?:förslag|meddelande|vitbok|grönbok|rekommendation|utkast|samråd)|förslag\still\s(?:ett\s)?(?:EU-|Europaparlamentets|rådets|nytt\sEU|EU:s)|Europaparlamentets\soch\srådets|(?<!\p{L})EU-(?:förslag|kommissionen)|proposal\sfor\sa\s(?:regulation|directive|council|decision)|European\sCommission|call\sfor\sevidence/iu,
	],
	[
		'report',
		/(?:(?:slut|del|kartläggnings|uppföljnings|utvärderings)?rapport(?:en|er|erna)?|redovisning(?:en)?|kartläggning(?:en)?|utvärdering(?:en)?|utredning(?:en)?|översyn(?:en)?)(?!\p{L})/iu,
	],
	['samråd', /samråd|detaljplan|översiktsplan|granskning\sav/iu],
]

function earliest(text: string, kinds: readonly (readonly [InquiryKind, RegExp])[]) {
	return kinds
		.flatMap(([kind, pattern]) => {
			const match = pattern.exec(text)
			return match ? [{ kind, at: match.index, length: match[0].length }] : []
		})
		.sort((a, b) => a.at - b.at)[0]
}

/** What is sent round: what the heading names first, or else what the text says is sent. */
export function kindOf(plain: PlainText, heading: Heading | null): Found<InquiryKind> | null {
	const opening = heading ? heading.end : 0
	const places = [heading ? { start: heading.start, end: heading.end } : null, { start: opening, end: opening + 1500 }]
	for (const place of places) {
		if (!place) continue
		const text = plain.text.slice(place.start, place.end)
		const named = earliest(text, NAMED)
		const numbered = earliest(text, NUMBERED)
		// "Promemorian … (Ds 2015:1)" is a Ds, "promemoria med tillägg till SOU 2020:49" is no SOU.
		const byNumber =
			numbered &&
			(!named ||
				numbered.at < named.at ||
				(numbered.kind === 'ds' && named.kind !== 'sou') ||
				(named.kind === 'report' &&
					numbered.at > named.at &&
					/\)\s*$|^\W*$/.test(text.slice(numbered.at + numbered.length))))
		const found = byNumber ? numbered : named
		if (found)
			return { value: found.kind, words: plain.words(place.start + found.at, place.start + found.at + found.length) }
	}
	return null
}
