import { formatCount, formatLongDateTime, formatNumber } from '#i18n/format.ts'
import type { addenda as swedish } from '#i18n/sv/publication/addenda.ts'

const names = { correction: 'Correction', withdrawal: 'Withdrawal' }

export const addenda: typeof swedish = {
	names,
	answers: {
		correction: { agreed: 'Yes', objected: 'Objected', silent: 'Did not object', left: 'Is not a member any more' },
		withdrawal: { agreed: 'Yes', objected: 'No', silent: 'Did not answer', left: 'Is not a member any more' },
	},
	called: (kind, ordinal) => (kind === 'correction' ? `${names[kind]} ${ordinal}` : names[kind]),
	summary: {
		correction: 'This corrects a part of a published statement. The statement itself stays as it was.',
		withdrawal: 'The statement holds no longer. It stays, so that it can be read what it said.',
	},
	concerns: 'Concerns',
	toStatement: (label) => `Read ${label}`,
	why: 'Why',
	stood: 'What it said',
	reads: 'What it should say',
	whoAnswered: 'What the associations answered',
	howCorrection:
		'All associations that had a vote on the statement were shown the correction. A single objection would have stopped it.',
	howWithdrawal: (needed) =>
		`To withdraw the statement at least ${formatCount('en', needed, 'association', 'associations')} of those that stand behind it had to say yes.`,
	asked: (from, until) => `They were asked on ${from} and could answer until ${until}.`,
	urgent: (reason) => `There was less time than the rules promise. The chair decided so: ${reason}`,
	about: 'About the text',
	reasonGone: 'The reason is withheld.',
	genuine: 'Checksum',
	genuineWhat:
		'The sum is taken over all that stands under record in the JSON file. It changes when a single character does. How it is taken stands in docs/RECORD.md.',
	files: 'As a file',
	association: 'Association',
	answer: 'Answer',
	title: 'Correct or withdraw',
	lead: 'A published text never changes. A mistake is corrected in a text of its own beside it, and the whole statement can be withdrawn. The associations are asked first.',
	none: 'The statement is neither corrected nor withdrawn',
	noneWhat: 'The chair alone can propose it, and the associations answer.',
	unpublished: 'The statement is not published yet',
	unpublishedWhat: 'Until it is published the text is changed on its own page.',
	propose: { correction: 'Propose a correction', withdrawal: 'Propose to withdraw' },
	standsAlready: 'One at a time. The next can be proposed when this one is published or taken back.',
	states: {
		open: 'The associations answer',
		settled: 'Time is up',
		lapsed: 'Lapsed',
		takenBack: 'Taken back',
		published: 'Published',
	},
	proposed: (kind, on) => `${names[kind]}, proposed on ${formatLongDateTime('en', on)}`,
	form: {
		first: 'Which part is it about?',
		last: 'Up to and including which part?',
		lastHint: 'Choose the same part if it is only one.',
		text: 'What it should say',
		textHint:
			'Write the whole part as it should be read. Markdown works: a number and a full stop first make a numbered position.',
		reason: 'Why?',
		reasonHint: 'Everybody who reads the statement sees it. Write no names of persons.',
		closesOn: 'Last day to answer',
		closesOnHint: (days) => `At least ${formatCount('en', days, 'day', 'days')} from now.`,
		urgent: 'Why is it urgent?',
		urgentHint: 'Only if there is less time than the rules promise. It becomes public.',
		preview: 'Check',
		previewed: 'What it will be',
		ask: 'Ask the associations',
		change: 'Change',
		meansCorrection: 'All associations of the ballot get a mail. A single objection stops the correction.',
		meansWithdrawal:
			'All associations of the ballot get a mail. More than half of those that stand behind the statement have to say yes. Those that left the coalition more than 30 days ago do not count.',
	},
	until: (at) => `The associations answer until ${formatLongDateTime('en', at)}.`,
	silenceCorrection: 'Whoever does not answer lets the correction pass. A single objection stops it.',
	silenceWithdrawal: (agreed, needed) =>
		`${formatCount('en', agreed, 'association has', 'associations have')} said yes, of at least ${formatNumber('en', needed)} that have to. Whoever does not answer has not said yes.`,
	question: {
		correction: (association) => `Does ${association} agree to the correction?`,
		withdrawal: (association) => `Does ${association} agree that the statement is withdrawn?`,
	},
	agree: { correction: 'Yes, correct it', withdrawal: 'Yes, withdraw it' },
	object: { correction: 'No, we object', withdrawal: 'No, let it stand' },
	agreeFor: {
		correction: (association) => `${association} agrees to the correction`,
		withdrawal: (association) => `${association} agrees that the statement is withdrawn`,
	},
	objectFor: {
		correction: (association) => `${association} objects, and the correction is stopped`,
		withdrawal: (association) => `${association} wants the statement to stand`,
	},
	reasonHint: 'Published together with your answer.',
	answerNow: 'Your answer now',
	waiting: 'Waiting for an answer',
	answered: 'Your answer is saved. It can be changed until time is up.',
	since: (association) => `Only who had their seat when it was asked answers for ${association}.`,
	stopped:
		'An association has objected, so the correction cannot be published. Take it back, and propose another if one is needed.',
	ready: 'It can be published now.',
	publishMeans: 'Once published it never changes, and it cannot be removed.',
	publish: { correction: 'Publish the correction', withdrawal: 'Withdraw the statement' },
	lapses: (at) => `Do it by ${formatLongDateTime('en', at)}. After that the associations have to be asked anew.`,
	takeBack: 'Take the proposal back',
	done: {
		proposed: 'The associations have been asked.',
		takenBack: 'The proposal is taken back. The associations are told.',
		published: 'It is published. The associations are told.',
	},
	seePublished: 'Show what is published',
	events: {
		addendumProposed: 'A correction or withdrawal was proposed',
		addendumAnswered: 'An association answered about a proposed correction or withdrawal',
		addendumTakenBack: 'A proposed correction or withdrawal was taken back',
		addendumPublished: 'A correction or withdrawal was published',
	},
	mail: {
		subjects: {
			open: {
				correction: (title) => `Object or let it be corrected: ${title}`,
				withdrawal: (title) => `Withdraw the statement? ${title}`,
			},
			takenBack: (title) => `The proposal was taken back: ${title}`,
			published: { correction: (title) => `Corrected: ${title}`, withdrawal: (title) => `Withdrawn: ${title}` },
		},
		open: {
			correction: (association, title, at) =>
				`The chair wants to correct the published statement “${title}”. ${association} can object until ${formatLongDateTime('en', at)}. If you do not answer the correction passes, unless another association objects.`,
			withdrawal: (association, title, at) =>
				`The chair wants to withdraw the published statement “${title}”. Say what ${association} thinks by ${formatLongDateTime('en', at)}. Whoever does not answer has not said yes.`,
		},
		takenBack: (title) => `The proposal to correct or withdraw “${title}” is taken back. You need not do anything.`,
		published: {
			correction: (title, label) => `A correction to “${title}” (${label}) is published.`,
			withdrawal: (title, label) => `The statement “${title}” (${label}) is withdrawn.`,
		},
	},
}
