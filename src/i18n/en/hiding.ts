import { formatCount, formatDateTime, formatNumber } from '#i18n/format.ts'
import type { hiding as sv } from '#i18n/sv/hiding.ts'

export const hiding: typeof sv = {
	hidden: (by, at) => `The chair${by === '' ? '' : `, ${by},`} hid this on ${formatDateTime('en', at)}. The reason:`,
	wasHidden: (by, at, shownAt) =>
		`The chair${by === '' ? '' : `, ${by},`} hid this on ${formatDateTime('en', at)}. It is shown again since ${formatDateTime('en', shownAt)}. The reason then:`,
	onlyYou:
		'The words are read now only by whoever wrote them, by the association’s delegate and deputy, and by the chair.',
	title: 'Hide what was said',
	hide: 'Hide',
	show: 'Show again',
	submit: 'Hide it from others',
	reason: 'Why?',
	reasonHint: 'The reason is read by all in the coalition. Do not repeat what is to be hidden.',
	means:
		'All in the coalition see that it is hidden, by whom, when and why. Whoever wrote it and the association’s delegate and deputy read it all the same, and the association gets a mail. The comment waits for an answer as before. You can show it again.',
	done: 'It is hidden. The association will be told, with the reason.',
	doneShown: 'It is shown to all again. The association will be told.',
	agree: (count) => formatCount('en', count, 'association agrees', 'associations agree'),
	filter: (count) => `Hidden, ${formatNumber('en', count)}`,
	mail: {
		subject: (title) => `Your comment and what others see of it: ${title}`,
		firstLine: (title) =>
			`The chair has hidden, or shown again, something you said about “${title}”. You can read it here yourselves, with the reason:`,
		hidden: (about) => `The chair hides your comment ${about}. The reason:`,
		shown: (about) => `The chair shows your comment ${about} again.`,
	},
}
