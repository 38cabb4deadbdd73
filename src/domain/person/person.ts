/** Longest name of a person. Characters. */
export const PERSON_NAME_LIMIT = 120

const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,180}\.[^\s@<>".]{2,60}$/

/** How addresses are compared: trimmed and in lower case. */
export function normaliseEmail(email: string): string {
	return email.trim().toLowerCase()
}

/** Whether a text looks like an e-mail address. Whether it leads to anybody shows only when mail is sent. */
export function isEmail(email: string): boolean {
	return EMAIL.test(normaliseEmail(email))
}
