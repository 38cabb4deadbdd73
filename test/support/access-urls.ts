import { paths } from '#api/paths.ts'
import type { Stage } from '#domain/statement/statement.ts'
import { routes } from '#routes'
import { amendmentFor } from './access-amendments.ts'
import { listFor } from './access-lists.ts'
import type { Place } from './access-place.ts'
import { ORIGIN } from './app.ts'

/** Which of the statements a route is tried on: one with a ballot where it is about that, and else the draft, unless said here. */
const STATEMENT_OF: Readonly<Record<string, keyof Place['statements']>> = {
	[routes.pasteText]: 'spare',
	[routes.meetingDecision]: 'spare',
	[routes.stances]: 'consulting',
	[routes.withdrawal]: 'toExtend',
	[routes.onlyBallot]: 'deciding',
	[routes.ofOnlyBallot]: 'deciding',
	[paths.onlyBallot]: 'published',
	[paths.onlyBallotClosing]: 'published',
	[paths.onlyBallotVotes]: 'published',
	[paths.onlyBallotPapers]: 'published',
	[routes.reminders]: 'deciding',
	[paths.reminders]: 'deciding',
	[routes.referral]: 'deciding',
	[routes.signoffs]: 'signing',
	[routes.editorialChange]: 'signing',
	[routes.ballotClosing]: 'over',
	[paths.ballotClosing]: 'over',
	[routes.ballotExtension]: 'toExtend',
	[routes.ballotRepetition]: 'toRepeat',
	[paths.ballotExtension]: 'toExtendByProgram',
	[paths.ballotRepetition]: 'toRepeatByProgram',
	[routes.newAmendmentBallot]: 'amended',
	[routes.amendmentBallots]: 'amended',
	[paths.amendmentBallots]: 'amended',
	[routes.contests]: 'met',
	[routes.contestWithdrawals]: 'met',
	[paths.contests]: 'met',
	[paths.contestWithdrawals]: 'met',
	[routes.publication]: 'signing',
	[routes.dispatches]: 'published',
	[routes.sending]: 'published',
	[routes.sendingPack]: 'published',
	[routes.sent]: 'published',
	[routes.reply]: 'published',
	[paths.pack]: 'published',
	[paths.responses]: 'published',
	[paths.reply]: 'published',
	...{ [routes.redactions]: 'published', [routes.withheld]: 'published' },
	...{ [routes.withheldContests]: 'published', [routes.withheldContestWithdrawals]: 'published' },
	...{ [paths.withheld]: 'published', [paths.withheldContests]: 'published' },
	[paths.withheldContestWithdrawals]: 'published',
	[routes.outcomes]: 'published',
	[routes.outcomeCorrection]: 'published',
	[routes.outcomeExpectation]: 'published',
	[routes.addenda]: 'published',
	[routes.newAddendum]: 'published',
	[routes.addendum]: 'published',
	[routes.addendumAnswers]: 'published',
	[routes.addendumTakingBack]: 'published',
	[routes.addendumPublication]: 'published',
	[paths.addenda]: 'published',
	[paths.addendumAnswers]: 'published',
	[paths.addendumTakingBack]: 'published',
	[paths.addendumPublication]: 'published',
	[paths.outcomes]: 'published',
	[paths.outcomeCorrections]: 'published',
	[paths.outcomeExpectation]: 'published',
}

/** Which of the text's blocks: not one that another route uses up. */
const blockOf = (path: string, attempt: number): number =>
	({
		[routes.blockMoves]: 5 + attempt,
		[routes.blockRemovals]: 30 + attempt,
	})[path] ?? attempt

/** Which of the draft's threads: one of the kind the route is for. */
const threadOf = (path: string, { threads }: Place, attempt: number): string => {
	const last = path.split('/').findLast((segment) => !segment.startsWith(':')) ?? ''
	const { open, waiting, answered, chairs } = threads
	const kinds = { replies: open, answers: waiting, reopenings: answered, agreements: chairs, hidings: open } as const
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

/** Which of the older statements: not one that another takes away. */
const olderOf = (path: string, { older }: Place, attempt: number): string => {
	if (!path.includes('/older/') || path.includes('/outcomes')) return older[0] ?? ''
	if (/\/corrections?$/.test(path)) return older[1] ?? ''
	return older[path.endsWith('/removal') ? 2 + (attempt % (older.length - 2)) : 0] ?? ''
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
	const own = on in place.blocks ? place.blocks[on as Stage] : []
	// Of a text that is not there, or is not written, one of the draft's.
	const blocks = own.length > 0 ? own : place.blocks.drafting
	const listed = statement === undefined ? listFor(path, place.lists, attempt) : null
	const values: Readonly<Record<string, string>> = {
		coalition: path === routes.operatorLinks ? place.elsewhere : place.coalition,
		statement: listed?.statement ?? place.statements[on],
		list: listed?.list ?? 'none',
		ballot: place.ballots[on],
		what: 'closing',
		block: blocks[blockOf(path, attempt) % blocks.length]?.id ?? '',
		change: place.changes[attempt] ?? place.changes[0] ?? '',
		association: place.others.at(LEAVING.test(path) ? -1 - attempt : 0)?.id ?? '',
		seat: seatOf(path, place, attempt),
		inquiry: place.inquiry,
		notice: place.notices[noticeOf(path, attempt)] ?? '',
		document: path.includes('/older/') ? place.olderDocument : place.document,
		addendum: place.addendum,
		amendment: amendmentFor(path, place.amendments, attempt).id,
		merging: place.amendments.mergings[attempt % place.amendments.mergings.length] ?? '',
		entry: 'rattelse-1',
		reply: place.reply,
		thread: threadOf(path, place, attempt),
		comment: threadOf(path, place, attempt),
		token,
		// Of nobody here: whose it is, is tested where it stands.
		reader: 'delegate',
		session: '0123456789abcdef',
		hash: place.recordHash,
		year: '2022',
		number: '1',
		place: path.includes(':place{a') ? 'a1' : '1',
		older: olderOf(path, place, attempt),
		topic: place.topics[attempt] ?? '',
		text: place.standardTexts[attempt] ?? '',
		secret: 'no-such-link',
		first: String(place.roster),
		file:
			path.endsWith('/:file') || path.includes('/:file/')
				? (place.files[attempt] ?? '')
				: path === routes.logo
					? place.logo
					: path === routes.olderFile
						? place.olderFile
						: path === routes.script
							? 'autosave.js'
							: path === routes.publishedAddendumFile
								? 'rattelse-1.json'
								: (/\.(md|pdf|docx|png|akn\\\.xml)\}$/.exec(path)?.[1]?.replace('\\', '') ?? 'json').replace(
										/^/,
										path === routes.unnumberedMarkdown ? 'a1.' : '1.',
									),
	}
	return path
		.replace(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_match, name: string) => {
			const value = values[name]
			if (!value) throw new Error(`${path}: say in access-forms.ts what ${name} can be`)
			return value
		})
		.replace('*', 'nothing-here')
		.concat(path === routes.oembed ? `?${new URLSearchParams({ url: `${ORIGIN}/${place.coalition}` })}` : '')
}
