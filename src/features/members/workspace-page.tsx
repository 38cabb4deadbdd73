import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { servesCoalition } from '#domain/members/seats.ts'
import { nextStep } from '#domain/planning/tasks.ts'
import { formatDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { olderWords } from '#i18n/older.ts'
import type { Reader } from '#i18n/sv/publication/help.ts'
import type { OpenStatement } from '#read/planning/open-statements.ts'
import type { WorkspaceView } from '#read/planning/workspace.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { firstOf, type Part, partOf } from '#ui/part.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Deadline } from '#ui/parts/deadline.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { stageName } from '#ui/parts/lifecycle-bar.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { TaskList } from '#ui/parts/task-list.tsx'
import { Written } from '#ui/parts/written.tsx'
import { waitingRows } from '#ui/waiting-tasks.ts'
import { FirstSteps } from './first-steps.tsx'

type Props = PageView<WorkspaceView, { readonly coalition: string }>

/** The members' start page of a coalition: what waits on me here, what is under way, what has come in and gone out. */
export function WorkspacePage(props: Props) {
	const { viewer, data, lang, frame, params, query } = props
	const t = catalogue(lang)
	const part = partOf(data.open, query)
	return (
		<Page {...frame} title={data.coalition.name} part={part} eyebrow={t.drafting.workspace}>
			{data.beginnings ? (
				<FirstSteps data={data} found={data.beginnings} viewer={viewer} coalition={params.coalition} />
			) : (
				data.coalition.associations.length === 0 && (
					<EmptyState title={t.members.none}>{t.members.work.noMembersOthers}</EmptyState>
				)
			)}
			<Waiting {...props} />
			<UnderWay {...props} part={part} />
			<Inquiries {...props} />
			<Published {...props} />
			<nav aria-labelledby="links">
				<h2 id="links">{t.members.work.links}</h2>
				<ul>
					<li>
						<a href={href(routes.members, params)}>{t.members.members}</a>
					</li>
					<li>
						<a href={href(routes.inquiries, params)}>{t.members.work.allInquiries}</a>
					</li>
					<li>
						<a href={href(routes.positions, params)}>{t.positions.bank}</a>
					</li>
					<li>
						<a href={href(routes.older, params)}>{olderWords(lang).title}</a>
					</li>
					{offers(ACTS.changeSettings, viewer) && (
						<li>
							<a href={href(routes.settings, params)}>{t.settings.title}</a>
						</li>
					)}
					<li>
						<a href={href(lang === 'en' ? routes.guideEnglish : routes.guide, { reader: guideFor(viewer) })}>
							{t.help.link}
						</a>
					</li>
					<li>
						<a href={href(routes.coalition, params)}>{t.members.work.publicPage}</a>
					</li>
				</ul>
			</nav>
		</Page>
	)
}

/** What is told to somebody with these seats: of all they do, that which takes most. */
function guideFor({ seats }: Pick<Props['viewer'], 'seats'>): Reader {
	if (seats.some(servesCoalition)) return 'steward'
	return seats.some(({ role }) => role === 'delegate' || role === 'deputy') ? 'delegate' : 'contributor'
}

function Waiting({ data, lang, now }: Props) {
	const t = catalogue(lang)
	// What is among the first steps is not told twice.
	const tasks = data.tasks.filter(({ kind }) => data.beginnings === null || kind !== 'nameDelegates')
	if (data.beginnings && tasks.length === 0) return null
	return (
		<section class="waits">
			<h2>{t.tasks.waitsOnYou}</h2>
			{tasks.length > 0 ? (
				<InParts part={firstOf(tasks)} to={null} label={t.tasks.waitsOnYou}>
					<TaskList tasks={waitingRows(lang, firstOf(tasks).items, false)} now={now} />
				</InParts>
			) : (
				<p>{t.members.work.nothingWaits}</p>
			)}
		</section>
	)
}

function UnderWay({ viewer, data, lang, now, params, part }: Props & { readonly part: Part<OpenStatement> }) {
	const t = catalogue(lang).members.work
	if (data.beginnings && data.open.length === 0) return null
	const starts = offers(ACTS.startStatement, viewer)
	const start = starts && (
		<ButtonRow>
			<LinkButton href={href(routes.notices, params)}>{t.newInquiry}</LinkButton>
			<LinkButton look="secondary" href={href(routes.newStatement, params)}>
				{t.newStatement}
			</LinkButton>
		</ButtonRow>
	)
	return (
		<section>
			<h2>{t.underWay}</h2>
			{data.open.length === 0 ? (
				<EmptyState title={t.noStatements} action={start}>
					{starts ? t.noStatementsWhat : t.noStatementsOthers}
				</EmptyState>
			) : (
				<>
					<InParts part={part} to={(number) => href(routes.workspace, params, { part: number })} label={t.underWay}>
						<ul class="tasks">
							{part.items.map((open) => (
								<StatementRow open={open} now={now} coalition={params.coalition} />
							))}
						</ul>
					</InParts>
					{start}
				</>
			)}
		</section>
	)
}

type StatementRowProps = Pick<Props, 'now'> & { readonly open: OpenStatement; readonly coalition: string }

function StatementRow({ open, now, coalition }: StatementRowProps) {
	const lang = useLanguage()
	const { statement, inquiry, situation } = open
	const t = catalogue(lang).tasks
	const next = nextStep(situation, now)
	const due = next.dueAt ?? inquiry?.dueOn ?? null
	return (
		<li>
			<div>
				<a class="verb" href={href(routes.statement, { coalition, statement: statement.id })}>
					<Written>{statement.title}</Written>
				</a>
				<span class="about">{t.next[next.step](t.by[next.by])}</span>
				{due !== null && <Deadline due={due} now={now} />}
			</div>
			<Tag tone="strong">{stageName(lang, statement.stage)}</Tag>
		</li>
	)
}

function Inquiries({ data, lang, now, params }: Props) {
	const t = catalogue(lang)
	if (data.inquiries.length === 0) return null
	const part = firstOf(data.inquiries)
	return (
		<section>
			<h2>{t.members.work.inquiries}</h2>
			<InParts part={part} to={null} label={t.members.work.inquiries}>
				<ul class="tasks">
					{part.items.map(({ id, title, sender, status, dueOn }) => (
						<li>
							<div>
								<a class="verb" href={href(routes.inquiry, { ...params, inquiry: id })}>
									<Written>{title}</Written>
								</a>
								{sender !== '' && <span class="about">{sender}</span>}
								<Deadline due={dueOn} now={now} />
							</div>
							<Tag tone={status === 'received' ? 'strong' : 'plain'}>{t.inquiry.statuses[status]}</Tag>
						</li>
					))}
				</ul>
			</InParts>
		</section>
	)
}

function Published({ data, lang, params }: Props) {
	const t = catalogue(lang).members.work
	if (data.published.length === 0) return null
	return (
		<section>
			<h2>{t.published}</h2>
			<ul class="tasks">
				{data.published.map(({ statementId, title, label, year, number, publishedAt }) => (
					<li>
						<div>
							<a class="verb" href={href(routes.published, { ...params, year: String(year), number: String(number) })}>
								<Written>{title}</Written>
							</a>
							<span class="about">
								{label} · {formatDate(lang, publishedAt)}
							</span>
							<a href={href(routes.statement, { ...params, statement: statementId })}>
								{t.since}
								<span class="vh">
									: <Written>{title}</Written>
								</span>
							</a>
						</div>
					</li>
				))}
			</ul>
			<p>
				<a href={href(routes.coalition, params)}>{t.allPublished}</a>
			</p>
		</section>
	)
}
