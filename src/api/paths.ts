import { routes } from '#routes'

const coalition = `${routes.api}/coalitions/:coalition` as const
const inquiry = `${coalition}/inquiries/:inquiry` as const
const statement = `${coalition}/statements/:statement` as const
const block = `${statement}/blocks/:block` as const
const ballot = `${statement}/ballots/:ballot` as const
const thread = `${statement}/comments/:thread` as const

/** Every URL of the API, once. What is done is a resource of its own: a vote, a closure, a publication. */
export const paths = {
	document: `${routes.api}/openapi.json`,
	everything: `${routes.api}/*`,

	coalition,
	settings: `${coalition}/settings`,
	address: `${coalition}/address`,
	colour: `${coalition}/colour`,
	english: `${coalition}/english`,
	roster: `${coalition}/roster`,
	associations: `${coalition}/associations`,
	associationChanges: `${coalition}/associations/:association/changes`,
	associationLeaving: `${coalition}/associations/:association/leaving`,
	associationKeeping: `${coalition}/associations/:association/keeping`,
	seats: `${coalition}/seats`,
	seatEnding: `${coalition}/seats/:seat/ending`,
	seatLeaving: `${coalition}/seats/:seat/leaving`,
	seatContest: `${coalition}/seats/:seat/contest`,
	byHand: `${coalition}/by-hand`,

	notices: `${coalition}/notices`,
	notice: `${coalition}/notices/:notice`,
	noticeDiscarding: `${coalition}/notices/:notice/discarding`,

	inquiries: `${coalition}/inquiries`,
	inquiry,
	inquiryChanges: `${inquiry}/changes`,
	dueDates: `${inquiry}/due-dates`,
	declining: `${inquiry}/declining`,

	positions: `${coalition}/positions`,
	archive: `${coalition}/archive`,

	older: `${coalition}/older`,
	olderFiles: `${coalition}/older/files`,
	olderStatement: `${coalition}/older/:older`,
	olderCorrections: `${coalition}/older/:older/corrections`,
	olderRemoval: `${coalition}/older/:older/removal`,
	olderOutcomes: `${coalition}/older/:older/outcomes`,
	olderOutcomeCorrections: `${coalition}/older/:older/outcomes/:document/corrections`,
	olderContests: `${coalition}/older/:older/contests`,
	olderContestWithdrawals: `${coalition}/older/:older/contest-withdrawals`,

	statements: `${coalition}/statements`,
	statement,
	title: `${statement}/title`,
	text: `${statement}/text`,
	blocks: `${statement}/blocks`,
	blockVersions: `${block}/versions`,
	blockMoves: `${block}/moves`,
	blockSplits: `${block}/splits`,
	blockJoins: `${block}/joins`,
	blockRemovals: `${block}/removals`,

	positionInserts: `${statement}/positions`,

	consultation: `${statement}/consultation`,
	comments: `${statement}/comments`,
	answersRead: `${statement}/comments/readings`,
	commentReplies: `${thread}/replies`,
	commentAnswers: `${thread}/answers`,
	commentReopenings: `${thread}/reopenings`,
	commentWordings: `${thread}/wordings/:comment`,
	commentWithdrawals: `${thread}/withdrawals/:comment`,
	stances: `${statement}/stances`,
	ballots: `${statement}/ballots`,
	ballot,
	ballotClosing: `${ballot}/closing`,
	ballotExtension: `${ballot}/extension`,
	ballotRepetition: `${ballot}/repetition`,
	votes: `${ballot}/votes`,
	papers: `${ballot}/papers`,
	contests: `${ballot}/contests`,
	contestWithdrawals: `${ballot}/contest-withdrawals`,
	/** Where they were when a statement had one ballot. */
	onlyBallot: `${statement}/ballot`,
	onlyBallotClosing: `${statement}/ballot/closing`,
	onlyBallotVotes: `${statement}/votes`,
	onlyBallotPapers: `${statement}/papers`,
	meetingDecision: `${statement}/meeting-decision`,

	reminders: `${statement}/reminders`,
	signoffs: `${statement}/signoffs`,
	editorialChanges: `${statement}/editorial-changes`,
	publication: `${statement}/publication`,
	dispatches: `${statement}/dispatches`,
	responses: `${statement}/responses`,
	reply: `${statement}/replies/:reply`,
	referral: `${statement}/referral`,
	withdrawal: `${statement}/withdrawal`,
	outcomes: `${statement}/outcomes`,
	outcomeCorrections: `${statement}/outcomes/:document/corrections`,
	outcomeExpectation: `${statement}/outcome-expectation`,
	addenda: `${statement}/addenda`,
	addendumAnswers: `${statement}/addenda/:addendum/answers`,
	addendumTakingBack: `${statement}/addenda/:addendum/taking-back`,
	addendumPublication: `${statement}/addenda/:addendum/publication`,
	redactions: `${statement}/redactions`,
} as const
