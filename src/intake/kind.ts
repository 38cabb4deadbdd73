import type { InquiryKind } from '#domain/inquiry/inquiry.ts'
import type { Heading } from './heading.ts'
import type { Found } from './notice.ts'
import type { PlainText } from './plain-text.ts'

type Named = readonly (readonly [InquiryKind, RegExp])[]

const NUMBERED: Named = [
	['sou', /(?<!\p{L})SOU\s?\d{4}\s?[:.]\s?\d{1,3}/u],
	['ds', /(?<!\p{L})Ds\.?\s?\d{4}\s?[:.]\s?\d{1,3}/u],
]

const NAMED: Named = [
	['sou', /(?:del|slut|tilläggs)?betänkande/iu],
	['ds', /departementsserien/iu],
	['promemoria', /[Pp]romemori(?:a|an|or|orna)(?!\p{L})|PROMEMORIA|(?<!\p{L})PM:?(?!\p{L})/u],
	[
		'eu',
		/(?:(?:EU-|europeiska\s)?kommissionens|EU:s)\s(?:\p{L}{1,20}\s){0,3}(?:förslag|meddelande|vitbok|grönbok|rekommendation|utkast|samråd)|förslag\s(?:från\s(?:EU-|Europeiska\s)?kommissionen|till\s(?:ett\s|en\s)?(?:EU-|Europaparlamentets|rådets|nytt\sEU|ny\sEU|EU:s))|Europaparlamentets\soch\srådets|(?<!\p{L})EU-(?:förslag|kommissionen)|(?<!\p{L})[KC]OM\s?\(?20\d\d\)?\s?\d|proposal\sfor\sa\s(?:regulation|directive|council|decision)|European\sCommission|call\sfor\sevidence/iu,
	],
	[
		'report',
		/(?:(?:slut|del|kartläggnings|uppföljnings|utvärderings)?rapport(?:en|er|erna)?|redovisning(?:en|ar)?)(?!\p{L})/iu,
	],
	['samråd', /(?<!\p{L})(?:samråd\p{L}{0,12}|detaljplan(?:en)?|översiktsplan(?:en)?|public\sconsultation)(?!\p{L})/iu],
	['other', /lagrådsremiss|framställ(?:an|ning(?:en)?)(?!\p{L})|hemställ(?:an|ning(?:en)?)(?!\p{L})/iu],
]

/** What an agency has written, unless the text says what else it is that is sent round. */
const LOOSELY: Named = [
	['report', /(?:utredning(?:en)?|kartläggning(?:en)?|utvärdering(?:en)?|översyn(?:en)?|underlag(?:et)?)(?!\p{L})/iu],
]

/** "Har remitterat promemorian", "promemorian … remitteras härmed", "synpunkter på bifogad rapport". */
const SENT =
	/(?:remittera(?:t|r|de)|remissen(?:\sav)?|synpunkter\spå|yttrande\söver|svara\spå)\s(?:(?:bifogad|bilagd|den|de|det|en|ett)\p{L}{0,2}\s|\p{Lu}\p{L}{2,40}s\s){0,2}(?<what>(?:SOU|Ds|PM|(?:del|slut)?betänkande|promemori|rapport|redovisning|departementspromemori)\p{L}{0,4}(?!\p{L})(?:\s?\d{4}:\d{1,3})?)|(?<subject>betänkande|promemori|rapport|redovisning)\p{L}{0,3}\s(?:(?!\n\n)[^.!?]){0,200}\sremitteras(?!\p{L})/iu

type At = { readonly kind: InquiryKind; readonly at: number; readonly length: number }

function earliest(text: string, kinds: Named): At | undefined {
	return kinds
		.flatMap(([kind, pattern]) => {
			const match = pattern.exec(text)
			return match ? [{ kind, at: match.index, length: match[0].length }] : []
		})
		.sort((a, b) => a.at - b.at)[0]
}

/** What a piece of text names first; a number of a series says more than a word beside it. */
function namedIn(text: string): At | undefined {
	const named = earliest(text, NAMED)
	const numbered = earliest(text, NUMBERED)
	if (!numbered || !named || numbered.at < named.at) return numbered ?? named
	// "Promemorian … (Ds 2015:1)" is a Ds; "promemoria med tillägg till SOU 2020:49" is no SOU.
	const inBrackets = /^[^(]*\([^()]*$/.test(text.slice(named.at + named.length, numbered.at))
	const namesIt =
		named.kind === 'report' || named.kind === numbered.kind || (named.kind === 'promemoria' && numbered.kind === 'ds')
	return inBrackets && namesIt ? numbered : named
}

const MOST_BODY = 8000

/** What is sent round: what the heading names first, or else what the text says is sent. */
export function kindOf({ text, words }: PlainText, heading: Heading | null): Found<InquiryKind> | null {
	const start = heading?.start ?? 0
	const end = heading?.end ?? 0
	const title = text.slice(start, end)
	const body = text.slice(end, end + MOST_BODY)
	const found = (from: number, { kind, at, length }: At) => ({
		value: kind,
		words: words(from + at, from + at + length),
	})
	const named = namedIn(title)
	const loosely = earliest(title, LOOSELY)
	// "Utredning i anslutning till promemorian" is no promemoria; "utredningen … (SOU 2013:1)" is a SOU.
	const settled = named && (!loosely || named.at < loosely.at || earliest(title, NUMBERED)?.at === named.at)
	if (settled) return found(start, named)
	const sent = SENT.exec(body)
	if (sent) {
		const what = namedIn(sent[0])
		if (what) return found(end + sent.index, what)
	}
	if (loosely) return found(start, loosely)
	const mentioned = namedIn(body)
	return mentioned ? found(end, mentioned) : null
}
