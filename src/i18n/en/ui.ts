import { formatCount, formatNumber } from '#i18n/format.ts'
import type { ui as swedish } from '#i18n/sv/ui.ts'

export const ui: typeof swedish = {
	skipToContent: 'Skip to content',
	youAreHere: 'You are here',
	menu: 'Menu',
	myTasks: 'My tasks',
	tasksWaiting: (count) => `${formatCount('en', count, 'task', 'tasks')} waiting`,
	signIn: 'Sign in',
	signOut: 'Sign out',
	otherLanguage: 'På svenska',
	demonstration: 'Demonstration: persons, votes and comments are invented.',
	errorTitle: (title) => `Error: ${title}`,
	footer: {
		about: 'With Samsvar, associations answer public inquiries together.',
		more: 'Read more about Samsvar',
		licence: 'Free software under AGPL-3.0',
		source: 'Source code',
	},
	printedFrom: (address) => `Printed from ${address}.`,
	errorSummary: {
		title: 'Something needs to be corrected',
		nothingLost: 'What you have written is still here.',
	},
	field: {
		error: 'Error:',
		optional: '(optional)',
		choose: 'Choose …',
	},
	lifecycle: {
		label: 'Where the work is',
		step: (step, of, name) => `Step ${step} of ${of}: ${name}`,
		done: 'done',
		now: 'now',
		later: 'to come',
	},
	deadline: {
		passed: 'passed',
		none: 'No date set',
	},
	autosave: {
		kept: 'What you write is kept in this browser.',
		found: 'You wrote something here that has not been saved.',
		restore: 'Bring it back',
		restored: 'Your text is back. Remember to save it.',
		drop: 'Throw it away',
	},
	tabs: 'Parts of the work',
	change: (what) => `Change ${what}`,
	confirmation: {
		at: (when) => `Recorded ${when}`,
		next: 'What happens next?',
	},
	notice: { info: 'Information', warning: 'Important', success: 'Done', error: 'Error' },
	diff: {
		added: 'added:',
		removed: 'removed:',
		end: 'end of change.',
		changes: {
			same: 'unchanged',
			added: 'new',
			removed: 'removed',
			moved: 'moved',
			changed: 'changed',
		},
	},
	/** Of a list too long for one page. */
	part: {
		of: (label: string) => `Parts: ${label}`,
		number: (number: number, count: number) => `Part ${formatNumber('en', number)} of ${formatNumber('en', count)}`,
		inTitle: (title: string, number: number, count: number) =>
			`${title}, part ${formatNumber('en', number)} of ${formatNumber('en', count)}`,
		shown: (from: number, to: number, total: number) =>
			`Showing ${formatNumber('en', from)}–${formatNumber('en', to)} of ${formatNumber('en', total)}.`,
		first: 'First part',
		previous: 'Previous part',
		next: 'Next part',
		last: 'Last part',
	},
	matrix: {
		totals: 'How many have answered what',
		position: 'Position',
		noAnswer: 'Has not answered',
		stale: 'The text has changed since',
		legend: 'How to read the table',
	},
	document: {
		sources: 'Sources of the quotes',
		quote: (index) => `Quote ${index}`,
		footnotes: 'Footnotes',
		backToText: 'Back to the text',
		table: 'Table',
	},
}
