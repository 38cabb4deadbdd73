import { formatCount, formatDateTime, formatNumber } from '#i18n/format.ts'
import type { hiding as sv } from '#i18n/sv/hiding.ts'

export const hiding: typeof sv = {
	hidden: (by, at) => `The chair${by === '' ? '' : `, ${by},`} hid this on ${formatDateTime('en', at)}. The reason:`,
	wasHidden: (by, at, shownAt) =>
		`The chair${by === '' ? '' : `, ${by},`} hid this on ${formatDateTime('en', at)}. It is shown again since ${formatDateTime('en', shownAt)}. The reason then:`,
	onlyYou:
		'The words are read now only by whoever wrote them, by the delegates and deputies of that association and of those that agree, and by the chair and the secretary.',
	title: 'Hide what was said',
	hide: 'Hide',
	show: 'Show again',
	submit: 'Hide it from others',
	reason: 'Why?',
	reasonHint: 'The reason is read by all in the coalition. Do not repeat what is to be hidden.',
	means:
		'All in the coalition see that it is hidden, by whom, when and why. Whoever wrote it, the delegates and deputies of that association and of those that agree, and the secretary read it all the same, and the associations get a mail. The comment waits for an answer as before. You can show it again.',
	done: 'It is hidden. The association, and those that agree, will be told, with the reason.',
	doneShown: 'It is shown to all again. The association, and those that agree, will be told.',
	agree: (count) => formatCount('en', count, 'association agrees', 'associations agree'),
	filter: (count) => `Hidden, ${formatNumber('en', count)}`,
	mail: {
		subject: (title) => `A comment you stand behind and what others see of it: ${title}`,
		firstLine: (title) =>
			`The chair has hidden, or shown again, something you said or agreed with about “${title}”. You can read it here yourselves, with the reason:`,
		hidden: (about) => `The chair hides a comment that you stand behind, ${about}. The reason:`,
		shown: (about) => `The chair shows again a comment that you stand behind, ${about}.`,
	},
}
