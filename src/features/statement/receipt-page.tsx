import { ACTS } from '#domain/acts.ts'
import type { MergedPart } from '#domain/amendment/facts.ts'
import { wordsFor } from '#domain/comment/hiding.ts'
import { isFor } from '#domain/kernel/act.ts'
import type { Stage } from '#domain/statement/statement.ts'
import { amendmentWords, mergingWords } from '#i18n/amendments.ts'
import { catalogue } from '#i18n/index.ts'
import { receiptWords } from '#i18n/receipt.ts'
import type { Contribution, ReceiptView } from '#read/statement/receipt.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { partOf } from '#ui/part.ts'
import { InParts } from '#ui/parts/in-parts.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { Tag, type Tone } from '#ui/parts/tag.tsx'
import { AsTyped } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

type Props = PageView<ReceiptView, StatementParams>
/** Of whom something came: an association by its name, or for null whoever serves the coalition. */
export type Told = { readonly of: string | null; readonly contribution: Contribution }

/** How much is repeated of what somebody wrote; the rest is where it stands. Characters. */
const REPEATED = 400

const beginning = (text: string) => {
	const letters = [...text]
	return letters.length <= REPEATED ? text : `${letters.slice(0, REPEATED).join('')} …`
}

/** What came of what the viewer, or their association, contributed to a statement. */
export function ReceiptPage({ told, ...props }: Props & { readonly told: readonly Told[] }) {
	const { data, lang, params, query } = props
	const t = receiptWords(lang)
	const part = partOf(told, query)
	return (
		<StatementPage view={props} header={data.header} tab="comments" title={t.title} part={part}>
			{told.length === 0 ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : <p class="lead">{t.lead}</p>}
			<InParts part={part} to={(number) => href(routes.receipt, params, { part: number })} label={t.title}>
				{[...Map.groupBy(part.items, ({ of }) => of)].map(([of, items]) => (
					<section>
						<h2>{of ?? t.coalition}</h2>
						<ul class="bank">
							{items.map(({ contribution }) => (
								<li>
									{contribution.kind === 'amendment' ? (
										<Amended {...props} contribution={contribution} />
									) : (
										<Said {...props} contribution={contribution} />
									)}
								</li>
							))}
						</ul>
					</section>
				))}
			</InParts>
		</StatementPage>
	)
}

type Of<Kind extends Contribution['kind']> = Props & { readonly contribution: Extract<Contribution, { kind: Kind }> }

const TONES: Readonly<Record<Contribution['became'], Tone>> = {
	...{ answered: 'good', adopted: 'good', adoptedWithChanges: 'good' },
	...{ waiting: 'wait', prepared: 'wait', open: 'wait' },
	...{ withdrawn: 'plain', rejected: 'bad' },
}

/** In which stages it can still come to something. */
const isOver = (kind: Contribution['kind'], stage: Stage) =>
	!isFor(kind === 'comment' ? ACTS.resolveComment : ACTS.decideAmendment, stage)

function Said({ contribution, data, lang, params, viewer }: Of<'comment'>) {
	const t = receiptWords(lang)
	const { comments } = catalogue(lang)
	const { how, became, thread, said, answer } = contribution
	const over = became === 'waiting' && isOver('comment', data.header.statement.stage)
	const words = wordsFor(said, thread, viewer.person && { personId: viewer.person.id, seats: viewer.seats })
	const by = how === 'agreed' ? (said.association ?? comments.byCoalition) : said.person || comments.erasedPerson
	return (
		<>
			<p>
				<strong>{t.of(t.how[how], by)}</strong>{' '}
				<Tag tone={over ? 'bad' : TONES[became]}>{t.became[over ? 'never' : became]}</Tag>
			</p>
			{said.withdrawn ? (
				<p class="hint">{t.gone}</p>
			) : words ? (
				<AsTyped>{beginning(words.text)}</AsTyped>
			) : (
				<p class="hint">{t.hidden}</p>
			)}
			{answer && (
				<>
					<p class="what">{t.answer(answer.role === 'secretary' ? comments.bySecretary : comments.byChair)}</p>
					<AsTyped>{beginning(answer.text)}</AsTyped>
				</>
			)}
			<p class="acts">
				<a href={href(routes.commentThread, { ...params, thread: thread.id })}>{t.toThread}</a>
			</p>
		</>
	)
}

function Amended({ contribution, data, lang, params }: Of<'amendment'>) {
	const t = receiptWords(lang)
	const { how, became, amendment, inText, at } = contribution
	const over = (became === 'open' || became === 'prepared') && isOver('amendment', data.header.statement.stage)
	const state = over ? 'undecided' : became === 'withdrawn' ? 'withdrawnAmendment' : became
	const adopted = became === 'adopted' || became === 'adoptedWithChanges'
	return (
		<>
			<p>
				<strong>{t.of(t.how[how], amendmentWords(lang).from(amendment.number, amendment.association))}</strong>{' '}
				<Tag tone={over ? 'bad' : TONES[became]}>{t.became[state]}</Tag>
			</p>
			<AsTyped>{beginning(amendment.reason)}</AsTyped>
			{amendment.note && (
				<>
					<p class="what">{t.why}</p>
					<AsTyped>{beginning(amendment.note)}</AsTyped>
				</>
			)}
			{became === 'adoptedWithChanges' && <Otherwise parts={amendment.merged?.parts ?? []} lang={lang} />}
			{adopted && inText && (
				<p>
					{at === null ? (
						`${t.inText}.`
					) : (
						<a href={`${href(routes.statement, params, { block: at })}#b-${at}`}>{t.inText}</a>
					)}
				</p>
			)}
			{became === 'adopted' && !inText && <p>{t.notInText}</p>}
			<p class="acts">
				<a href={href(routes.amendment, { ...params, amendment: amendment.id })}>{t.toAmendment}</a>
			</p>
		</>
	)
}

/** Where other words than its own came in: both. */
function Otherwise({ parts, lang }: { readonly parts: readonly MergedPart[]; readonly lang: Props['lang'] }) {
	const t = mergingWords(lang)
	const said = (words: string) => (words === '' ? t.nothing : beginning(words))
	return parts.map(
		({ own, inserted }) =>
			own !== undefined && (
				<p class="as-typed">
					{`${t.ownHere}: ${said(own)}`}
					<br />
					{`${t.standsHere}: ${said(inserted)}`}
				</p>
			),
	)
}
