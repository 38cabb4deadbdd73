import type { tasks as swedish } from '#i18n/sv/tasks.ts'

export const tasks: typeof swedish = {
	title: 'My tasks',
	waitsOnYou: 'Waiting for you',
	waitsOnOthers: 'Waiting for others',
	nothing: 'Nothing is waiting for you',
	nothingMore: 'We will tell you when there is something to do.',
	statuses: {
		todo: 'To do',
		started: 'Started',
		waiting: 'Waiting for others',
		done: 'Done',
	},
}
