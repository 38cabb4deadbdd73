import type { help as sv } from '#i18n/sv/publication/help.ts'

export const help: typeof sv = {
	guides: {
		steward: {
			title: 'For the chair and the secretary',
			lead: 'You take in the inquiry, see that the text gets written, and bring it to publication.',
			steps: [
				{
					what: 'Enter the associations',
					how: 'Open Members and paste the list. Give each association a delegate, and preferably a deputy. Whoever has no e-mail gets a printed card to sign in with.',
				},
				{
					what: 'Take in the inquiry',
					how: 'Paste the letter or upload the file. Check the last day: nothing counts until you have confirmed it.',
				},
				{
					what: 'Write the text',
					how: 'Begin with a template or paste what you have. Numbered positions are what associations take a stance on.',
				},
				{
					what: 'Send it out for views',
					how: 'Associations say what they think of each position. Answer the comments before you go on.',
				},
				{ what: 'Have the associations vote', how: 'The text is locked. When time is up the votes count themselves.' },
				{
					what: 'Publish',
					how: 'When all have answered, or time is up, the text gets its number. From then on it never changes.',
				},
			],
		},
		delegate: {
			title: 'For delegates and deputies',
			lead: 'You answer for your association. You get a mail each time something waits on you.',
			steps: [
				{ what: 'Open the link in the mail', how: 'You need no password. The link is for you alone.' },
				{
					what: 'Say what the association thinks',
					how: 'Read each position and choose. What you choose and the reasons are published with the statement.',
				},
				{
					what: 'Vote',
					how: 'Yes, no or abstain is about the whole text. You can change the vote until the ballot closes, if it is not secret.',
				},
				{
					what: 'Sign off',
					how: 'Say whether the association stands behind the text that was adopted. Often that comes with a yes.',
				},
				{
					what: 'When the delegate is away',
					how: 'Then the deputy answers. If the delegate has answered already, that answer holds.',
				},
			],
		},
		contributor: {
			title: 'For contributors',
			lead: 'You comment for your association. Its delegate votes and signs off.',
			steps: [
				{ what: 'Read the text', how: 'Open it from the workspace, where all that is under way is.' },
				{
					what: 'Make a comment',
					how: 'Press Comments at the part it is about, or write about the whole text. All members see what you write.',
				},
				{
					what: 'See what is answered',
					how: 'You are told when the comment is answered. You can open it again, if something remains.',
				},
			],
		},
		reader: {
			title: 'For those who read a statement',
			lead: 'You need no account. Everything that is published can be read by anybody.',
			steps: [
				{
					what: 'See who stands behind it',
					how: 'Beside the text stands each association: how it voted, whether it signed, and what it thinks of each position.',
				},
				{
					what: 'Refer to it',
					how: 'Each statement has a number, and each position an address of its own. They never change.',
				},
				{
					what: 'Check that it is genuine',
					how: 'Below the text, press “Check here”. Then your browser sees whether anybody has changed it since it was published.',
				},
			],
		},
	},
	about: {
		title: 'About Samsvar',
		lead: 'Samsvar helps associations to answer public inquiries together.',
		parts: [
			{
				what: 'The association is who answers',
				how: 'Associations that work together write one text. Each says what it thinks, votes and signs off. Whoever is of another opinion can say so, and that is published with the statement.',
			},
			{
				what: 'What is published stands',
				how: 'The statement gets a number and never changes. A correction is a text of its own. Anybody can check that the statement is genuine.',
			},
			{
				what: 'Persons are not shown',
				how: 'The public sees associations, not who voted for them. Only those who have put their names in the text are named there.',
			},
			{
				what: 'Free software',
				how: 'Samsvar may be used, studied and changed by all. Nothing tracks those who read, and no cookies are needed to read.',
			},
		],
		guides: 'How to',
	},
	link: 'Help: how to',
	back: 'About Samsvar',
}
