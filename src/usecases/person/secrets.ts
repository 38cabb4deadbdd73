/** Neither 0 and O, 1, I and L, 8 and B, 5 and S, nor U and V: read from paper and typed by hand. */
const LETTERS = '234679ACDEFGHJKMNPQRTVWXYZ'
const CODE_LENGTH = 8
/** Bytes from here on would favour some letters over others. */
const FAIR_BELOW = 256 - (256 % LETTERS.length)

/** 256 bits by which somebody is known, as text that may stand in a URL or a cookie. Only its hash is ever stored. */
export function newSecret(): string {
	return textOf(crypto.getRandomValues(new Uint8Array(32)))
}

function textOf(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '')
}

/** A code to be typed: 37 bits, good for a few guesses only, so whoever checks it must count them. */
export function newCode(): string {
	let code = ''
	while (code.length < CODE_LENGTH) {
		for (const byte of crypto.getRandomValues(new Uint8Array(CODE_LENGTH))) {
			if (byte < FAIR_BELOW && code.length < CODE_LENGTH) code += LETTERS[byte % LETTERS.length]
		}
	}
	return code
}

/** As it is printed: `ABCD-EFGH`. */
export function showCode(code: string): string {
	return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`
}

/** What was typed as a code, without the spaces, dashes and small letters that people type. */
export function readCode(typed: string): string {
	return typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^\p{L}\p{N}]/gu, '')
}

/** A number below `limit`, each as likely. */
export function randomBelow(limit: number): number {
	const fairBelow = 2 ** 32 - (2 ** 32 % limit)
	for (;;) {
		const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
		if (number < fairBelow) return number % limit
	}
}
