import { isEmail } from '#domain/person/person.ts'

/** One mail to one address. Plain text only: it is read everywhere, and hides nothing. */
export type Mail = {
	/** What it is known by among all mails, the same each time it is tried: letters, digits and hyphens, and nothing of a person. */
	readonly id: string
	readonly to: string
	readonly subject: string
	readonly text: string
	/** Set on a letter that a person wrote to whoever asked for an answer, and that others get too. */
	readonly pack?: Pack
}

/** What a letter with files has beside what every mail has. */
export type Pack = {
	/** Whom it is to beside the first, and who get a copy. All see of each other. */
	readonly alsoTo: readonly string[]
	readonly copyTo: readonly string[]
	readonly files: readonly Enclosed[]
	/** Where it is answered; left out: at the address that it is from. */
	readonly replyTo?: string
	/** Where mail servers say that it did not arrive, where the way out lets that be another address than it is from. */
	readonly returnTo?: string
}

export type Enclosed = {
	readonly name: string
	readonly type: string
	readonly bytes: Uint8Array
}

/** Everybody a mail goes to, each once. */
export const addresseesOf = ({ to, pack }: Pick<Mail, 'to' | 'pack'>): readonly string[] => [
	...new Set([to, ...(pack?.alsoTo ?? []), ...(pack?.copyTo ?? [])]),
]

/** Whether each place a mail is addressed to, or answered at, is one address: what is not could be read as several. */
export const isWellAddressed = (mail: Pick<Mail, 'to' | 'pack'>): boolean =>
	addresseesOf(mail).every(isEmail) &&
	// Of our own making, and at whatever domain the settings name.
	[mail.pack?.replyTo, mail.pack?.returnTo].every((own) => own === undefined || /^[\w.+-]+@[\w.-]+$/.test(own))

/**
 * Hands a mail over to whatever delivers it. Rejects when it was not taken, with `Unanswered` when that is not known, and with
 * `Refused` when it never will be.
 */
export type SendMail = (mail: Mail) => Promise<void>

/** The whole mail was handed over, and no answer came: it may have been taken. */
export class Unanswered extends Error {}

/** It was looked at and refused for good, and nobody got it. `code`: as the server said; `address`: which it was about, where it was one. */
export class Refused extends Error {
	readonly code: string
	readonly address: string | null
	constructor(message: string, code: string, address: string | null = null) {
		super(message)
		this.code = code
		this.address = address
	}
}
