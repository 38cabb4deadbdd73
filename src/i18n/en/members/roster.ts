import { formatCount, formatNumber } from '#i18n/format.ts'
import type { roster as swedish } from '#i18n/sv/members/roster.ts'
import { members } from './members.ts'

const rows = (count: number) => formatCount('en', count, 'row', 'rows')
const people = (count: number) => formatCount('en', count, 'person', 'people')

export const roster: typeof swedish = {
	paste: 'Paste a list',
	pasteWhat: 'Do you have the associations and people in Excel or Google Sheets? Enter all of them at once.',
	lead: 'Select the rows in the spreadsheet, copy them and paste them here. Nothing is entered until you have seen what it becomes.',
	text: 'The list',
	textHint: 'A row for each person. The columns may stand in any order. Only the association’s name is needed.',
	example: 'What a list can look like',
	exampleWhat: 'Whoever has no e-mail gets a card to sign in with. The same association may stand on several rows.',
	exampleColumns: ['Association', 'Area', 'Name', 'E-mail', 'Role'],
	exampleRows: [
		['Attention Stockholms län', 'ADHD and autism', 'Anna Example', 'anna@example.org', 'Delegate'],
		['Attention Stockholms län', '', 'Bo Example', 'bo@example.org', 'Deputy'],
		['Balans Stockholm', 'bipolar disorder', 'Cia Example', '', 'Delegate'],
	],
	next: 'Show what it becomes',
	check: 'Is this right?',
	nothingYet: 'Nothing has been entered yet.',
	makes: 'This is what will be entered',
	associations: 'New associations',
	seats: 'Seats',
	invited: 'Get an invitation by e-mail',
	needCards: 'Need a card',
	noneMade: 'None',
	nothingNew: 'Everything in the list is here already. There is nothing to enter.',
	toLookAt: (count: number) => `${rows(count)} to look at`,
	toLookAtWhat: 'They are marked in the table. What is entered wrong can be changed afterwards.',
	leftOut: (count: number) => `${rows(count)} left out`,
	rows: 'Row by row',
	columns: {
		association: 'Association',
		person: 'Person',
		role: 'Role',
		reached: 'Reached by',
		doubt: 'Look at',
	},
	row: (number: number) => `Row ${formatNumber('en', number)}`,
	isNew: 'New',
	nobody: 'Nobody',
	card: 'Card',
	nothingHere: 'Not entered',
	takeIn: 'Enter all of it',
	change: 'Change the list or the columns',
	changeWhat: 'Correct it here, or in the spreadsheet and paste it anew.',
	readAgain: 'Read the list again',
	column: (place: number) => `Column ${formatNumber('en', place)}`,
	columnEmpty: 'The column is empty.',
	columnHolds: (example: string) => `For example “${example}”.`,
	meanings: {
		association: 'Association',
		area: 'Area',
		name: 'Name of a person',
		firstName: 'First name',
		lastName: 'Last name',
		email: 'E-mail',
		role: 'Role',
		delegate: 'Name of the delegate',
		deputy: 'Name of the deputy',
		contributor: 'Name of a contributor',
		none: 'Not used',
	},
	doubts: {
		noAssociation: () => 'The row has no association, and there is none above it.',
		noName: () => 'The name is missing. The person is not entered.',
		tooLong: ({ limit }) => `The name is too long: ${formatCount('en', limit, 'character', 'characters')} at most.`,
		repeated: ({ row }) => `The same as row ${formatNumber('en', row)}.`,
		alreadySeated: () => 'Here already.',
		associationAbove: ({ name }) => `The association is missing. We read it as the row above: ${name}.`,
		associationSpelled: ({ name }) => `We read it as ${name}, which is here already.`,
		associationLike: ({ name }) => `Resembles ${name}. Is it the same association? Then write the name alike.`,
		areaKept: ({ area }) =>
			area === ''
				? 'The association is here already. The area in the list is not taken in.'
				: `Another area is there already: ${area}. It stays.`,
		noEmail: ({ typed }) => `“${typed}” is no e-mail address. The person needs a card.`,
		emailUnused: () => 'The person is here already, without e-mail. The address is not taken in.',
		roleUnknown: ({ typed, role }) =>
			`“${typed in members.rolesInText ? members.rolesInText[typed as keyof typeof members.rolesInText] : typed}” is no role in an association here. We read it as ${members.rolesInText[role]}.`,
		delegateTaken: ({ name, role }) => `The delegate is already ${name}. We read it as ${members.rolesInText[role]}.`,
		addressShared: ({ name }) => `${name} has the same e-mail address. We read it as two people who share it.`,
		nameShared: () => 'Somebody else has the same name. We read it as two people.',
	},
	done: (persons: number, associations: number) => {
		const parts = [
			persons > 0 ? formatCount('en', persons, 'seat', 'seats') : '',
			associations > 0 ? formatCount('en', associations, 'association', 'associations') : '',
		].filter((part) => part !== '')
		return `Entered: ${parts.join(' and ')}`
	},
	cardsNext: (count: number) => `${people(count)} without e-mail: a card to sign in with is needed.`,
	printCards: (count: number) => `Print cards for ${people(count)}`,
	mailsSent: 'Invitations',
	mailsSentWhat: 'They are sent a few at a time. Load the page again to see how it goes.',
	invitation: {
		none: 'No e-mail',
		waiting: 'On its way',
		trying: 'Did not get through. We are trying again.',
		perhaps: 'May have got through. Ask whether the mail is there; if not, the address can be used to sign in.',
		sent: (when: string) => `Sent ${when}`,
	},
	hasCard: 'Has a card',
	needsCard: 'Needs a card',
	toWork: 'To the workspace',
	cards: {
		title: 'Cards for several people',
		lead: 'Choose who is to get a card. All cards come on one page to print and cut apart.',
		who: 'Who is to get a card?',
		whoHint: 'Those with neither e-mail nor card are chosen beforehand.',
		hasCard: 'Has a card already. It will stop working.',
		make: 'Make the cards',
		nobody: 'Nobody needs a card',
		nobodyWhat: 'Everyone with a seat can be reached by e-mail or has a card already.',
		limit: (count: number) => `${formatNumber('en', count)} cards at most are made at once. Make the rest afterwards.`,
		done: (count: number) => `${formatCount('en', count, 'card', 'cards')} to print`,
		elsewhere: (names: string) =>
			`No card was made for ${names}, who have a seat elsewhere too. Ask the operator to print it.`,
	},
}
