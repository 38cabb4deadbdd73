/** One mail to one address. Plain text only: it is read everywhere, and hides nothing. */
export type Mail = {
	readonly to: string
	readonly subject: string
	readonly text: string
}

/** Hands a mail over to whatever delivers it. Rejects when it was not taken. */
export type SendMail = (mail: Mail) => Promise<void>
