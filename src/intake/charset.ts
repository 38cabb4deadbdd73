/** What a label that says little may stand for: programs write these whatever the bytes are. */
const SAYS_LITTLE =
	/^(?:|utf-?8|us-ascii|ascii|iso[-_]?8859-?1|latin-?1|windows-1252|cp-?1252|unknown.*|x-unknown.*|default)$/i

const UTF_8 = new TextDecoder('utf-8', { fatal: true })
const LATIN = new TextDecoder('windows-1252')

/** What each byte is in Windows-1252, and the other way round: each of its characters is one byte. */
const CHARACTERS = Array.from({ length: 256 }, (_, byte) => LATIN.decode(Uint8Array.of(byte)))
const BYTES = new Map(CHARACTERS.map((character, byte) => [character, byte]))

/** The bytes that a text was read from as Windows-1252. What it does not have is left out. */
export function latinBytes(text: string): Uint8Array<ArrayBuffer> {
	const bytes: number[] = []
	for (const character of text) {
		const byte = BYTES.get(character)
		if (byte !== undefined) bytes.push(byte)
	}
	return Uint8Array.from(bytes)
}

function utf8(bytes: Uint8Array<ArrayBuffer>): string | null {
	try {
		return UTF_8.decode(bytes)
	} catch {
		return null
	}
}

export const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80)

function decoderFor(label: string): TextDecoder | null {
	try {
		return new TextDecoder(label)
	} catch {
		return null
	}
}

/**
 * Bytes as text, whatever they are said to be: UTF-8 where they are that, which no other text is by chance; else what they are
 * said to be, where that says something; else line by line UTF-8 or Windows-1252, as somebody may have put both together.
 */
export function decodeAs(bytes: Uint8Array<ArrayBuffer>, label: string): string {
	const said = label.trim().toLowerCase()
	const told = SAYS_LITTLE.test(said) ? null : decoderFor(said)
	// Some charsets, UTF-16 and those of Japanese mail among them, are made of the same bytes as ASCII.
	if (told !== null && isAscii(bytes)) return told.decode(bytes)
	const whole = utf8(bytes)
	if (whole !== null) return whole
	if (told !== null) return told.decode(bytes)
	let text = ''
	for (let from = 0; from < bytes.length; ) {
		const feed = bytes.indexOf(0x0a, from)
		const end = feed < 0 ? bytes.length : feed + 1
		text += decodeLine(bytes.subarray(from, end))
		from = end
	}
	return text
}

/** UTF-8 with a slip, where more of it is right than wrong; a character cut through in the middle is one. */
function decodeLine(line: Uint8Array<ArrayBuffer>): string {
	const whole = utf8(line)
	if (whole !== null) return whole
	const slips = new TextDecoder().decode(line)
	const wrong = slips.split('\ufffd').length - 1
	// biome-ignore lint/suspicious/noControlCharactersInRegex: what is no ASCII is looked for
	const right = slips.replace(/[\u0000-\u007f\ufffd]/g, '').length
	return right > wrong ? slips : LATIN.decode(line)
}
