import type { NotificationSubject } from '#domain/kernel/notification.ts'
import { catalogue, type Language } from '#i18n/index.ts'

/** Whether the letter asks for something once more. */
const isReminder = (subject: NotificationSubject) => 'again' in subject && subject.again === true

/** Whether it tells the reader what others in the association are asked. */
const isOfOthers = (subject: NotificationSubject) => 'ofOthers' in subject && subject.ofOthers === true

/** A subject line, with what makes it a reminder, or for information, where it is one. */
export function remindedSubject(line: string, subject: NotificationSubject, language: Language): string {
	if (isOfOthers(subject)) return catalogue(language).mail.ofOthers.subject(line)
	return isReminder(subject) ? catalogue(language).reminders.mail.subject(line) : line
}

/** A first line, behind the sentence that says why it comes again, or that others answer. `asked`: the association that is to. */
export function remindedLine(line: string, subject: NotificationSubject, asked: string, language: Language): string {
	if (isOfOthers(subject)) return `${catalogue(language).mail.ofOthers.first(asked)} ${line}`
	return isReminder(subject) ? `${catalogue(language).reminders.mail.first(asked)} ${line}` : line
}
