import { formatCount, formatNumber } from '#i18n/format.ts'
import type { firstSteps as swedish } from '#i18n/sv/planning/first-steps.ts'

export const firstSteps: typeof swedish = {
	title: 'Getting started',
	progress: (done: number, of: number) =>
		`${formatNumber('en', done)} of ${formatNumber('en', of)} steps are done. The list goes away when your first statement is published.`,
	done: 'done',
	steps: {
		printOwnCard: {
			verb: 'Print a card for yourself',
			what: 'You have no e-mail here. With a card you can sign in again.',
			button: 'Make a card',
		},
		nameAssociations: {
			verb: 'Enter the associations',
			what: 'Those who are to vote on the statements. Enter one at a time, or paste a list with all of them at once.',
			button: 'Add an association',
		},
		seatDelegates: {
			verb: 'Name a delegate for each association',
			what: 'The delegate votes and signs off for the association.',
			button: 'Name delegates',
		},
		lookOverSettings: {
			verb: 'Look over the settings',
			what: 'How you decide, what your numbers are called and how your pages look. All of it can be changed later.',
			button: 'Look over the settings',
		},
		takeInInquiry: {
			verb: 'Take in an inquiry',
			what: 'The one you want to answer first. Paste the letter you got, upload it, or fill in by hand.',
			button: 'Take in an inquiry',
		},
		beginText: {
			verb: 'Begin the text',
			what: 'Start from a template, or paste a text you have already.',
			button: 'Begin the text',
		},
		openBallot: {
			verb: 'Let the associations vote',
			what: 'When the text is ready you open the ballot. Everyone then gets a mail.',
			button: 'Go to the text',
		},
		publish: {
			verb: 'Publish the statement',
			what: 'When the associations have voted and signed off, the statement gets its number and everyone can read it.',
			button: 'Go to the statement',
		},
	},
	someSeated: (seated: number, of: number) =>
		`${formatNumber('en', seated)} of ${formatCount('en', of, 'association', 'associations')} have a delegate. The others cannot vote yet.`,
	made: {
		associations: (count: number) => formatCount('en', count, 'association', 'associations'),
		delegates: (count: number) =>
			count === 1 ? 'The association has a delegate' : `All ${formatNumber('en', count)} associations have a delegate`,
		settings: (date: string) => `Last on ${date}`,
		letter: 'You write on your own initiative',
		ballot: 'The associations have been asked',
	},
}
