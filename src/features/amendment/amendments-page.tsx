import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { numberBlocks } from '#domain/statement/block.ts'
import { amendmentWords, mergingWords } from '#i18n/amendments.ts'
import type { AmendmentsView } from '#read/amendment/amendments.ts'
import { href, routes } from '#routes'
import { blockName } from '#ui/block-name.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { partWith } from '#ui/part.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { inTextOrder, type Placed } from './in-order.tsx'
import { AmendmentItem, isLive } from './item.tsx'
import { collidingWith, standingOf } from './standing.tsx'

type Props = PageView<AmendmentsView, StatementParams>

/** Most amendments on one page, each with its words. */
const ON_A_PAGE = 25
/** Characters of what stays the same, on either side of a change. */
const AROUND = 120

/** All amendments to the text, in its order. */
export function AmendmentsPage(props: Props) {
	const { data, lang, params, query, viewer } = props
	const { header, blocks } = data
	const { stage } = header.statement
	const t = amendmentWords(lang)
	const waiting = data.amendments.filter(({ state }) => state === 'prepared')
	const all = inTextOrder(
		data.amendments.filter(({ state }) => state !== 'prepared'),
		blocks,
	)
	const show = query.get('show')
	const shown = all.filter(({ amendment: { state } }) =>
		show === 'open' ? state === 'open' : show === 'decided' ? state !== 'open' : true,
	)
	const wanted = query.get('block')
	const part = partWith(
		shown,
		({ place }) => wanted !== null && blocks[place ?? -1]?.blockId === wanted,
		query,
		ON_A_PAGE,
	)
	const takes = offers(ACTS.proposeAmendment, viewer, { stage })
	return (
		<StatementPage view={props} header={header} tab="amendments" part={part}>
			<h2>{t.title}</h2>
			{query.get('done') === 'discarded' && (
				<Sentence tone="success" live>
					{t.done.withdrawn}
				</Sentence>
			)}
			<p class="no-print">{t.lead}</p>
			{takes && (
				<>
					<ButtonRow>
						<LinkButton href={href(routes.newAmendment, params, { way: 'position' })}>{t.proposePosition}</LinkButton>
						<LinkButton look="secondary" href={href(routes.statement, params)}>
							{t.toText}
						</LinkButton>
					</ButtonRow>
					<p class="hint no-print">{t.changeHint}</p>
				</>
			)}
			{offers(ACTS.mergeAmendments, viewer, { stage }) && all.length > 0 && (
				<p class="no-print">
					<a href={href(routes.amendmentMerging, params)}>{mergingWords(lang).link}</a>
				</p>
			)}
			{!offers(ACTS.proposeAmendment, { seats: [{ role: 'delegate', associationId: null }] }, { stage }) && (
				<p>{t.closed}</p>
			)}
			{waiting.length > 0 && (
				<section>
					<h3>{t.waiting}</h3>
					<p class="hint">{t.waitingHint}</p>
					<Items {...props} placed={inTextOrder(waiting, blocks)} collides={() => []} />
				</section>
			)}
			{all.length === 0 ? (
				<EmptyState title={t.none}>{takes ? t.noneHint : undefined}</EmptyState>
			) : (
				<>
					<Filters {...props} all={all} />
					{shown.length === 0 && <EmptyState title={t.noneOfThese} />}
					<InParts
						part={part}
						to={(number) => href(routes.amendments, params, { show: show ?? undefined, part: number })}
						label={t.title}
					>
						<ByPlace {...props} placed={part.items} collides={collidingWith(data.amendments, blocks)} />
					</InParts>
				</>
			)}
		</StatementPage>
	)
}

type PlacedProps = Props & {
	readonly placed: readonly Placed[]
	/** What collides with an amendment. */
	readonly collides: ReturnType<typeof collidingWith>
}

/** The amendments under the names of the parts of the text that they begin at. */
function ByPlace({ placed, ...props }: PlacedProps) {
	const { data, lang } = props
	const named = numberBlocks(data.blocks.map(({ content }) => content))
	return (
		<>
			{[...Map.groupBy(placed, ({ place }) => place)].map(([place, here]) => {
				const block = place === null ? undefined : named[place]
				return (
					<section>
						<h3 id={place === null ? undefined : `on-${data.blocks[place]?.blockId}`}>
							{block ? blockName(lang, block) : amendmentWords(lang).newPlace}
						</h3>
						<Items {...props} placed={here} />
					</section>
				)
			})}
		</>
	)
}

function Items({ data, params, placed, collides }: PlacedProps) {
	return (
		<>
			{placed.map(({ amendment }) => (
				<AmendmentItem
					amendment={amendment}
					standing={standingOf(amendment, data.blocks, isLive(amendment))}
					collides={collides(amendment).map(({ number }) => number)}
					href={href(routes.amendment, { ...params, amendment: amendment.id })}
					around={AROUND}
				/>
			))}
		</>
	)
}

function Filters({ lang, params, query, all }: Props & { readonly all: readonly Placed[] }) {
	const t = amendmentWords(lang).filters
	const open = all.filter(({ amendment }) => amendment.state === 'open').length
	const links = [
		{ value: null, label: t.all(all.length) },
		{ value: 'open', label: t.open(open) },
		{ value: 'decided', label: t.decided(all.length - open) },
	]
	const show = query.get('show')
	const current = links.some(({ value }) => value === show) ? show : null
	return (
		<nav class="filters no-print" aria-label={t.label}>
			<ul>
				{links.map(({ value, label }) => (
					<li>
						<a
							href={href(routes.amendments, params, { show: value ?? undefined })}
							aria-current={value === current ? 'page' : undefined}
						>
							{label}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}
