import { routes } from '#routes'
import { AMENDMENT_FORMS } from './access-amendment-forms.ts'
import { BANK_FORMS } from './access-bank-forms.ts'
import type { Place } from './access-place.ts'
import type { Fields } from './app.ts'
import { PICTURES } from './pictures.ts'

/** In whose name somebody comments: the first three who try speak for the association, chair and secretary for nobody. */
const voiceOf = (association: string, attempt: number) => (attempt < 3 ? association : '')

const FROM_NOW = {
	track: 'full',
	closesOn: '2026-12-20',
	closesTime: '20:00',
	signoffDueOn: '2026-12-30',
	textHash: '',
}

/** What a document says of the first position of the statement that is published here. */
const readIn = (title: string) => ({
	kind: 'bill',
	title,
	url: 'https://example.org/',
	datedOn: '2026-11-01',
	'outcome-1': 'partly',
	'page-1': '12',
	'note-1': 'Utan kravet på tid.',
})

/** What is said of an older statement. */
const broughtIn = {
	title: 'Svar på strategin',
	kind: 'response',
	language: 'sv',
	decidedOn: '2017-05',
	inquiryTitle: 'Nationell strategi',
	sender: 'Socialdepartementet',
	references: 'S2017/01234',
	standsBehind: 'Alla som var med då.',
	text: 'Vi är positiva till strategin.',
}

