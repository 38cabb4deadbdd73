import type { mail as swedish } from '#i18n/sv/mail.ts'

export const mail: typeof swedish = {
	greeting: (name) => `Dear ${name},`,
	doNotReply: 'A reply to this e-mail never counts as a vote or a sign-off.',
}
