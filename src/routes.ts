/** The names of the parameters in a path: `/:coalition/statements/:statement`. */
type ParamNames<Path extends string> = Path extends `${infer Segment}/${infer Rest}`
	? ParamName<Segment> | ParamNames<Rest>
	: ParamName<Path>
type ParamName<Segment extends string> = Segment extends `:${infer Name}{${string}`
	? Name
	: Segment extends `:${infer Name}`
		? Name
		: never

export type Params<Path extends string> = { readonly [Name in ParamNames<Path>]: string }

/** Every URL of the application, once. `/en` before a public page gives it in English. */
export const routes = {
	home: '/',
	homeEnglish: '/en',
	about: '/about',
	aboutEnglish: '/en/about',
	guide: '/about/:reader{steward|delegate|contributor|reader}',
	guideEnglish: '/en/about/:reader{steward|delegate|contributor|reader}',
	check: '/check',
	checkEnglish: '/en/check',
	publishedUnder: '/check/:hash{[0-9a-f]{64}}',
	icon: '/icon.svg',
	robots: '/robots.txt',
	sitemap: '/sitemap.xml',
	oembed: '/oembed',
	script: '/scripts/:file{[a-z0-9.-]+\\.js}',

	signIn: '/sign-in',
	signInCode: '/sign-in/code',
	signInCard: '/sign-in/card',
	signInLink: '/sign-in/link/:secret',
	addressConfirming: '/sign-in/addresses/:change/confirming/:secret',
	addressRefusal: '/sign-in/addresses/:change/refusal/:secret',
	signOut: '/sign-out',
	language: '/language',
	me: '/me',
	profile: '/me/profile',
	ownCard: '/me/card',
	ownAddresses: '/me/addresses',
	ownAddressRemovals: '/me/addresses/removals',
	ownAddressAnswers: '/me/addresses/:change/answers',
	ownErasure: '/me/erasure',
	sessions: '/me/sessions',
	session: '/me/sessions/:session',
	tokens: '/me/tokens',
	token: '/me/tokens/:token',
	operator: '/operator',
	operatorCoalitions: '/operator/coalitions',
	operatorLinks: '/operator/coalitions/:coalition/links',

	coalition: '/:coalition',
	coalitionEnglish: '/en/:coalition',
	feed: '/:coalition/feed.atom',
	jsonFeed: '/:coalition/feed.json',
	coalitionSitemap: '/:coalition/sitemap.xml',
	openData: '/:coalition/open-data.jsonl',
	embed: '/:coalition/embed',
	embedEnglish: '/en/:coalition/embed',
	publishedYear: '/:coalition/:year{[0-9]{4}}',
	publishedYearEnglish: '/en/:coalition/:year{[0-9]{4}}',
	archive: '/:coalition/archive',
	archiveEnglish: '/en/:coalition/archive',
	ledger: '/:coalition/ledger',
	ledgerEnglish: '/en/:coalition/ledger',
	published: '/:coalition/:year{[0-9]{4}}/:number{[0-9]+}',
	publishedEnglish: '/en/:coalition/:year{[0-9]{4}}/:number{[0-9]+}',
	publishedAnswers: '/:coalition/:year{[0-9]{4}}/:number{[0-9]+}/associations',
	publishedAnswersEnglish: '/en/:coalition/:year{[0-9]{4}}/:number{[0-9]+}/associations',
	/** `9b`: the second sub-point of the ninth position. */
	publishedPosition: '/:coalition/:year{[0-9]{4}}/:number{a?[0-9]+}/p/:place{[0-9]+[a-z]*}',
	publishedPositionEnglish: '/en/:coalition/:year{[0-9]{4}}/:number{a?[0-9]+}/p/:place{[0-9]+[a-z]*}',
	/** `rattelse-1`, `aterkallelse`: what was added to a statement, and its files. */
	publishedAddendum: '/:coalition/:year{[0-9]{4}}/:number{[0-9]+}/:entry{(rattelse-[1-9][0-9]*|aterkallelse)}',
	publishedAddendumEnglish:
		'/en/:coalition/:year{[0-9]{4}}/:number{[0-9]+}/:entry{(rattelse-[1-9][0-9]*|aterkallelse)}',
	publishedAddendumFile:
		'/:coalition/:year{[0-9]{4}}/:number{[0-9]+}/:file{(rattelse-[1-9][0-9]*|aterkallelse)\\.(json|md|pdf|docx)}',
	publishedMarkdown: '/:coalition/:year{[0-9]{4}}/:file{[0-9]+\\.md}',
	publishedPdf: '/:coalition/:year{[0-9]{4}}/:file{[0-9]+\\.pdf}',
	publishedDocx: '/:coalition/:year{[0-9]{4}}/:file{[0-9]+\\.docx}',
	/** What is shown where the page is shared. */
	publishedPicture: '/:coalition/:year{[0-9]{4}}/:file{[0-9]+\\.png}',
	publishedPositionPicture: '/:coalition/:year{[0-9]{4}}/:number{[0-9]+}/p/:file{[0-9]+[a-z]*\\.png}',
	publishedAkn: '/:coalition/:year{[0-9]{4}}/:file{[0-9]+\\.akn\\.xml}',
	publishedRecord: '/:coalition/:year{[0-9]{4}}/:file{[0-9]+\\.json}',

	/** Of what had no number: `a1`. */
	publishedUnnumbered: '/:coalition/:year{[0-9]{4}}/:place{a[1-9][0-9]*}',
	publishedUnnumberedEnglish: '/en/:coalition/:year{[0-9]{4}}/:place{a[1-9][0-9]*}',
	unnumberedMarkdown: '/:coalition/:year{[0-9]{4}}/:file{a[1-9][0-9]*\\.md}',
	/** A file of an older statement, by the hash of its bytes. */
	olderFile: '/:coalition/:year{[0-9]{4}}/:place{a?[0-9]+}/files/:file{[0-9a-f]{64}}',

	workspace: '/:coalition/work',
	settings: '/:coalition/settings',
	settingsName: '/:coalition/settings/name',
	settingsAddress: '/:coalition/settings/address',
	settingsLogo: '/:coalition/settings/logo',
	settingsLogoRemoval: '/:coalition/settings/logo/removal',
	settingsColour: '/:coalition/settings/colour',
	settingsSeries: '/:coalition/settings/series',
	settingsRules: '/:coalition/settings/rules',
	settingsLanguage: '/:coalition/settings/language',
	settingsEnglish: '/:coalition/settings/language/english',
	settingsListing: '/:coalition/settings/listing',
	settingsTopics: '/:coalition/settings/topics',
	topic: '/:coalition/settings/topics/:topic',
	topicUse: '/:coalition/settings/topics/:topic/use',
	logo: '/:coalition/logo/:file{[0-9a-f]{64}\\.[a-z]+}',
	members: '/:coalition/members',
	roster: '/:coalition/roster',
	rosterReceipt: '/:coalition/roster/:first{[0-9]{1,9}}',
	cards: '/:coalition/cards',
	byHand: '/:coalition/by-hand',
	associations: '/:coalition/associations',
	association: '/:coalition/associations/:association',
	associationMoves: '/:coalition/associations/:association/moves',
	associationLeaving: '/:coalition/associations/:association/leaving',
	associationKeeping: '/:coalition/associations/:association/keeping',
	seats: '/:coalition/seats',
	seatEnding: '/:coalition/seats/:seat/ending',
	seatContest: '/:coalition/seats/:seat/contest',
	seatLeaving: '/:coalition/seats/:seat/leaving',
	seatReturn: '/:coalition/seats/:seat/return',
	seatName: '/:coalition/seats/:seat/name',
	seatAddress: '/:coalition/seats/:seat/address',
	seatAddressWithdrawal: '/:coalition/seats/:seat/address/withdrawal',
	seatCards: '/:coalition/seats/:seat/cards',

	notices: '/:coalition/notices',
	noticeFiles: '/:coalition/notices/files',
	notice: '/:coalition/notices/:notice',
	noticeDiscarding: '/:coalition/notices/:notice/discarding',
	file: '/:coalition/files/:file',
	inquiries: '/:coalition/inquiries',
	newInquiry: '/:coalition/inquiries/new',
	inquiry: '/:coalition/inquiries/:inquiry',
	editInquiry: '/:coalition/inquiries/:inquiry/edit',
	inquiryDueDates: '/:coalition/inquiries/:inquiry/due-dates',
	inquiryDeclining: '/:coalition/inquiries/:inquiry/declining',
	inquiryFiles: '/:coalition/inquiries/:inquiry/files',
	inquiryFileRemoval: '/:coalition/inquiries/:inquiry/files/:file/removal',

	positions: '/:coalition/positions',
	/** Statements from before Samsvar was used. */
	older: '/:coalition/older',
	newOlder: '/:coalition/older/new',
	olderStatement: '/:coalition/older/:older',
	olderCorrection: '/:coalition/older/:older/correction',
	olderRemoval: '/:coalition/older/:older/removal',
	olderTopics: '/:coalition/older/:older/topics',
	olderOutcomes: '/:coalition/older/:older/outcomes',
	olderOutcomeCorrection: '/:coalition/older/:older/outcomes/:document',
	olderContests: '/:coalition/older/:older/contests',
	olderContestWithdrawals: '/:coalition/older/:older/contest-withdrawals',
	statements: '/:coalition/statements',
	newStatement: '/:coalition/statements/new',
	statement: '/:coalition/statements/:statement',
	draftPdf: '/:coalition/statements/:statement/draft.pdf',
	draftDocx: '/:coalition/statements/:statement/draft.docx',
	statementTitle: '/:coalition/statements/:statement/title',
	statementTopics: '/:coalition/statements/:statement/topics',
	pasteText: '/:coalition/statements/:statement/paste',
	writing: '/:coalition/statements/:statement/text',
	/** Where the text is written as in a word processor; what its script asks for while somebody writes. */
	editor: '/:coalition/statements/:statement/editor',
	editorText: '/:coalition/statements/:statement/editor/text',
	editorPositions: '/:coalition/statements/:statement/editor/positions',
	blocks: '/:coalition/statements/:statement/blocks',
	blockMoves: '/:coalition/statements/:statement/blocks/:block/moves',
	blockRemovals: '/:coalition/statements/:statement/blocks/:block/removals',
	positionInserts: '/:coalition/statements/:statement/positions',
	likenesses: '/:coalition/statements/:statement/likenesses',
	comments: '/:coalition/statements/:statement/comments',
	newComment: '/:coalition/statements/:statement/comments/new',
	commentsTogether: '/:coalition/statements/:statement/comments/several',
	answersRead: '/:coalition/statements/:statement/comments/readings',
	commentsBeside: '/:coalition/statements/:statement/comments/beside',
	commentThread: '/:coalition/statements/:statement/comments/:thread',
	commentAgreements: '/:coalition/statements/:statement/comments/:thread/agreements',
	commentReplies: '/:coalition/statements/:statement/comments/:thread/replies',
	commentAnswers: '/:coalition/statements/:statement/comments/:thread/answers',
	commentReopenings: '/:coalition/statements/:statement/comments/:thread/reopenings',
	commentWording: '/:coalition/statements/:statement/comments/:thread/wordings/:comment',
	commentWithdrawal: '/:coalition/statements/:statement/comments/:thread/withdrawals/:comment',
	commentHiding: '/:coalition/statements/:statement/comments/:thread/hidings/:comment',
	/** What came of what was said and proposed. */
	receipt: '/:coalition/statements/:statement/receipt',
	amendments: '/:coalition/statements/:statement/amendments',
	newAmendment: '/:coalition/statements/:statement/amendments/new',
	amendmentMerging: '/:coalition/statements/:statement/amendments/merging',
	mergingUndoing: '/:coalition/statements/:statement/amendments/merging/:merging/undoing',
	consensusLists: '/:coalition/statements/:statement/amendments/lists',
	consensusList: '/:coalition/statements/:statement/amendments/lists/:list',
	consensusAnswers: '/:coalition/statements/:statement/amendments/lists/:list/answers',
	consensusCancellation: '/:coalition/statements/:statement/amendments/lists/:list/cancellation',
	amendment: '/:coalition/statements/:statement/amendments/:amendment',
	amendmentForwarding: '/:coalition/statements/:statement/amendments/:amendment/forwarding',
	amendmentWording: '/:coalition/statements/:statement/amendments/:amendment/wording',
	amendmentWithdrawal: '/:coalition/statements/:statement/amendments/:amendment/withdrawal',
	amendmentJoinings: '/:coalition/statements/:statement/amendments/:amendment/joinings',
	amendmentLeavings: '/:coalition/statements/:statement/amendments/:amendment/leavings',
	amendmentDecision: '/:coalition/statements/:statement/amendments/:amendment/decision',
	amendmentReopening: '/:coalition/statements/:statement/amendments/:amendment/reopening',
	stances: '/:coalition/statements/:statement/stances',
	consultation: '/:coalition/statements/:statement/consultation',
	ballots: '/:coalition/statements/:statement/ballots',
	newBallot: '/:coalition/statements/:statement/ballots/new',
	checkBallot: '/:coalition/statements/:statement/ballots/check',
	ballot: '/:coalition/statements/:statement/ballots/:ballot',
	votes: '/:coalition/statements/:statement/ballots/:ballot/votes',
	papers: '/:coalition/statements/:statement/ballots/:ballot/papers',
	contests: '/:coalition/statements/:statement/ballots/:ballot/contests',
	contestWithdrawals: '/:coalition/statements/:statement/ballots/:ballot/contest-withdrawals',
	/** Where a ballot that too few voted in goes on, or is held again. */
	ballotExtension: '/:coalition/statements/:statement/ballots/:ballot/extension',
	ballotRepetition: '/:coalition/statements/:statement/ballots/:ballot/repetition',
	ballotClosing: '/:coalition/statements/:statement/ballots/:ballot/closing',
	/** Where the ballot was when a statement had one. */
	onlyBallot: '/:coalition/statements/:statement/ballot',
	ofOnlyBallot: '/:coalition/statements/:statement/ballot/:what',
	meetingDecision: '/:coalition/statements/:statement/meeting-decision',
	reminders: '/:coalition/statements/:statement/reminders',
	signoffs: '/:coalition/statements/:statement/signoffs',
	editorialChange: '/:coalition/statements/:statement/editorial-change',
	referral: '/:coalition/statements/:statement/referral',
	withdrawal: '/:coalition/statements/:statement/withdrawal',
	publication: '/:coalition/statements/:statement/publication',
	dispatches: '/:coalition/statements/:statement/dispatches',
	/** Corrections and withdrawals of a published text, as members see them. */
	addenda: '/:coalition/statements/:statement/addenda',
	newAddendum: '/:coalition/statements/:statement/addenda/new',
	addendum: '/:coalition/statements/:statement/addenda/:addendum',
	addendumAnswers: '/:coalition/statements/:statement/addenda/:addendum/answers',
	addendumTakingBack: '/:coalition/statements/:statement/addenda/:addendum/taking-back',
	addendumPublication: '/:coalition/statements/:statement/addenda/:addendum/publication',
	outcomes: '/:coalition/statements/:statement/outcomes',
	outcomeCorrection: '/:coalition/statements/:statement/outcomes/:document',
	outcomeExpectation: '/:coalition/statements/:statement/outcome-expectation',
	sending: '/:coalition/statements/:statement/sending',
	sendingPack: '/:coalition/statements/:statement/sending/pack.zip',
	/** How it was sent, and what came back. */
	sent: '/:coalition/statements/:statement/sent',
	reply: '/:coalition/statements/:statement/sent/:reply',
	redactions: '/:coalition/statements/:statement/redactions',
	/** Where several write it at once: a WebSocket. */
	room: '/:coalition/statements/:statement/room',
	history: '/:coalition/statements/:statement/history',
	textChange: '/:coalition/statements/:statement/history/:change',
	textThen: '/:coalition/statements/:statement/history/:change/text',
	takingsBack: '/:coalition/statements/:statement/history/:change/takings-back',
	restorations: '/:coalition/statements/:statement/history/:change/restorations',

	api: '/api/v1',
} as const

/** First segments that are the application's own, and so can be no coalition's slug. */
export const RESERVED_SLUGS: readonly string[] = [
	...new Set(
		Object.values(routes)
			.map((path) => path.split('/')[1] ?? '')
			.filter((segment) => segment !== '' && !segment.startsWith(':'))
			.map((segment) => segment.split('.')[0] ?? segment),
	),
	'assets',
	'static',
	'admin',
	'www',
]

/**
 * The URL of a route. Every parameter is required and escaped; `query` leaves out what is undefined.
 *
 * @throws when a parameter is empty, which would give another route's URL.
 */
export function href<Path extends string>(
	path: Path,
	...[params, query]: ParamNames<Path> extends never
		? [params?: Record<string, never>, query?: Query]
		: [params: Params<Path>, query?: Query]
): string {
	const values: Readonly<Record<string, string>> = params ?? {}
	const url = path.replace(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_match, name: string) => {
		const value = values[name]
		if (!value) throw new Error(`${path} needs ${name}`)
		return encodeURIComponent(value)
	})
	if (query === undefined) return url
	const search = new URLSearchParams(
		Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
	).toString()
	return search === '' ? url : `${url}?${search}`
}

type Query = Readonly<Record<string, string | undefined>>
