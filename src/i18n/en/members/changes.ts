import { givers } from '#i18n/en/mail.ts'
import { formatCount, formatList, formatLongDateTime, formatNumber } from '#i18n/format.ts'
import type { changes as swedish } from '#i18n/sv/members/changes.ts'

const at = (instant: number) => formatLongDateTime('en', instant)

/** How many new members a mail names. */
const NAMED = 20

function named(names: readonly string[]): string {
	const rest = names.length - NAMED
	return rest > 0 ? `${names.slice(0, NAMED).join(', ')} and ${formatNumber('en', rest)} more` : formatList('en', names)
}

export const changes: typeof swedish = {
	mail: {
		bylawsSubject: (coalition) => `Rules for decisions in ${coalition}`,
		membersSubject: (coalition) => `Members of ${coalition}`,
		renamedSubject: (former) => `New name or designation: ${former}`,
		renamed: (by, from, to) => `${givers[by]} has changed the name of the coalition, from ${from} to ${to}.`,
		newPrefix: (by, from, to) =>
			`${givers[by]} has changed the designation in the numbers, from ${from} to ${to}. What is published already keeps its numbers.`,
		renamedBack: (by, name, prefix) =>
			`${givers[by]} has changed the name of the coalition or the designation in the numbers, and changed it back. It is as before: ${name}, ${prefix}.`,
		seeCoalition: 'See how it stands now:',
		bylaws: (by, coalition, chosen, former, until) =>
			`${givers[by]} has chosen other rules for decisions in ${coalition}: “${chosen}” instead of “${former}”. They apply to ballots opened from ${at(until)}. See what applies:`,
		bylawsKept: (by, coalition, chosen) =>
			`${givers[by]} has taken back the change of rules for decisions in ${coalition}. “${chosen}” applies as before. See what applies:`,
		added: (by, coalition, names, from) =>
			`${givers[by]} has added ${names.length === 1 ? '' : `${formatCount('en', names.length, 'association', 'associations')} to ${coalition}: `}${named(names)}${names.length === 1 ? ` to ${coalition}` : ''}. ${names.length === 1 ? 'It is' : 'They are'} in ballots opened from ${from === null ? 'now' : at(from)} on.`,
		leaving: (by, coalition, name, when) =>
			`${givers[by]} has decided that ${name} leaves ${coalition} on ${at(when)}. Until then it is in ballots that are opened.`,
		left: (by, coalition, name) => `${givers[by]} has removed ${name} from ${coalition}. Nobody has had a seat for it.`,
		kept: (by, coalition, name) => `${givers[by]} has decided that ${name} stays in ${coalition}.`,
		undone: (by, coalition, names) =>
			`${givers[by]} has added ${named(names)} to ${coalition} and removed ${names.length === 1 ? 'it' : 'them'} again.`,
		seeMembers: 'See who is a member:',
		again: (times) =>
			`It has changed ${formatCount('en', times, 'time', 'times')} since you were last told. This is how it stands.`,
	},
	bylaws: 'Rules for decisions',
	bylawsNow: (name, means) => `${name}. ${means}`,
	bylawsPending: (former, chosen, until) =>
		`Until ${at(until)} “${former}” applies. Ballots opened after that follow “${chosen}”.`,
	bylawsTakeBack: (former) => `To keep “${former}”, choose it again before then.`,
	bylawsHint: (days) =>
		`Other rules apply after ${formatCount('en', days, 'day', 'days')}, and every association is told by e-mail. As long as nobody has had a seat for an association they apply at once.`,
	decidedBy: (former, chosen, until) =>
		`What is opened before ${at(until)} is decided by “${former}”. After that “${chosen}” applies, which you have chosen.`,
	notYetIn: 'Not in ballots yet:',
	notYet: (name, from) => `${name}: in ballots opened from ${at(from)} on.`,
	votesFrom: (from) => `In ballots from ${at(from)}`,
	leavesAt: (when) => `Leaves on ${at(when)}`,
	keep: (name) => `Keep ${name}`,
	leaveMeans: (when) => [
		`The association leaves on ${at(when)}. Until then it is in ballots that are opened, and you can take it back.`,
		'Every association is told by e-mail, the one that leaves too.',
		'When it leaves all its seats end. After that it cannot vote in a ballot that is open.',
		'What it has voted and signed already stands.',
	],
	leaveAtOnce: 'Nobody has had a seat for the association, so it leaves at once.',
	leavingAlready: (name, when) => `${name} leaves the coalition on ${at(when)}.`,
	addMeans: (days) =>
		`A new association is in ballots opened once it has been a member for ${formatCount('en', days, 'day', 'days')}. All the others are told by e-mail.`,
	done: {
		leaving: (name, when) => `${name} leaves the coalition on ${at(when)}. Every association is told by e-mail.`,
		kept: (name) => `${name} stays in the coalition.`,
		bylaws: (chosen, former, until) => `You have chosen “${chosen}”. Until ${at(until)} “${former}” applies.`,
	},
}
