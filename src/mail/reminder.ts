import type { NotificationSubject } from '#domain/kernel/notification.ts'
import { catalogue, type Language } from '#i18n/index.ts'

/** Whether the letter asks for something once more. */
const isReminder = (subject: NotificationSubject) => 'again' in subject && subject.again === true

/** A subject line, with what makes it a reminder where it is one. */
export function remindedSubject(line: string, subject: NotificationSubject, language: Language): string {
	return isReminder(subject) ? catalogue(language).reminders.mail.subject(line) : line
}

/** A first line, behind the sentence that says why it comes again. `asked`: who has not answered. */
export function remindedLine(line: string, subject: NotificationSubject, asked: string, language: Language): string {
	return isReminder(subject) ? `${catalogue(language).reminders.mail.first(asked)} ${line}` : line
}
