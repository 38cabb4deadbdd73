import type { Child } from 'hono/jsx'
import { type DeclaredAct, isFor } from '#domain/kernel/act.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { NextStep } from '#domain/planning/next-step.ts'
import { ballotOnText, nextStep, type StatementTask, tasksFor } from '#domain/planning/tasks.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { amendmentWords } from '#i18n/amendments.ts'
import { formatEither } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import type { StatementHeader } from '#read/statement/statement-header.ts'
import type { Viewer } from '#read/viewer.ts'
import { href, routes } from '#routes'
import { idsIn } from '#ui/form-state.ts'
import { Page } from '#ui/layout.tsx'
import type { PageProps } from '#ui/page-props.ts'
import type { PageView } from '#ui/page-view.ts'
import { Sentence } from '#ui/parts/notice.tsx'
import { Overview } from '#ui/parts/overview.tsx'
import { SignInAgain } from '#ui/parts/sign-in-again.tsx'
import { Tabs } from '#ui/parts/tabs.tsx'
import type { Task } from '#ui/parts/task-list.tsx'
import { Written } from '#ui/parts/written.tsx'

export type StatementTab = 'text' | 'comments' | 'amendments' | 'stances' | 'ballot' | 'signoffs' | 'history'

type StatementPageProps = {
	/** As the page got it. */
	readonly view: Pick<PageView<unknown>, 'frame' | 'viewer' | 'form' | 'now'>
	readonly header: StatementHeader
	/** The tab the page is, or belongs to. */
	readonly tab: StatementTab
	/** The part that is shown of a list too long for one page. */
	readonly part?: PageProps['part']
	/** Of a page beneath a tab, such as one that asks before something is done: its own title and no overview. */
	readonly title?: string | undefined
	/** The children hold the `h1` themselves, as a confirmation does. */
	readonly heading?: 'shown' | 'own' | undefined
	/** Where to come back to, on a page that may be refused until the person has shown who they are. */
	readonly here?: string | undefined
	/** Of a page that is there for one act: in a stage that is not the act's, it says so in place of its form. */
	readonly does?: DeclaredAct | undefined
	readonly children: Child
}

/**
 * Every page of a statement's workspace: where it is, what waits on me, when, what next, and the parts of the work. What
 * was wrong with a form stands first.
 */
export function StatementPage({ view, header, tab, part, title, heading, here, does, children }: StatementPageProps) {
	const { frame, viewer, form, now } = view
	const { lang } = frame
	const t = catalogue(lang)
	const { statement, inquiry } = header
	const at = { coalition: viewer.coalition?.slug ?? '', statement: statement.id }
	const beneath = title !== undefined
	// What somebody has typed stays in sight, with what was wrong.
	const tooLate = does !== undefined && form.typed === null && !isFor(does, statement.stage)
	const workspace = { label: t.drafting.workspace, href: href(routes.workspace, at) }
	const whole = { label: statement.title, href: href(routes.statement, at), written: true }
	return (
		<Page
			{...frame}
			title={title ?? statement.title}
			titleWritten={!beneath}
			writtenIn={statement.language}
			part={part}
			eyebrow={
				beneath || inquiry ? (
					<Written>{beneath ? statement.title : inquiry?.title}</Written>
				) : (
					t.drafting.statementKinds[statement.kind]
				)
			}
			where={beneath ? [workspace, whole] : [workspace]}
			errors={form.errors}
			errorIds={idsIn(form)}
			heading={heading}
			above={
				!beneath && (
					<>
						<Overview
							now={now}
							stage={statement.stage}
							tasks={statementTasks(header, viewer, lang, now)}
							deadlines={deadlinesOf(header, lang)}
							next={nextSentence(nextStep(header.situation, now), lang)}
						/>
						<Tabs
							tabs={[
								{ href: href(routes.statement, at), label: t.drafting.tabs.text, current: tab === 'text' },
								{
									href: href(routes.comments, at),
									label: t.drafting.tabs.comments,
									count: header.threads > 0 ? header.threads : undefined,
									current: tab === 'comments',
								},
								{
									href: href(routes.amendments, at),
									label: t.drafting.tabs.amendments,
									count: header.amendments > 0 ? header.amendments : undefined,
									current: tab === 'amendments',
								},
								{ href: href(routes.stances, at), label: t.drafting.tabs.stances, current: tab === 'stances' },
								{ href: ballotHref(statement, at), label: t.drafting.tabs.ballot, current: tab === 'ballot' },
								{ href: href(routes.signoffs, at), label: t.drafting.tabs.signoffs, current: tab === 'signoffs' },
								{ href: href(routes.history, at), label: t.drafting.tabs.history, current: tab === 'history' },
							]}
						/>
					</>
				)
			}
		>
			{here !== undefined && (
				<SignInAgain form={form} to={here}>
					{t.ballot.showWhoYouAre}
				</SignInAgain>
			)}
			{tooLate ? (
				<Sentence tone="warning">
					{refusalSentence(lang, { code: 'wrongStage', stage: statement.stage, allowed: does.stages ?? [] })}
				</Sentence>
			) : (
				children
			)}
		</Page>
	)
}

