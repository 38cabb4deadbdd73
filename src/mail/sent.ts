import type { SentSubject } from '#domain/publication/told.ts'
import { catalogue, type Language } from '#i18n/index.ts'

/** To whom an answer was sent, whom of these somebody added, and what the letter says. */
export function sentParagraphs(
	{ to, copyTo, added, subject, cover, reason }: SentSubject,
	language: Language,
): string[] {
	const { sending, sent: t } = catalogue(language)
	const marked = (address: string) => `- ${address}${added?.includes(address) ? ` (${t.added})` : ''}`
	const list = (label: string, addresses: readonly string[]) =>
		addresses.length === 0 ? '' : `${label}:\n${addresses.map(marked).join('\n')}`
	return [
		list(sending.fieldTo, to),
		list(sending.fieldCopyTo, copyTo),
		reason === '' ? '' : `${sending.reason}: ${reason}`,
		`${sending.subject}: ${subject}`,
		`${t.mail.says}\n\n${quoted(cover)}`,
		t.mail.wrong,
	]
}

/** As what is answered is quoted: nobody takes it for the mail's own words. */
const quoted = (text: string) =>
	text
		.split('\n')
		.map((line) => (line === '' ? '>' : `> ${line}`))
		.join('\n')
