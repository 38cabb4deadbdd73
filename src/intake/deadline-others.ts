import { ANSWERING, MEETING } from './deadline-words.ts'

/** Words that say that something is to come in, be it an answer or not. */
const COMES_IN = /^(?:komm?i?t\sin|inkom|tillhanda|till\shanda|inlämn)/iu

/** What else comes in by a day: what stands before the words that say so tells. */
const COMING = new RegExp(
	`${MEETING.source}|(?<!\\p{L})(?:(?:skatte)?deklaration|överklagande|besvär|ärende[nt]|bidrag|offert|anbud|enkät|äldre\\s(?:före|be)\\p{L}+)`,
	'giu',
)

/** More time is asked for: not the answer, and not what moves the day either. */
const DELAY =
	/(?:begär\p{L}{0,3}|ansök\p{L}{0,3}|önskemål|önskar|behov|behöver|framställ\p{L}{0,4})\s(?:om\s|av\s)?(?:\p{L}{1,12}\s){0,2}?(?:anstånd|uppskov|förläng\p{L}{0,4}|längre\stid|mer\stid)|(?<!\p{L})(?:anstånd|uppskov)\s(?:med\satt|begärs|ska|kan|söks|måste)/giu

const BODY = String.raw`(?:Sverige|arbetsgivaren|utredaren|utredningen|medlemsstaterna|kommissionen|regeringen|rådet|\p{L}{0,25}(?:styrelsen|verket|myndigheten|inspektionen|domstolen))`
const MUST = '(?:ska(?:ll)?|bör|måste|väntas|har\\satt)'
const DOES = '(?:be)?(?:svara|yttra|lämna|redovisa|inkomma|rapportera)'
/** Somebody named is to answer somebody else, as a law, an assignment or a proposal has it. */
const DUTY = new RegExp(
	[
		`${BODY}\\s${MUST}\\s(?:senast[^.]{0,40}?)?${DOES}(?!s)`,
		`(?<!\\p{L})${MUST}\\s${BODY}\\s(?:senast[^.]{0,40}?)?${DOES}(?!s)`,
		'i\\suppdrag\\satt\\s',
		'^(?:Lag)?(?:Förslage[tn]|Lagen|Direktivet|Förordningen|Promemorian|Betänkandet)\\s(?:innebär|föreslår|anger)\\s',
		'(?:svar\\p{L}{0,2}|besvara)\\s(?:på\\s)?(?:en\\s|den\\s)?(?:enkät|underrättelse|frågeformulär|interpellation|motiverad|formell)',
		'(?:bestämmelser|föreskrifter|ändringar\\p{L}{0,2}|regler\\p{L}{0,2}|lagen)\\s(?:ska\\s|skall\\s)?(?:gäller?|tillämpas)\\s(?:\\p{L}{1,12}\\s){0,2}?(?:för|på|ansökn)',
	].join('|'),
	'iu',
)

/** The answer is to another remiss, which the text only mentions. */
const ANOTHERS = /^\s(?:för|på|avseende|gällande)\s(?:den|det)\s(?:tidigare|förra|föregående)(?!\p{L})/iu

const CLAUSE = /[,;]\s(?:och|samt|men)\s|;\s/u

const lastAt = (text: string, pattern: RegExp) => {
	let found = { at: -1, end: -1, text: '' }
	for (const match of text.matchAll(pattern))
		found = { at: match.index, end: match.index + match[0].length, text: match[0] }
	return found
}

/**
 * Whether a sentence sets a day for something else than the answer to the notice: what comes in is no answer, more time is
 * asked for, or somebody else is to answer. `before` and `after` are what stands on both sides of the date.
 */
export function isOthers(before: string, after: string): boolean {
	const delay = lastAt(before, DELAY)
	const answering = lastAt(before, ANSWERING)
	if (delay.at >= 0 && (answering.at < delay.end || !/remissvar|yttrande|synpunkt/iu.test(before.slice(delay.end))))
		return true
	if (ANOTHERS.test(after)) return true
	if (DUTY.test(before + after) && !/(?<!\p{L})remiss/iu.test(before)) return true
	if (!COMES_IN.test(answering.text)) return false
	// Of the clause alone: "…, och ansökan ska ha kommit in".
	const head = before.slice(0, answering.at).split(CLAUSE).at(-1) ?? ''
	return lastAt(head, COMING).at >= 0 && lastAt(head, ANSWERING).at < 0
}
