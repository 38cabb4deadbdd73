import { ANSWER_FORMATS, type AnswerFormat } from '#domain/inquiry/inquiry.ts'
import type { Found } from './notice.ts'
import type { PlainText } from './plain-text.ts'
import type { Sentences } from './sentences.ts'

const ANSWER =
	/svar(?!ig)|yttrand|synpunkt|version|remiss(?:en)?\s(?:kan\s)?besvara|dokument(?:en|et)?\s(?:ska|bör|skickas|lämnas)|repl(?:y|ies)|respons|comments|submission|contribution/iu
const ASKED =
	/lämna|skick|sänd|önska|(?<!\p{L})(?:bör|ska|skall|ser\sgärna|vill|ber)(?!\p{L})|mejla|maila|e-?posta|emotse|tacksam|gärna|uppskatta|bifoga|version|helst|should|please|must|send|submit/iu
const ABOUT_SOMETHING_ELSE =
	/beställ|ladda\s?(?:s|r)?\s(?:ned|ner|hem)|hämta|finns\s(?:som|att|på|tillgänglig|i)|tillgänglig\s(?:på|via|som)|publicera|svara\spå\sremiss\s?[–-]|promemoria\ssvara|filnamn|filens\snamn|download/iu

const PDF = /(?<!\p{L})pdf(?!:)/giu
const ACCESSIBLE =
	/tillgänglighets?(?:krav|anpass|lag|direktiv|säkra)|tillgänglig\sdigital|(?:lagen|krav)[^.]{0,30}(?:om|på)\stillgänglighet|tillgänglig(?:a|t)?\s(?:pdf|format|version)|accessib/iu
const FORMS: readonly (readonly [Exclude<AnswerFormat, 'pdf' | 'accessible-pdf'>, RegExp])[] = [
	[
		'docx',
		/(?<!\p{L})(?:ms\s|microsoft\s)?word(?!\p{Ll}*press)(?:-?\s?(?:format|dokument|fil|version)\p{L}{0,4})?|(?<![\p{L}\d_])\.docx?(?!\p{L})|(?<!\p{L})docx(?!\p{L})|(?:bearbetningsbar|redigerbar)\p{L}{0,3}(?:\s(?:format|version|fil|dokument))?|editable/iu,
	],
	[
		'paper',
		/(?:på|i|via)\s(?:vanlig\s)?papper(?:sform|sformat|skopia|sexemplar)?|pappers?(?:exemplar|kopia|version|form)|per\s(?:vanlig\s)?(?:post|brev)(?!\p{L})|(?:via|med)\s(?:vanlig\s)?(?:post|brev)(?!\p{L})|(?:post|brev)ledes|i\s(?:två|tre|fyra|fem|sex|\d)\s(?:exemplar|ex\.?)(?!\p{L})|(?:undertecknat|underskrivet)\soriginal|on\spaper|by\s(?:regular\s)?post|hard\scopy/iu,
	],
]
const NOT =
	/(?<!\p{L})(?:inte(?!\s(?:bara|endast|enbart))|ej|icke|utan(?!\s(?:även|också))|stället\sför|istället\sför|not|behöver|varken)(?:\s\p{L}{1,14}){0,5}\s$/iu

/** That it is to be accessible is said right before the format, or a little after it. Characters. */
const isNear = (after: number) => after > -60 && after < 110

/** What form answers are asked for in. */
export function formats(plain: PlainText, sentences: Sentences): Found<AnswerFormat>[] {
	const found = new Map<AnswerFormat, Found<AnswerFormat>>()
	let answering = false
	for (const { start, end } of sentences.all) {
		const sentence = plain.text.slice(start, Math.min(end, start + 1500))
		const speaks = ANSWER.test(sentence)
		// "Remissvaren önskas via e-post. Bifoga dem som Word och pdf."
		const asks = (speaks || answering) && ASKED.test(sentence) && !ABOUT_SOMETHING_ELSE.test(sentence)
		answering = speaks
		if (!asks) continue
		const keep = (value: AnswerFormat, at: number, words: string) => {
			if (NOT.test(sentence.slice(Math.max(0, at - 60), at)) || found.has(value)) return
			found.set(value, { value, words: plain.words(start + at, start + at + words.length) })
		}
		for (const [format, pattern] of FORMS) {
			const match = pattern.exec(sentence)
			if (match) keep(format, match.index, match[0])
		}
		const accessible = ACCESSIBLE.exec(sentence)
		for (const match of [...sentence.matchAll(PDF)].slice(0, 20)) {
			const meant = accessible !== null && isNear(accessible.index - match.index)
			keep(meant ? 'accessible-pdf' : 'pdf', match.index, match[0])
		}
	}
	if (found.has('accessible-pdf')) found.delete('pdf')
	return ANSWER_FORMATS.flatMap((format) => found.get(format) ?? [])
}
