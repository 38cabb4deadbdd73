/** Longest name of a person. Characters. */
export const PERSON_NAME_LIMIT = 120

/**
 * Nothing that ends an address in a mail's header, or begins another: no separators, quotes, comments or domain literals of
 * RFC 5322, and no control, formatting or unassigned characters.
 */
const EMAIL = /^[^\s@<>"(),:;[\]\\\p{C}]{1,64}@[^\s@<>"(),:;[\]\\\p{C}]{1,180}\.[^\s@<>"(),:;[\]\\.\p{C}]{2,60}$/u

/** How addresses are compared: trimmed and in lower case. */
export function normaliseEmail(email: string): string {
	return email.trim().toLowerCase()
}

/** An address as its owner knows it and nobody else: how it begins and ends. `disa@example.org` is `d…@e….org`. */
export function maskedEmail(email: string): string {
	const at = email.lastIndexOf('@')
	const [name, domain] = [email.slice(0, at), email.slice(at + 1)]
	return `${[...name][0]}…@${[...domain][0]}…${domain.slice(domain.lastIndexOf('.'))}`
}

/** Whether a text looks like one e-mail address. Spaces around it are none of it. Whether it leads to anybody shows only when mail is sent. */
export function isEmail(email: string): boolean {
	return EMAIL.test(email)
}
