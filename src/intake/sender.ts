import type { Found } from './notice.ts'
import type { PlainText } from './plain-text.ts'
import type { Sentences } from './sentences.ts'

/** "Departementet" may be misspelt, and has a plural where several ask. */
const MINISTRY =
	/(?<!\p{L})(?:\p{L}{3,20}-,?\s(?:\p{L}{3,20}-\s)?och\s)?\p{L}{3,25}dep\p{L}{4,9}e[tn](?=s?(?!\p{L}))|(?<!\p{L})Statsrådsberedningen(?!\p{L}|s\s(?:promemoria|PM|information|skrift))/giu
const MINISTRIES = new RegExp(`(?:${MINISTRY.source})(?:(?:,\\s|\\s(?:och|samt)\\s)(?:${MINISTRY.source})){0,4}`, 'giu')

/** Written small all the same; "fackdepartementet" is no ministry's name. */
const KNOWN =
	/^(?:arbetsmarknads|finans|försvars|infrastruktur|jordbruks|justitie|kultur|landsbygds|miljö|närings|social|utbildnings|utrikes)/u

/** A body's name: a capital, then names and the small words inside names. */
const NAME = String.raw`(?:\p{Lu}[\p{L}\d&.-]{1,40}(?:(?:\s(?:i|för|och|av|på|de)){0,2}\s\p{L}[\p{L}\d&.-]{1,40}){0,6}?|\p{L}{0,25}(?:styrelsen|nämnden|förvaltningen|kontoret|verket|myndigheten|kommunen|regionen|inspektionen|kansliet))`
const ANSWERS = String.raw`(?:[Ss]var|[Yy]ttrande|[Ss]ynpunkt|[Rr]emiss)\p{L}{0,10}`
const RECEIVED = new RegExp(
	String.raw`${ANSWERS}[^.!?]{0,120}?(?:in|inkom\p{L}{0,4}|inlämna\p{L}{0,3}|lämnas|skickas|sändas?|insändas?)\still\s(?<name>${NAME})(?=,|\s?\(|\.(?:\s|$)|\s(?:senast|via|per|med|på|den|till|under|genom|tillhanda|som)(?!\p{L})|$)`,
	'u',
)
const AT_HAND = new RegExp(String.raw`(?:vara|är|komma)\s(?<name>${NAME})\still\s?handa`, 'u')
const ASKS = new RegExp(
	String.raw`(?:^|[.!?:]\s|\n|(?:instanser|som|att)\s)(?<name>${NAME})\s(?:har\s)?(?:härmed\s)?(?:remittera|remissa|önskar|bereder|inbjuder|bjuder\s|ger\s(?:er|dig|nu|därför|härmed|möjlighet)|översänder|överlämnar|begär|skickar|genomför\s|inhämtar|välkomnar|emotser|vill\sha)`,
	'u',
)
const COMMISSION =
	/(?:the\s)?European\sCommission\s(?:has\s|is\s|would\s|invites|seeks|launche|welcomes)|(?:Europeiska\s)?kommissionen\s(?:har\s(?:inlett|öppnat)|inbjuder|bjuder\sin|önskar|samråder)/iu
const GOVERNMENT =
	/(?<!\p{L})(Regeringskansliet|regeringen)\s(?:har\s|nu\s|härmed\s)*(?:remittera|remisserat|önskar|skickat|vill\sha|inhämtar|bereder)/iu
const NOT_BODIES =
	/^(?:Regeringen|Remiss|Vi|Ni|Här|Den|Det|De|Du|Detta|Denna|Svar|Yttrande|Synpunkt|Departementet|Utredningen|Betänkandet|Promemorian|Rapporten|Regeringskansliet|E-?post|Alla|Adress)/u

type Mention = { readonly start: number; readonly end: number; readonly rank: number }

const ASKING_AFTER =
	/^(?:\s(?:har\s)?(?:nu\s|härmed\s)?(?:remittera|remisserat|önskar|bereder|inbjuder|bjuder|ger\s|översänder|överlämnar|begär|skicka|vill|emotser|inhämtar)|s\s(?:remittering|remiss\b|remissutskick|remittera))/iu
const ANSWER_BEFORE = /(?:svar|yttrand|synpunkt|kommit\sin|inkom|remiss(?:en)?\sbesvara)/iu

/** How surely a ministry named here is the one that asks: 1 is surest. */
function rankOf(text: string, sentence: string, start: number, end: number, inHeading: boolean): number {
	const before = text.slice(Math.max(0, start - 200), start)
	const after = text.slice(end, end + 60)
	const mine = sentence.length < 600 ? sentence : before
	if (
		/(?:till|vara)\s$/iu.test(before) &&
		ANSWER_BEFORE.test(mine) &&
		/senast|sista|tillhanda|inkom|in\still\s$/iu.test(`${before} ${after}`)
	)
		return /senast|sista/i.test(mine) ? 1 : 2
	if (/(?:remittera\p{L}{0,4}|remisserat|skickat|utskickad)\s(?:härmed\s)?(?:av|från)\s$/iu.test(before)) return 2
	if (ASKING_AFTER.test(after)) return 2
	if (/(?:^|\n)(?:(?:från|avsändare):\s)?$/iu.test(before.slice(-20)) && /^(?:[\n,]|$)/.test(after) && !inHeading)
		return 3
	if (/till\s$/iu.test(before) && ANSWER_BEFORE.test(mine)) return 3
	if (/^s\s(?:registrator|diarie|brevlåda|e-post|remiss)/iu.test(after)) return 4
	return inHeading ? 6 : 5
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
const tidy = (name: string) => capital(name.replace(/\s+/g, ' ').trim())

/** Who asks: the ministry or body that answers go to, or that says it asks. */
export function sender(
	plain: PlainText,
	sentences: Sentences,
	title: { readonly start: number; readonly end: number } | null,
): Found<string> | null {
	const { text } = plain
	const mentions: Mention[] = []
	for (const match of text.matchAll(MINISTRIES)) {
		const start = match.index
		const end = start + match[0].length
		if (!/^\p{Lu}/u.test(match[0]) && !KNOWN.test(match[0])) continue
		const bounds = sentences.around(start)
		const inHeading = title !== null && start >= title.start && end <= title.end
		mentions.push({
			start,
			end,
			rank: rankOf(text, text.slice(bounds.start, Math.min(bounds.end, bounds.start + 700)), start, end, inHeading),
		})
		if (mentions.length > 200) break
	}
	const found = (start: number, end: number) => ({
		value: tidy(text.slice(start, end)),
		words: plain.words(start, end),
	})
	const surest = mentions.sort((a, b) => a.rank - b.rank || a.start - b.start)[0]
	if (surest && surest.rank <= 4) return found(surest.start, surest.end)
	const head = text.slice(0, 20_000)
	for (const pattern of [RECEIVED, AT_HAND, ASKS]) {
		const name = pattern.exec(head)
		const said = name?.groups?.name
		if (!name || said === undefined || NOT_BODIES.test(said) || said.includes('@')) continue
		const start = name.index + name[0].lastIndexOf(said)
		return found(start, start + said.length)
	}
	if (surest) return found(surest.start, surest.end)
	const commission = COMMISSION.exec(head)
	if (commission) {
		const name = /(?:European\sCommission|(?:Europeiska\s)?kommissionen)/iu.exec(commission[0])?.[0] ?? ''
		const start = commission.index + commission[0].indexOf(name)
		return found(start, start + name.length)
	}
	const government = GOVERNMENT.exec(head)
	const said = government?.[1]
	if (!government || said === undefined) return null
	const start = government.index + government[0].indexOf(said)
	return found(start, start + said.length)
}