/** The ballot that the text was put to; what there is to say of ballots where there is none. */
export function ballotHref(
	{ ballotId }: Pick<Statement, 'ballotId'>,
	at: { readonly coalition: string; readonly statement: string },
): string {
	return ballotId === null ? href(routes.ballots, at) : href(routes.ballot, { ...at, ballot: ballotId })
}

/** What waits on the viewer in this statement, as rows of a task list. */
function statementTasks(
	{ statement, situation }: Pick<StatementHeader, 'statement' | 'situation'>,
	viewer: Pick<Viewer, 'coalition' | 'seats' | 'associations'>,
	lang: Language,
	now: Instant,
): Task[] {
	const at = { coalition: viewer.coalition?.slug ?? '', statement: statement.id }
	return tasksFor(situation, viewer.seats, now).map((task) => {
		const association = viewer.associations.find(({ id }) => id === task.associationId)?.name ?? ''
		return {
			label: taskLabel(task, association, lang),
			href: taskHref(task, at) + anchorOf(task),
			due: task.dueAt,
			status: 'todo',
		}
	})
}

/** What is to be done, and about which amendments where a ballot is on some. */
export function taskLabel(
	{ kind, count = 0, put = [] }: Pick<StatementTask, 'kind' | 'count' | 'put'>,
	association: string,
	lang: Language,
): string {
	const t = catalogue(lang).tasks
	if (put.length === 0) return t.kinds[kind](association, count)
	const numbers = formatEither(
		lang,
		put.map(({ number }) => amendmentWords(lang).number(number)),
	)
	return kind === 'closeBallot' ? t.countOn(numbers) : t.voteOn(association, numbers)
}

/** Straight to the buttons, past what stands above them on the page. */
function anchorOf({ kind, associationId }: StatementTask): string {
	if (associationId === null) return ''
	return kind === 'vote' || kind === 'checkVote' || kind === 'checkAndSign'
		? `#vote-${associationId}`
		: kind === 'signOff'
			? `#signoff-${associationId}`
			: kind === 'answerAddendum'
				? `#addendum-${associationId}`
				: kind === 'answerConsensusList'
					? `#list-${associationId}`
					: ''
}

/** Where each task is done. */
const taskRoutes = {
	write: routes.statement,
	openConsultation: routes.consultation,
	openBallot: routes.newBallot,
	recordStances: routes.stances,
	comment: routes.newComment,
	answerComments: routes.comments,
	readAnswers: routes.comments,
	decideAmendments: routes.amendments,
	mergeAmendments: routes.amendmentMerging,
	putForwardAmendments: routes.amendments,
	confirmAmendments: routes.amendments,
	vote: routes.ballot,
	checkVote: routes.ballot,
	checkAndSign: routes.ballot,
	settleContests: routes.ballot,
	closeBallot: routes.ballotClosing,
	referBack: routes.referral,
	settleQuorum: routes.ballot,
	signOff: routes.signoffs,
	publish: routes.publication,
	markAsSent: routes.sending,
	followUp: routes.outcomes,
	answerConsensusList: routes.consensusList,
	answerAddendum: routes.addendum,
	settleAddendum: routes.addendum,
} as const satisfies Record<StatementTask['kind'], string>

export function taskHref(
	{ kind, ballotId, addendumId, listId }: Pick<StatementTask, 'kind' | 'ballotId' | 'addendumId' | 'listId'>,
	at: { readonly coalition: string; readonly statement: string },
): string {
	return href(taskRoutes[kind], { ...at, ballot: ballotId ?? '', addendum: addendumId ?? '', list: listId ?? '' })
}

function nextSentence({ step, by }: NextStep, lang: Language): string {
	const t = catalogue(lang).tasks
	return t.next[step](t.by[by])
}

function deadlinesOf(header: StatementHeader, lang: Language) {
	const { statement, inquiry, situation, consultationDueAt, signoffDueAt } = header
	const t = catalogue(lang).tasks.deadlines
	const own = {
		drafting: [],
		consulting: [{ label: t.views, due: consultationDueAt }],
		deciding: [{ label: t.vote, due: ballotOnText(situation)?.closesAt ?? null }],
		signing: [{ label: t.signOff, due: signoffDueAt }],
		published: [],
		withdrawn: [],
	}[statement.stage]
	return inquiry && statement.stage !== 'published' ? [...own, { label: t.answer, due: inquiry.dueOn }] : own
}
