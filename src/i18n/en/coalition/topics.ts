import { formatList, formatNumber } from '#i18n/format.ts'
import type { topics as sv } from '#i18n/sv/coalition/topics.ts'

export const topics: typeof sv = {
	title: 'Topics',
	lead: 'Topics are how the coalition itself sorts: readers choose among the statements by them. They are no part of what the associations decide on, and a statement that is published is not changed by them.',
	none: 'No topics yet',
	noneHint: 'Add the first, for example Psychiatry or User influence.',
	statements: (count) => (count === 1 ? '1 statement' : `${formatNumber('en', count)} statements`),
	inUse: (count) => (count === 0 ? 'None yet' : `${formatNumber('en', count)} to choose from`),
	away: 'Put away',
	awayHint: 'They stay on the statements that have them, and cannot be chosen anew.',
	add: 'Add a topic',
	name: 'Name',
	nameHint: (limit) => `A word or a few that readers recognise. At most ${limit} characters.`,
	addNow: 'Add',
	rename: 'Change the name',
	renameHint:
		'The new name is shown on every statement that has the topic, published ones too. The address stays the same. The history says who changed it.',
	renameNow: 'Save the name',
	putAway: 'Put away',
	putAwayHint: 'The topic stays on the statements that have it, and cannot be chosen anew.',
	bringBack: 'Bring back',
	bringBackHint: 'The topic can be chosen again.',
	isAway: 'The topic is put away.',
	toArchive: 'Statements with the topic',
	history: 'History',
	done: {
		added: (name) => `The topic ${name} is there now.`,
		renamed: (name) => `The topic is called ${name} now.`,
		away: (name) => `The topic ${name} is put away.`,
		back: (name) => `The topic ${name} can be chosen again.`,
		chosen: 'The topics are saved.',
	},
	happened: {
		added: (name) => `Added as ${name}`,
		changed: (name) => `Called ${name}`,
		away: (name) => `${name} was put away`,
		chosen: (names) => (names.length === 0 ? 'No topics' : formatList('en', names)),
	},
	choose: {
		title: 'Choose topics',
		link: 'Topics',
		label: 'Topics',
		hint: (limit) =>
			`At most ${formatNumber('en', limit)}. Readers find the statement under them. They are how the coalition itself sorts, and no part of the text.`,
		isAway: 'Put away: left out, it cannot be chosen anew.',
		noTopics: 'The coalition has no topics yet',
		toList: 'The coalition’s topics',
		nobody: 'The chair or the secretary can add topics.',
	},
	archive: { label: 'Topic', any: 'All topics' },
	events: {
		topicAdded: 'A topic was added',
		topicChanged: 'A topic was changed',
		topicsChosen: 'Topics were chosen',
	},
}
