import type { WithheldSubject } from '#domain/publication/told.ts'
import { catalogue, type Language } from '#i18n/index.ts'

/** How many parts a mail names; the page has all. */
const SAID = 20

/** What was withheld, a line each, and why; and that nobody takes it back. */
export function withheldParagraphs({ parts }: WithheldSubject, language: Language): string[] {
	const { drafting, signoff } = catalogue(language)
	const t = signoff.redaction.mail
	const said = parts
		.slice(0, SAID)
		.map(({ what, ground }) => t.line(what === 'added' ? t.added : drafting.blockKinds[what], ground))
	return [said.join('\n'), parts.length > SAID ? t.more(parts.length - SAID) : '', t.wrong]
}
