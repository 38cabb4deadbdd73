import type { Block } from '#domain/statement/block.ts'
import type { Letter } from '#export/letter/letter.ts'
import { words } from '#export/letter/lines.ts'
import { piecesOf } from '#export/letter/pieces.ts'

const WORDS: Letter['words'] = {
	notes: 'Noter',
	note: (number) => `Not ${number}`,
	backToText: 'Tillbaka till texten',
	page: (number, of) => `Sida ${number} av ${of}`,
}

/** A letter of these blocks, and of nothing else that is not asked for. */
export function letterOf(blocks: readonly Block[], more: Partial<Letter> = {}): Letter {
	return {
		language: 'sv',
		title: 'Svar på remissen',
		author: 'Samverkan',
		writtenAt: '2027-01-15T10:30:00.000Z',
		accent: null,
		logo: null,
		mark: null,
		facts: [],
		after: [],
		end: [],
		running: 'Samverkan – Svar på remissen',
		words: WORDS,
		...piecesOf(blocks),
		...more,
	}
}

/** A text with every kind of block, and notes whose marks come in another order than they. */
export const EXAMPLE: readonly Block[] = [
	{ kind: 'paragraph', text: 'Vi har läst förslaget, och svarar så här.' },
	{ kind: 'heading', text: 'Våra ståndpunkter' },
	{ kind: 'position', text: 'Utred frågan tillsammans med *dem* som den gäller.' },
	{ kind: 'subPoint', text: 'Barn och unga.' },
	{ kind: 'subPoint', text: 'Anhöriga.' },
	{ kind: 'paragraph', text: 'Mellan två ståndpunkter kan det stå något annat.' },
	{ kind: 'position', text: 'Betala föreningarna för sitt arbete.' },
	{ kind: 'heading', text: 'Skälen' },
	{
		kind: 'paragraph',
		text: 'Det står i utredningen[^b] och i lagen[^a], se [propositionen](https://data.riksdagen.se/prop?a=1&b=2), **särskilt** `3 §`[^b].',
	},
	{ kind: 'list', items: ['Det första skälet', 'Det andra skälet, som går över\ntvå rader'] },
	{ kind: 'quote', text: '”Så är det sagt i betänkandet.”', source: 'SOU 2026:14, s. 212' },
	{
		kind: 'table',
		header: ['Åtgärd', 'Kostnad (mnkr)', 'Ansvarig'],
		rows: [
			['Brukarråd i varje kommun', '12', 'Regionen'],
			['Utbildning av personal i hela länet', '3,5', 'Kommunerna'],
		],
	},
	{ kind: 'footnote', label: 'a', text: 'Lagen (2017:30) om hälso- och sjukvård.' },
	{ kind: 'footnote', label: 'b', text: 'SOU 2026:14, se https://regeringen.se/sou.' },
	{ kind: 'footnote', label: 'c', text: 'Hit leder inget.' },
	{ kind: 'signature', text: 'För NSPH Stockholms län; Kjell Broström, Ordförande' },
	{ kind: 'memberList', heading: 'Medlemsföreningar', members: [{ name: 'Balans', area: 'Bipolaritet' }] },
]

/** Of the file of that text in a whole letter: the same wherever it is made. */
export const EXAMPLE_DOCX_SHA256 = 'd6690cab9e4f63b97b6e4570c2ecafe71030157aa23ebbf94bf20cd743d788ca'

/** A letter with all that one may hold, of this text. */
export const wholeLetterOf = (title: string, blocks: readonly Block[], more: Partial<Letter> = {}): Letter =>
	letterOf(blocks, {
		title,
		author: 'NSPH Stockholms län',
		running: `NSPH Stockholms län · ${title}`,
		facts: [
			{ label: 'Datum', value: '15 januari 2027' },
			{ label: 'Nummer', value: 'NSPH-SL 2027:3' },
			{ label: 'Till', value: 'Socialdepartementet' },
			{ label: 'Er beteckning', value: 'S2026/01234' },
		],
		after: [
			{ kind: 'heading', level: 2, text: words('Så är svaret beslutat') },
			{ kind: 'heading', level: 3, text: words('Särskild mening') },
			{ kind: 'paragraph', text: words('Föreningen Balans hade hellre sett att taket stod kvar.') },
			{
				kind: 'table',
				caption: 'De som står bakom svaret',
				header: [words('Förening'), words('Röst'), words('Undertecknat')],
				rows: [
					[words('Föreningen Balans'), words('Avstår'), words('14 januari 2027')],
					[words('Attention Stockholms län, regionförbund'), words('Ja'), words('13 januari 2027')],
				],
				rowHeads: true,
			},
		],
		end: [
			{ text: 'Svaret finns på ' },
			{ text: 'samsvar.test/nsph/2027/3', href: 'https://samsvar.test/nsph/2027/3' },
			{ text: ' och känns igen på 3f9a…c2.' },
		],
		...more,
	})
