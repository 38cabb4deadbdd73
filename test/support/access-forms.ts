import { paths } from '#api/paths.ts'
import { routes } from '#routes'
import type { Place } from './access-place.ts'
import type { Fields } from './app.ts'
import { PICTURES } from './pictures.ts'

/** In whose name somebody comments: the first three who try speak for the association, chair and secretary for nobody. */
const voiceOf = (association: string, attempt: number) => (attempt < 3 ? association : '')

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
	[routes.settingsName]: () => ({ name: 'NSPH i Stockholms län' }),
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
	[routes.blocks]: ({ blocks }) => ({ after: blocks.drafting[0]?.id ?? '', kind: 'paragraph', text: 'Ett till.' }),
	[routes.block]: ({ blocks }, attempt) => ({
		basedOn: blocks.drafting[attempt]?.version ?? '',
		kind: 'paragraph',
		text: 'Ett annat stycke.',
	}),
	[routes.blockMoves]: () => ({ after: '' }),
	[routes.blockSplits]: ({ blocks }, attempt) => ({
		basedOn: blocks.drafting[10 + attempt]?.version ?? '',
		original: `Stycke ${10 + attempt}.`,
		text: `Stycke\n\n${10 + attempt}.`,
	}),
	[routes.blockJoins]: ({ blocks }, attempt) => ({ basedOn: blocks.drafting[20 + 2 * attempt]?.version ?? '' }),
	[routes.blockRemovals]: ({ blocks }, attempt) => ({ basedOn: blocks.drafting[30 + attempt]?.version ?? '' }),

	// Of the statement that is published here: its first position.
	[routes.positionInserts]: ({ statements }) => ({ source: statements.published, number: '1', after: '' }),

	[routes.comments]: ({ association, blocks }, attempt) => ({
		as: voiceOf(association, attempt),
		on: blocks.drafting[0]?.version ?? '',
		text: 'Säg hur mycket.',
	}),
	[routes.answersRead]: ({ association }, attempt) => ({ association, upTo: String(1 + attempt) }),
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

	[routes.stances]: ({ association, blocks }) => {
		const position = blocks.consulting.find(({ kind }) => kind === 'position')
		return {
			associationId: association,
			[`stance-${position?.id}`]: 'support',
			[`version-${position?.id}`]: position?.version ?? '',
			[`reason-${position?.id}`]: 'Viktigast av allt.',
		}
	},
	[routes.consultation]: () => ({ dueOn: '2026-12-20' }),
	[routes.ballots]: () => ({
		track: 'full',
		closesOn: '2026-12-20',
		closesTime: '20:00',
		signoffDueOn: '2026-12-24',
		textHash: '',
	}),
	[routes.votes]: ({ association, textHashes }) => ({
		associationId: association,
		choice: 'yes',
		signs: '1',
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
	[routes.redactions]: ({ blocks }) => ({
		blockId: blocks.published.find(({ kind }) => kind === 'signature')?.id ?? '',
		ground: 'Personen har begärt det.',
	}),
}

/** Which of the statements a route is tried on: one with a ballot where it is about that, and else the draft, unless said here. */
const STATEMENT_OF: Readonly<Record<string, keyof Place['statements']>> = {
	[routes.pasteText]: 'spare',
	[routes.meetingDecision]: 'spare',
	[routes.stances]: 'consulting',
	[routes.withdrawal]: 'consulting',
	[routes.onlyBallot]: 'deciding',
	[routes.ofOnlyBallot]: 'deciding',
	[paths.onlyBallot]: 'published',
	[paths.onlyBallotClosing]: 'published',
	[paths.onlyBallotVotes]: 'published',
	[paths.onlyBallotPapers]: 'published',
	[routes.referral]: 'deciding',
	[routes.signoffs]: 'signing',
	[routes.editorialChange]: 'signing',
	[routes.ballotClosing]: 'over',
	[paths.ballotClosing]: 'over',
	[routes.contests]: 'met',
	[routes.contestWithdrawals]: 'met',
	[paths.contests]: 'met',
	[paths.contestWithdrawals]: 'met',
	[routes.publication]: 'signing',
	[routes.dispatches]: 'published',
	[routes.redactions]: 'published',
}

/** Which of the draft's blocks: not one that another route uses up. */
const blockOf = (path: string, attempt: number): number =>
	({
		[routes.blockMoves]: 5 + attempt,
		[routes.blockSplits]: 10 + attempt,
		[routes.blockJoins]: 20 + 2 * attempt,
		[routes.blockRemovals]: 30 + attempt,
	})[path] ?? attempt

/** Which of the draft's threads: one of the kind the route is for. */
const threadOf = (path: string, { threads }: Place, attempt: number): string => {
	const last = path.split('/').findLast((segment) => !segment.startsWith(':')) ?? ''
	const kinds = { replies: threads.open, answers: threads.waiting, reopenings: threads.answered } as const
	const some = Object.hasOwn(kinds, last) ? kinds[last as keyof typeof kinds] : threads.own
	// Programs begin at the third: what each has begun is their own all the same.
	const turn = path.startsWith(routes.api) ? attempt + some.length - 2 : attempt
	return some[turn % some.length] ?? ''
}

/** Which of the letters: those to be confirmed from the one end, those to be put aside from the other. */
function noticeOf(path: string, attempt: number): number {
	if (path.endsWith('/discarding')) return 4 - attempt
	return path === routes.notice ? attempt : 0
}

/** At the end of a URL, for programs as for people: who leaves by the one is kept by the other. */
const LEAVING = /\/(leaving|keeping)$/
const SEAT_ENDING = '/ending'

function seatOf(path: string, { own, others }: Place, attempt: number): string {
	if (path.endsWith('/contest')) return own[attempt] ?? ''
	return (path.endsWith(SEAT_ENDING) ? own[3 + attempt] : others[0]?.seat) ?? ''
}

type Wanted = {
	readonly token?: string
	readonly attempt?: number
	/** On another statement than the one the route is for. */
	readonly statement?: keyof Place['statements'] | undefined
}

/** The URL of a route in this place: each parameter something that is there. */
export function urlOf(path: string, place: Place, { token = 'none', attempt = 0, statement }: Wanted = {}): string {
	const on = statement ?? STATEMENT_OF[path] ?? (path.includes('/:ballot') ? 'deciding' : 'drafting')
	const values: Readonly<Record<string, string>> = {
		coalition: path === routes.operatorLinks ? place.elsewhere : place.coalition,
		statement: place.statements[on],
		ballot: place.ballots[on],
		what: 'closing',
		block: place.blocks.drafting[blockOf(path, attempt)]?.id ?? '',
		association: place.others[LEAVING.test(path) ? 2 + attempt : 0]?.id ?? '',
		seat: seatOf(path, place, attempt),
		inquiry: place.inquiry,
		notice: place.notices[noticeOf(path, attempt)] ?? '',
		thread: threadOf(path, place, attempt),
		comment: threadOf(path, place, attempt),
		token,
		// Of nobody here: whose it is, is tested where it stands.
		session: '0123456789abcdef',
		year: '2022',
		number: '1',
		secret: 'no-such-link',
		first: String(place.roster),
		file:
			path.endsWith('/:file') || path.includes('/:file/')
				? (place.files[attempt] ?? '')
				: path === routes.logo
					? place.logo
					: path === routes.script
						? 'autosave.js'
						: path.endsWith('.md}')
							? '1.md'
							: '1.json',
	}
	return path
		.replace(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_match, name: string) => {
			const value = values[name]
			if (!value) throw new Error(`${path}: say in access-forms.ts what ${name} can be`)
			return value
		})
		.replace('*', 'nothing-here')
}