/** What could be sent to each route that takes a form, at its most permissible. `attempt`: 0, 1 … for things to be used up. */
export const FORMS: Readonly<Record<string, (place: Place, attempt: number) => Fields>> = {
	[routes.signIn]: () => ({ email: 'stina@example.org' }),
	[routes.signInCode]: () => ({ code: 'ABCD-EFGH' }),
	[routes.signInCard]: () => ({ handle: 'ABC-DEF', code: 'ABCD-EFGH' }),
	[routes.signInLink]: () => ({ proof: '', person: '' }),
	[routes.signOut]: () => ({}),
	[routes.profile]: () => ({ language: 'sv' }),
	[routes.sessions]: () => ({}),
	[routes.session]: () => ({}),
	[routes.ownCard]: () => ({}),
	[routes.ownAddresses]: () => ({ email: 'min-nya@example.org' }),
	[routes.ownAddressRemovals]: () => ({ email: 'nobody@example.org' }),
	[routes.ownAddressAnswers]: () => ({ answer: 'refuse' }),
	[routes.ownErasure]: () => ({}),
	[routes.addressConfirming]: () => ({ proof: '' }),
	[routes.addressRefusal]: () => ({ proof: '' }),
	[routes.tokens]: ({ coalition }) => ({ name: 'Mitt program', coalition, 'scopes[]': ['read'], days: '30' }),
	[routes.token]: () => ({}),

	[routes.operatorCoalitions]: () => ({
		name: 'En ny samverkan',
		slug: 'en-ny-samverkan',
		seriesPrefix: 'NY',
		preset: 'standard',
		language: 'sv',
		chairName: 'Nils Ny',
		email: 'nils@example.org',
	}),
	[routes.operatorLinks]: () => ({}),

	[routes.settings]: () => ({}),
	[routes.settingsName]: () => ({ name: 'NSPH Stockholms län' }),
	[routes.settingsSeries]: () => ({ seriesPrefix: 'NSPH-SL' }),
	[routes.settingsRules]: () => ({ preset: 'standard' }),
	[routes.settingsLanguage]: () => ({ language: 'sv' }),
	[routes.settingsEnglish]: () => ({ english: 'yes' }),
	[routes.settingsListing]: () => ({ listed: 'yes' }),
	// To another and back, so that everything else here is where it was.
	[routes.settingsAddress]: ({ coalition }, attempt) => ({ slug: attempt === 0 ? `${coalition}-ny` : coalition }),
	[routes.settingsLogo]: () => ({ alt: 'Två ringar', logo: new File([PICTURES.webp], 'logga.webp') }),
	[routes.settingsLogoRemoval]: () => ({}),
	[routes.settingsColour]: () => ({ colour: 'plum', confirmed: '1' }),
	[routes.settingsTopics]: (_place, attempt) => ({ name: `Ett ämne till ${attempt}` }),
	[routes.topic]: (_place, attempt) => ({ name: `Ett annat namn ${attempt}` }),
	[routes.topicUse]: () => ({ used: 'no' }),
	[routes.statementTopics]: ({ topics }) => ({ 'topics[]': topics.slice(-1) }),
	[routes.olderTopics]: ({ topics }) => ({ 'topics[]': topics.slice(-1) }),
	[routes.roster]: (_place, attempt) => ({
		text: `Listad förening ${attempt};Lo Listad;lo${attempt}@example.org`,
		confirmed: '1',
	}),
	[routes.cards]: ({ others }) => ({ 'seats[]': others.slice(0, 2).map(({ seat }) => seat) }),
	[routes.associations]: (_place, attempt) => ({ name: `En ny förening ${attempt}`, area: 'Ångest' }),
	[routes.association]: () => ({ name: 'AnBo Stockholm', area: 'Borderline' }),
	[routes.associationMoves]: () => ({ direction: 'down' }),
	[routes.associationLeaving]: () => ({}),
	[routes.associationKeeping]: () => ({}),
	[routes.byHand]: ({ untold }, attempt) => {
		const { actId: act = '', notice = '', about = '' } = untold.at(attempt) ?? {}
		return { act, notice, about }
	},
	[routes.seats]: ({ others }, attempt) => ({
		who: '',
		name: `Berit Bisittare ${attempt}`,
		email: `berit${attempt}@example.org`,
		role: 'contributor',
		association: others[0]?.id ?? '',
		until: '',
	}),
	[routes.seatEnding]: () => ({}),
	[routes.seatContest]: () => ({}),
	[routes.seatLeaving]: () => ({}),
	[routes.seatReturn]: () => ({}),
	[routes.seatCards]: () => ({}),
	[routes.seatName]: (_place, attempt) => ({ name: `Disa Delegat ${attempt}` }),
	[routes.seatAddress]: (_place, attempt) => ({ email: `disa${attempt}@example.org` }),
	[routes.seatAddressWithdrawal]: () => ({}),

	[routes.notices]: (_place, attempt) => ({ text: `Remiss av God vård. Svara senast den ${attempt + 1} mars 2027.` }),
	[routes.noticeFiles]: (_place, attempt) => ({ file: new File([`Remiss ${attempt}`], 'missiv.txt') }),
	[routes.notice]: () => ({ title: 'En remiss som kom in', choosesDue: '1', dueChoice: '2027-02-01' }),
	[routes.noticeDiscarding]: () => ({}),
	[routes.inquiryFiles]: (_place, attempt) => ({ file: new File([`Bilaga ${attempt}`], 'bilaga.md') }),
	[routes.inquiryFileRemoval]: () => ({}),
	[routes.newInquiry]: () => ({
		title: 'En remiss till',
		sender: 'Socialdepartementet',
		references: 'S2026/01127',
		dueOn: '2027-02-01',
		sendTo: '',
		copyTo: '',
		documents: '',
		note: '',
	}),
	[routes.editInquiry]: () => ({ title: 'En annan rubrik', sender: '', references: '' }),
	[routes.inquiryDueDates]: () => ({ dueOn: '2027-03-01', note: 'Förlängd svarstid.' }),
	[routes.inquiryDeclining]: () => ({ reason: 'Vi hinner inte.' }),

	[routes.statements]: () => ({ title: 'Ett till', kind: 'letter', language: 'sv', template: 'empty', inquiry: '' }),
	[routes.statementTitle]: () => ({ title: 'En annan rubrik' }),
	[routes.pasteText]: () => ({ text: 'Vi är positiva till förslaget.', confirmed: '1' }),
	[routes.writing]: ({ blocks }, attempt) => ({
		seen: blocks.drafting[attempt]?.version ?? '',
		text: `Ett annat stycke, ${attempt}.`,
	}),
	[routes.editor]: ({ blocks }, attempt) => {
		const block = blocks.drafting[20 + attempt]
		const content = { kind: 'paragraph', text: `Skrivet i texten, ${attempt}.` }
		return { seen: block?.version ?? '', written: JSON.stringify([{ name: block?.id ?? null, content }]) }
	},
	[routes.blocks]: ({ blocks }) => ({ after: blocks.drafting[0]?.id ?? '', as: 'text', text: 'Ett till.' }),
	[routes.takingsBack]: () => ({}),
	[routes.restorations]: () => ({}),
	[routes.blockMoves]: () => ({ after: '' }),
	[routes.blockRemovals]: ({ blocks }, attempt) => ({ seen: blocks.drafting[30 + attempt]?.version ?? '' }),

	[routes.newOlder]: (_place, attempt) => ({
		...broughtIn,
		year: '2017',
		number: String(100 + attempt),
		confirmed: '1',
	}),
	[routes.olderCorrection]: (_place, attempt) => ({
		...broughtIn,
		reason: `Rubriken var fel, ${attempt}.`,
		confirmed: '1',
	}),
	[routes.olderRemoval]: () => ({ reason: 'Fel svar.' }),
	[routes.olderOutcomes]: (_place, attempt) => readIn(`Prop. 2018/19:${attempt}`),
	[routes.olderOutcomeCorrection]: (_place, attempt) => readIn(`Dir. 2018:${attempt}`),
	[routes.olderContests]: ({ association }) => ({ associationId: association, reason: 'Vi var inte med då.' }),
	[routes.olderContestWithdrawals]: ({ association }) => ({ associationId: association }),
	[routes.withheldContests]: ({ association }) => ({ associationId: association, reason: 'Det behövdes inte.' }),
	[routes.withheldContestWithdrawals]: ({ association }) => ({ associationId: association }),

	// Of the statement that is published here: its first position.
	[routes.positionInserts]: ({ statements }) => ({ source: statements.published, number: '1', after: '' }),

	[routes.comments]: ({ association, blocks }, attempt) => ({
		as: voiceOf(association, attempt),
		on: blocks.drafting[0]?.version ?? '',
		words: '',
		wordsBefore: '',
		wordsAfter: '',
		text: 'Säg hur mycket.',
	}),
	[routes.commentsTogether]: ({ association, blocks }, attempt) => ({
		as: voiceOf(association, attempt),
		'on[]': [blocks.drafting[0]?.version ?? '', ''],
		'text[]': ['Säg hur mycket.', `Säg till vem, ${attempt}.`],
	}),
	[routes.answersRead]: ({ association }, attempt) => ({ association, upTo: String(1 + attempt) }),
	[routes.commentAgreements]: ({ association }) => ({ association, agrees: '1', wording: '0' }),
	[routes.commentReplies]: ({ association }, attempt) => ({
		as: voiceOf(association, attempt),
		replyTo: '',
		text: 'Vi håller med.',
	}),
	[routes.commentAnswers]: () => ({ text: 'Det står där nu.', seen: '1' }),
	[routes.commentReopenings]: ({ association }, attempt) => ({
		as: voiceOf(association, attempt),
		text: 'Inte för resor.',
	}),
	[routes.commentWording]: () => ({ text: 'Säg ett belopp.' }),
	[routes.commentWithdrawal]: () => ({}),
	[routes.commentHiding]: () => ({ hides: '1', reason: 'Det nämner en patient.' }),

	...AMENDMENT_FORMS,
	...BANK_FORMS,

	[routes.stances]: ({ association, blocks }) => {
		const position = blocks.consulting.find(({ kind }) => kind === 'position')
		return {
			associationId: association,
			[`stance-${position?.id}`]: 'support',
			[`version-${position?.id}`]: position?.version ?? '',
			[`reason-${position?.id}`]: 'Viktigast av allt.',
		}
	},
	[routes.consultation]: () => ({ viewsDueOn: '2026-12-20' }),
	// Whatever was said of it by then, all that speaks against it is said yes to.
	[routes.ballots]: ({ members }) => ({
		...FROM_NOW,
		confirmed: 'yes',
		silent: members.join(' '),
		unanswered: '1000',
	}),
	[routes.votes]: ({ association, textHashes }) => ({
		associationId: association,
		choice: 'yesAndSign',
		dissentKind: 'separateOpinion',
		dissent: 'Vi vill tillägga något.',
		textHash: textHashes.deciding,
	}),
	[routes.papers]: ({ association, textHashes }) => ({
		associationId: association,
		choice: 'yes',
		textHash: textHashes.deciding,
	}),
	[routes.ballotClosing]: () => ({}),
	[routes.reminders]: () => ({}),
	[routes.ballotExtension]: () => FROM_NOW,
	[routes.ballotRepetition]: () => FROM_NOW,
	[routes.contests]: ({ association }) => ({ associationId: association, voted: 'no', reason: 'Vi röstade nej.' }),
	[routes.contestWithdrawals]: ({ association }) => ({ associationId: association }),
	[routes.onlyBallot]: () => ({}),
	[routes.ofOnlyBallot]: () => ({}),
	[routes.meetingDecision]: ({ association }) => ({
		heldOn: '2026-11-20',
		minutes: '2026:4 § 7',
		signoffDueOn: '2026-12-20',
		[`choice-${association}`]: 'yes',
	}),

	[routes.signoffs]: ({ association, textHashes }) => ({
		associationId: association,
		answer: 'signed',
		reason: '',
		textHash: textHashes.signing,
	}),
	[routes.referral]: () => ({ reason: 'Texten behöver arbetas om.' }),
	[routes.withdrawal]: () => ({ reason: 'Vi svarar inte.' }),
	[routes.editorialChange]: ({ blocks }) => ({
		blockId: blocks.signing[0]?.id ?? '',
		text: `${blocks.signing[0]?.text} !`,
		note: 'Ett skrivfel.',
		signoffDueOn: '2026-12-20',
	}),
	[routes.publication]: ({ textHashes }) => ({ textHash: textHashes.signing }),
	[routes.dispatches]: () => ({ sentOn: '2026-11-24', how: 'E-post', to: 'registrator@example.org' }),
	[routes.outcomes]: (_place, attempt) => readIn(`Prop. 2026/27:${attempt}`),
	[routes.outcomeCorrection]: (_place, attempt) => readIn(`Dir. 2026:${attempt}`),
	[routes.outcomeExpectation]: (_place, attempt) => ({ expectedOn: '2027-02-01', expected: `Beslut ${attempt}` }),
	[routes.addenda]: () => ({
		...{ kind: 'correction', first: '0', last: '', text: 'Regionen, inte kommunen.', reason: 'Fel myndighet.' },
		...{ answerBy: '2026-12-10', urgent: '' },
	}),
	[routes.addendumAnswers]: ({ association }) => ({ associationId: association, answer: 'objected', reason: 'Nej.' }),
	[routes.addendumTakingBack]: () => ({}),
	[routes.addendumPublication]: () => ({}),
	[routes.sending]: () => ({
		to: 'registrator@example.org',
		copyTo: 'handlaggare@example.org',
		subject: 'S2022/01234 – NSPH: svar på remissen God vård',
		cover: 'Här är svaret.',
		again: 'yes',
		reason: 'De bad om det.',
	}),
	[routes.reply]: () => ({ belongs: 'yes' }),
	[routes.redactions]: ({ blocks }) => ({
		blockId: blocks.published.find(({ kind }) => kind === 'signature')?.id ?? '',
		ground: 'Personen har begärt det.',
	}),
}
