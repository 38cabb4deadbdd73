/** Lines that are a page's own wherever they stand whole. Lower case, without a closing colon. */
const WHOLE: ReadonlySet<string> = new Set([
	// Comments
	'lämna ett svar',
	'lämna en kommentar',
	'lämna kommentar',
	'avbryt svar',
	'inga kommentarer',
	'kommentera',
	'publicera kommentar',
	'leave a reply',
	'leave a comment',
	'cancel reply',
	'no comments',
	'post comment',
	// Sharing
	'bokmärk/dela',
	'dela',
	'dela sidan',
	'dela inlägget',
	'dela artikeln',
	'dela det här',
	'dela på',
	'tweeta',
	'fler',
	'gilla',
	'share',
	'share this',
	'tweet',
	'facebook',
	'twitter',
	'linkedin',
	'instagram',
	'skriv ut',
	'skriv ut sidan',
	'print',
	'kopiera länk',
	// Finding one's way
	'hoppa till innehåll',
	'hoppa till innehållet',
	'hoppa till huvudinnehåll',
	'gå till innehåll',
	'skip to content',
	'skip to main content',
	'meny',
	'huvudmeny',
	'menu',
	'sök',
	'search',
	'logga in',
	'log in',
	'till toppen',
	'till sidans topp',
	'back to top',
	'tidigare inlägg',
	'nästa inlägg',
	'föregående inlägg',
	'föregående',
	'nästa',
	'previous',
	'next',
	'relaterat',
	'relaterade inlägg',
	'läs mer',
	'läs mer här',
	'read more',
	'lyssna',
	'tillbaka',
	// Cookies
	'acceptera',
	'acceptera alla',
	'acceptera alla cookies',
	'godkänn',
	'godkänn alla',
	'godkänn alla kakor',
	'endast nödvändiga',
	'cookieinställningar',
	'inställningar för kakor',
	'hantera cookies',
	'accept all',
	'accept all cookies',
	'accept cookies',
	'cookie settings',
])

const LONGEST_WHOLE = 40

/** Lines known by how they begin. No pattern repeats itself at length, so that no line takes long to refuse. */
const BEGINNING = new RegExp(
	[
		'Du visar för närvarande ',
		'You are currently viewing ',
		'(?:[•*·-] ?)?Kommentarer på inlägget: ?\\d+ kommentar',
		'(?:[•*·-] ?)?Post (?:comments|author|published|category): ?\\S',
		'(?:[•*·-] ?)?(?:Inläggsförfattare|Inlägget publicerat|Inläggskategori): ?\\S',
		'\\d{1,6} (?:kommentar(?:er)?|comments?)$',
		'(?:Dela|Share) (?:på|via|med|on|by) (?:Facebook|Twitter|X|LinkedIn|WhatsApp|Messenger|Instagram|[Ee]-?post|[Mm]ail|[Mm]ejl|[Ee]-?mail)$',
		'(?:Du är här|You are here): ?\\S',
		'(?:Hem|Start|Startsida|Startsidan|Home) ?[›»>/|→] ?\\S',
		'(?:Vi|Den här (?:webb)?(?:sidan|platsen)|Denna (?:webb)?(?:sida|plats)|Webbplatsen) använder (?:sig av )?(?:cookies|kakor)(?!\\p{L})',
		'(?:We|This (?:web)?site) uses? cookies(?!\\p{L})',
		'(?:Senast uppdaterad|Sidan uppdaterad|Sidan senast uppdaterad|Last updated):? \\d',
		'(?:©|Copyright ©) ?\\S',
		'Sida \\d{1,4} av \\d{1,4}$',
		'Page \\d{1,4} of \\d{1,4}$',
	]
		.map((beginning) => `^${beginning}`)
		.join('|'),
	'u',
)

/** Whether a line belongs to the web page or the print-out that a text was copied from, and not to the text. */
export function isPageFurniture(line: string): boolean {
	if (line.length > 400) return false
	if (line.length <= LONGEST_WHOLE && WHOLE.has(line.replace(/ ?:$/, '').toLowerCase())) return true
	return BEGINNING.test(line)
}

/** The title that a page's own line repeats, or null. */
export function titleInFurniture(line: string): string | null {
	return /^(?:Du visar för närvarande|You are currently viewing) (.+)$/.exec(line)?.[1] ?? null
}
