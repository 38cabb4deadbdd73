import { ACTS } from '#domain/acts.ts'
import type { Elector } from '#domain/deciding/ballot.ts'
import { keptByOffice } from '#domain/deciding/entitled.ts'
import { isFor } from '#domain/kernel/act.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { offers } from '#domain/members/authority.ts'
import { nextStep } from '#domain/planning/tasks.ts'
import { type Signing, type Signoff, standingSignoffs } from '#domain/signing/signoff.ts'
import { wordsMended } from '#domain/signing/slips.ts'
import { formatDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { SignoffView } from '#read/deciding/deciding.ts'
import type { WithWaiting } from '#read/deciding/waiting.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { type Part, partOf } from '#ui/part.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Sheet } from '#ui/parts/columns.tsx'
import { Confirmation } from '#ui/parts/confirmation.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { EmptyState, Notice } from '#ui/parts/notice.tsx'
import { SignedInBy } from '#ui/parts/signed-in-by.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag, type Tone } from '#ui/parts/tag.tsx'
import { WhoIsSilent } from '#ui/parts/who-is-silent.tsx'
import { Written } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { SignoffForm } from './signoff-form.tsx'

export type SignoffsProps = PageView<WithWaiting<SignoffView>, StatementParams>

/** Who stands behind the decided text; for those who have not answered, the question. */
export function SignoffsPage(props: SignoffsProps) {
	const { data, form, query } = props
	const failed = Object.keys(form.errors).length > 0
	const receipt = failed ? null : receiptOf(props)
	const part = partOf(data.ballot?.electorate ?? [], query)
	return (
		<StatementPage
			view={props}
			header={data.header}
			tab="signoffs"
			part={part}
			title={receipt?.title}
			heading={receipt ? 'own' : undefined}
			here={href(routes.signoffs, props.params)}
		>
			{receipt?.panel ?? <Signoffs {...props} part={part} />}
		</StatementPage>
	)
}

/** The signing as the rules see it; null before there is a decided text. */
export function signingOf({ header, ballot, signoffs, contests }: SignoffView): Signing | null {
	const { statement, signoffDueAt } = header
	if (!ballot?.outcome || statement.textHash === null) return null
	return {
		statement,
		ballot,
		dueAt: signoffDueAt ?? ballot.signoffDueAt,
		signoffs,
		contests: ballot.meeting && contests,
	}
}

function Signoffs(props: SignoffsProps & { readonly part: Part<Elector> }) {
	const { viewer, data, lang, now, params, part } = props
	const { header, blocks } = data
	const t = catalogue(lang).signoff
	const signing = signingOf(data)
	const open = isFor(ACTS.answerSignoff, header.statement.stage)
	if (!signing || !(open || header.statement.stage === 'published')) {
		return <EmptyState title={t.noneYet}>{t.noneYetHint}</EmptyState>
	}
	const standing = standingSignoffs(signing)
	const stale = signing.signoffs.length > standing.length
	const answering = open && now < signing.dueAt
	const entitled = viewer.associations.filter(
		({ id }) => answering && signing.ballot.electorate.some((each) => each.associationId === id),
	)
	const signs = ({ id }: { readonly id: AssociationId }) => offers(ACTS.answerSignoff, viewer, { associationId: id })
	const [own, others] = [entitled.filter(signs), entitled.filter((each) => !signs(each))]
	const kept = keptByOffice(viewer.seats, signing.ballot.bylaws)
	const asked = kept ? [] : own
	const ready = nextStep(header.situation, now).step === 'publishing'
	const table = (
		<SignoffTable
			part={part}
			to={(number) => href(routes.signoffs, params, { part: number })}
			over={now >= signing.dueAt || !open}
			standing={standing}
			given={data.signoffs}
		/>
	)
	if (part.number > 1) return table
	return (
		<>
			{open && stale && (
				<Notice>
					<p>{t.changedSince}</p>
					<MendedWords voted={data.voted} blocks={blocks} />
				</Notice>
			)}
			{offers(ACTS.publishStatement, viewer, header.statement) && (
				<ButtonRow>
					{ready && <LinkButton href={href(routes.publication, params)}>{t.checkAndPublish}</LinkButton>}
					<LinkButton look="secondary" href={href(routes.editorialChange, params)}>
						{t.editorial.title}
					</LinkButton>
				</ButtonRow>
			)}
			{header.statement.stage === 'published' && (
				<p>
					<a href={href(routes.sent, params)}>{catalogue(lang).sent.show}</a>
				</p>
			)}
			{others.map(({ name }) => (
				<p>{t.signedByOthers(name)}</p>
			))}
			{kept && own.map(({ name }) => <p>{t.inOffice(name)}</p>)}
			{asked[0] && (
				<p class="no-print">
					<a href={`#signoff-${asked[0].id}`}>{t.toButtons}</a>
				</p>
			)}
			{open && (
				<>
					<h2>{t.theText}</h2>
					<Sheet>
						<StatementText language={header.statement.language} blocks={blocks.map((block) => block.content)} />
					</Sheet>
				</>
			)}
			{asked.map((association) => (
				<SignoffForm {...props} signing={signing} association={association} />
			))}
			{table}
			{answering && <WhoIsSilent {...props} waiting={data.waiting} />}
		</>
	)
}

/** What was mended since the vote, word by word: what it was, and what it is. */
function MendedWords({ voted, blocks }: Pick<SignoffView, 'voted' | 'blocks'>) {
	const t = catalogue(useLanguage()).signoff
	const mended = wordsMended(voted, blocks)
	if (!mended.ok) return null
	return (
		<ul>
			{mended.value.map(({ before, after }) => (
				<li>{t.mendedWords(before.join(' '), after.join(' '))}</li>
			))}
		</ul>
	)
}

type TableProps = {
	/** Of the electorate, and where the other parts are. */
	readonly part: Part<Elector>
	readonly to: (part: string | undefined) => string
	readonly over: boolean
	readonly standing: readonly Signoff[]
	/** As they were given, with how. */
	readonly given: SignoffView['signoffs']
}

function SignoffTable({ part, to, over, standing, given }: TableProps) {
	const lang = useLanguage()
	const t = catalogue(lang).signoff
	const tones: Record<'signed' | 'declined' | 'waiting' | 'silent', Tone> = {
		signed: 'good',
		declined: 'bad',
		waiting: 'wait',
		silent: 'plain',
	}
	const signoffOf = new Map(standing.map((signoff) => [signoff.associationId, signoff]))
	const wayOf = new Map(given.map(({ associationId, way }) => [associationId, way]))
	return (
		<section>
			<h2>{t.who}</h2>
			<InParts part={part} to={to} label={t.who}>
				<Table
					caption={t.who}
					captionHidden
					columns={[
						{ label: catalogue(lang).ballot.association },
						{ label: t.answer },
						{ label: catalogue(lang).ballot.when },
					]}
					rows={part.items.map(({ associationId, name }) => {
						const signoff = signoffOf.get(associationId)
						const status = signoff?.answer ?? (over ? 'silent' : 'waiting')
						const answer = (
							<>
								<Tag tone={tones[status]}>{t.statuses[status]}</Tag>
								<SignedInBy way={wayOf.get(associationId) ?? null} />
								{signoff?.method === 'vote' && <span class="hint"> {t.withTheVote}</span>}
								{signoff && signoff.reason !== '' && (
									<p class="hint">
										<Written>{signoff.reason}</Written>
									</p>
								)}
							</>
						)
						return [name, answer, signoff ? formatDateTime(lang, signoff.at) : '–']
					})}
				/>
			</InParts>
		</section>
	)
}

function receiptOf({ query, data, viewer, lang }: SignoffsProps) {
	const signing = signingOf(data)
	const id = query.get('association') as AssociationId | null
	const association = viewer.associations.find((each) => each.id === id)
	const signoff = signing && standingSignoffs(signing).find((each) => each.associationId === id)
	if (query.get('done') !== 'signoff' || !association || !signoff || !signing) return null
	const t = catalogue(lang).signoff
	const title = signoff.answer === 'signed' ? t.signOff(association.name) : t.decline(association.name)
	const rows = [
		{ label: catalogue(lang).ballot.questionLabel, value: <Written>{data.header.statement.title}</Written> },
		...(signoff.reason === '' ? [] : [{ label: t.reason, value: <Written>{signoff.reason}</Written> }]),
	]
	const next = (
		<>
			<p>{t.next(formatDateTime(lang, signing.dueAt))}</p>
			<ButtonRow>
				<LinkButton href={href(routes.me)}>{catalogue(lang).tasks.title}</LinkButton>
			</ButtonRow>
		</>
	)
	return { title, panel: <Confirmation title={title} at={signoff.at} rows={rows} next={next} /> }
}
