/** One mail to one address. Plain text only: it is read everywhere, and hides nothing. */
export type Mail = {
	/** What it is known by among all mails, the same each time it is tried: letters, digits and hyphens, and nothing of a person. */
	readonly id: string
	readonly to: string
	readonly subject: string
	readonly text: string
}

/** Hands a mail over to whatever delivers it. Rejects when it was not taken, with `Unanswered` when that is not known. */
export type SendMail = (mail: Mail) => Promise<void>

/** The whole mail was handed over, and no answer came: it may have been taken. */
export class Unanswered extends Error {}
