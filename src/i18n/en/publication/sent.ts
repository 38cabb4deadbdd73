import type { CheckResult, ReplyKind, ReplyStatus } from '#domain/publication/reply.ts'
import { formatCount, formatList, formatLongDateTime } from '#i18n/format.ts'
import type { sent as swedish } from '#i18n/sv/publication/sent.ts'

const whom = (addresses: readonly string[]) => (addresses.length === 0 ? 'an addressee' : formatList('en', addresses))

const kinds: Readonly<Record<ReplyKind, (from: string, about: readonly string[]) => string>> = {
	reply: (from) => `${from} replied`,
	automatic: (from) => `Automatic reply from ${from}`,
	bounce: (_from, about) => `Did not reach ${whom(about)}`,
	delay: (_from, about) => `Has not reached ${whom(about)} yet. The mail server tries again`,
	delivered: (_from, about) => `The mail server says that the letter has reached ${whom(about)}`,
}

const checkResults: Readonly<Record<CheckResult, string>> = {
	pass: 'passed',
	fail: 'failed',
	softfail: 'doubtful',
	neutral: 'says nothing',
	none: 'is not there',
	policy: 'not accepted',
	temperror: 'could not be asked',
	permerror: 'faulty',
}

const statuses: Readonly<Record<ReplyStatus, string>> = {
	waiting: 'Waits to be read',
	kept: 'Belongs to the answer',
	aside: 'Put aside',
}

export const sent: typeof swedish = {
	title: 'How the answer was sent',
	show: 'See how the answer was sent and what came back',
	never: 'The answer has not been sent yet',
	neverHint: 'When the chair or the secretary has sent it, this says to whom, when and in which words.',
	allTold: 'The associations get a mail about to whom it is sent, and in which words.',
	cover: 'The covering letter',
	added: 'added by hand',
	addedHint: 'Added by hand: the inquiry did not have the address when the answer was sent.',
	cameBack: 'What has come back',
	kinds,
	nobody: 'an unknown sender',
	at: (at) => formatLongDateTime('en', at),
	server: (said) => `The server says: ${said}`,
	proven: 'The sender’s domain vouches that the letter is from there.',
	unproven: 'Nothing shows that the letter is from that address. Anybody can have written it.',
	checks: (spf, dkim, dmarc) => `SPF: ${spf}. DKIM: ${dkim}. DMARC: ${dmarc}.`,
	checkResults,
	unchecked: 'not checked',
	statuses,
	subject: 'Subject',
	text: 'Show what it says',
	goesOn: 'The letter is longer than this. The mail file has all of it.',
	noText: 'The letter has no text.',
	notYet: 'The chair or the secretary reads the letter first. Then all can read it here.',
	putAside: 'The chair or the secretary has put the letter aside.',
	changesNothing: 'What comes in changes nothing by itself.',
	belongs: 'It belongs to the answer, show it to all',
	aside: 'Put it aside',
	done: {
		kept: 'The letter belongs to the answer. All can read it.',
		aside: 'The letter is put aside. That it came is still shown.',
	},
	task: (count) => `Read what came back: ${formatCount('en', count, 'letter', 'letters')}`,
	repliesCome: (address) =>
		`Whoever answers the letter answers to ${address}. What comes is shown here, and the chair and the secretary are told.`,
	mail: {
		subject: (title) => `Sent to its addressee: ${title}`,
		firstLine: (asked, title, label, at) =>
			`“${title}” (${label}) is being sent, in the name of ${asked} among others. The chair or the secretary sent it on ${formatLongDateTime('en', at)}.`,
		says: 'The letter says:',
		wrong: 'Is it the wrong addressee, or the wrong words? Tell the chair. What was sent cannot be taken back.',
	},
}
