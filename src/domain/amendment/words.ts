/**
 * What a text is compared by. `word`: a word, number, date, address or code, whole; `mark`: a mark of emphasis or of a link, or a
 * tag; `point`: punctuation, and a line feed; `break`: where a paragraph, an item, a row or a cell begins, or where the text ends.
 */
export type Token = {
	readonly text: string
	readonly kind: 'word' | 'mark' | 'point' | 'break'
	/** The blanks before it. */
	readonly lead: string
}

const MONTHS =
	'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|october'

/** What is one word though it holds spaces or marks, the longest first; tried in this order at every place. */
const WORDS = [
	// Addresses, without the punctuation of the sentence that they stand in.
	String.raw`<?https?:\/\/[^\s<>()\[\]"”]*(?:\([^\s<>()]*\)[^\s<>()\[\]"”]*)*[^\s<>()\[\]"”.,;:!?*_]>?`,
	String.raw`[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}`,
	// Code is read as it stands.
	String.raw`\x60[^\x60\n]+\x60`,
	String.raw`\[\^[^\]\s]{1,100}\]`,
	String.raw`\{\{[^{}\n]{1,200}\}\}`,
	String.raw`\d{1,2}(?::[ae]|st|nd|rd|th)? (?:${MONTHS})(?: \d{4})?(?![\p{L}\p{N}])`,
	// Thousands by themselves, and ranges.
	String.raw`\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)`,
	String.raw`\d+(?:[.,:/–-]\d+)+(?:\p{L}+)?`,
	// p.g.a., t.ex.
	String.raw`\p{L}{1,4}(?:\.\p{L}{1,4})+\.(?!\p{L})`,
	String.raw`(?:[\p{L}\p{N}-]{1,63}\.){1,5}(?:se|org|com|eu|nu|net|info)(?![\p{L}\p{N}])(?:\/[^\s<>()\[\]*]*[^\s<>()\[\].,;:!?*])?`,
	// Writing without spaces is compared sign by sign.
	String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*`,
	String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200c\u200d]*(?:['’:/&·_-][\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*)*`,
]

const MARKS = [
	String.raw`<\/?[A-Za-z][^<>]*>`,
	String.raw`\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])`,
	String.raw`!?\[`,
	String.raw`\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*(?: "[^"\n]*")?\)`,
]

const POINTS = [
	String.raw`\\[!-/:-@\[-\x60{-~]`,
	String.raw`&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z]{1,31});`,
	String.raw`\n`,
	String.raw`\p{Regional_Indicator}{2}`,
	String.raw`\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic})*`,
	String.raw`\.{3}|\S\p{M}*`,
]

const TOKEN = new RegExp(
	`([^\\S\\n]*)(?:(?<break><(?:li|tr|td|th|p|h[1-6]|blockquote|dt|dd|ul|ol|dl|table|/ul|/ol|/dl|/table)(?:\\s[^<>]*)?>)|(?<escape>${POINTS[0]})|(?<word>${WORDS.join('|')})|(?<mark>${MARKS.join('|')})|(?<point>${POINTS.slice(1).join('|')})|$)`,
	'guy',
)

const END: Omit<Token, 'lead'> = { text: '', kind: 'break' }

/** The words of a text with what stands between them, and last its end, which has the blanks at the end. Joined they are the text. */
export function tokensOf(text: string): Token[] {
	const tokens: Token[] = []
	TOKEN.lastIndex = 0
	for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
		const [whole, lead = ''] = match
		const said = whole.slice(lead.length)
		if (said === '') {
			tokens.push({ ...END, lead })
			break
		}
		const { word, mark, break: start } = match.groups ?? {}
		const kind = word !== undefined ? 'word' : mark !== undefined ? 'mark' : start !== undefined ? 'break' : 'point'
		tokens.push({ text: said, kind, lead })
	}
	return tokens
}

/** The text that these are of. */
export const joined = (tokens: readonly Token[]): string => tokens.map(({ lead, text }) => lead + text).join('')

/** How many words are among these. */
export const countWords = (tokens: readonly Token[]): number =>
	tokens.reduce((sum, { kind }) => sum + (kind === 'word' ? 1 : 0), 0)
