const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	shy: '\u00ad',
	aring: 'å',
	auml: 'ä',
	ouml: 'ö',
	Aring: 'Å',
	Auml: 'Ä',
	Ouml: 'Ö',
	eacute: 'é',
	Eacute: 'É',
	uuml: 'ü',
	Uuml: 'Ü',
	oslash: 'ø',
	aelig: 'æ',
	ndash: '–',
	mdash: '—',
	rdquo: '”',
	ldquo: '“',
	rsquo: '’',
	lsquo: '‘',
	raquo: '»',
	laquo: '«',
	bull: '•',
	middot: '·',
	hellip: '…',
	sect: '§',
	ensp: ' ',
	emsp: ' ',
	thinsp: ' ',
	zwnj: '',
	zwj: '',
}

/** A character as HTML writes it. */
export const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi

/** What one stands for; itself where it is none that letters have. */
export function entityText(whole: string, decimal?: string, hex?: string, name?: string): string {
	if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole
	const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
	return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' '
}
