import { ACTS } from '#domain/acts.ts'
import { placesOf } from '#domain/amendment/places.ts'
import { offers } from '#domain/members/authority.ts'
import { numberBlocks } from '#domain/statement/block.ts'
import { amendmentWords, consensusWords, mergingWords, proposingWords } from '#i18n/amendments.ts'
import type { AmendmentsView } from '#read/amendment/list.ts'
import { href, routes } from '#routes'
import { blockName } from '#ui/block-name.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { partBefore, partIn } from '#ui/part.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { Details, EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { clustered, countIn, type Placed, placedIn, tallyOf } from './in-order.tsx'
import { AMENDMENTS_ON_A_PAGE, AmendmentItem, isLive } from './item.tsx'
import { collidingWith, standingOf } from './standing.tsx'

type Props = PageView<AmendmentsView, StatementParams>

/** Characters of what stays the same, on either side of a change. */
const AROUND = 120

const SHOWN = ['open', 'decided', 'waiting'] as const

/** Which are asked for by the address, and which part of them. */
export function askedIn(query: URLSearchParams) {
	const show = SHOWN.find((each) => each === query.get('show')) ?? null
	return { show, by: query.get('by'), block: query.get('block') ?? undefined, ...partIn(query, AMENDMENTS_ON_A_PAGE) }
}

/** The amendments to the text, in its order. */
export function AmendmentsPage(props: Props) {
	const { data, lang, params, query, viewer } = props
	const { header, blocks, listed, waiting, before, counts } = data
	const { stage } = header.statement
	const t = amendmentWords(lang)
	const { show, by } = askedIn(query)
	const tally = tallyOf(counts, by)
	const total = show === null ? tally.open + tally.decided : tally[show]
	const part = partBefore(listed, before, total, AMENDMENTS_ON_A_PAGE)
	const all = counts.reduce((sum, { state, count }) => sum + (state === 'prepared' ? 0 : count), 0)
	const placed = placedIn(listed, blocks)
	const takes = offers(ACTS.proposeAmendment, viewer, { stage })
	return (
		<StatementPage view={props} header={header} tab="amendments" part={part}>
			<h2>{t.title}</h2>
			{query.get('done') === 'discarded' && (
				<Sentence tone="success" live>
					{t.done.withdrawn}
				</Sentence>
			)}
			<AllDone lang={lang} query={query} />
			<p class="no-print">{t.lead}</p>
			{takes && (
				<ButtonRow>
					<LinkButton href={href(routes.newAmendment, params, { way: 'position' })}>{t.proposePosition}</LinkButton>
					<LinkButton look="secondary" href={href(routes.amendmentsInText, params)}>
						{proposingWords(lang).title}
					</LinkButton>
				</ButtonRow>
			)}
			{offers(ACTS.mergeAmendments, viewer, { stage }) && all > 0 && (
				<p class="no-print">
					<a href={href(routes.amendmentMerging, params)}>{mergingWords(lang).link}</a>
				</p>
			)}
			<Asked {...props} />
			{!offers(ACTS.proposeAmendment, { seats: [{ role: 'delegate', associationId: null }] }, { stage }) && (
				<p>{t.closed}</p>
			)}
			{show !== 'waiting' && part.number === 1 && waiting.length > 0 && (
				<section>
					<h3>{t.waiting}</h3>
					<p class="hint">{t.waitingHint}</p>
					<Items {...props} placed={placedIn(waiting, blocks)} collides={() => []} />
				</section>
			)}
			{all === 0 && show !== 'waiting' ? (
				<EmptyState title={t.none}>{takes ? t.noneHint : undefined}</EmptyState>
			) : (
				<>
					<Filters {...props} />
					{listed.length === 0 && <EmptyState title={t.noneOfThese} />}
					{data.beside.left > 0 && <Sentence tone="warning">{t.notCompared(data.beside.left)}</Sentence>}
					<InParts
						part={part}
						to={(number) =>
							href(routes.amendments, params, { show: show ?? undefined, by: by ?? undefined, part: number })
						}
						label={t.title}
					>
						<ByPlace
							{...props}
							placed={placed}
							collides={collidingWith([...listed, ...data.beside.compared], blocks)}
						/>
					</InParts>
				</>
			)}
		</StatementPage>
	)
}

/** Several were proposed at once. */
function AllDone({ lang, query }: Pick<Props, 'lang' | 'query'>) {
	const said = { allMade: 'made', allPrepared: 'prepared' } as const
	const done = query.get('done') ?? ''
	if (done !== 'allMade' && done !== 'allPrepared') return null
	return (
		<Sentence tone="success" live>
			{proposingWords(lang).done[said[done]](Number(query.get('count')) || 1)}
		</Sentence>
	)
}

/** That associations are being asked about some; and the way to asking. */
function Asked({ data: { header, counts }, lang, params, viewer }: Props) {
	const t = consensusWords(lang)
	const { lists } = header.situation
	const open = counts.some(({ state }) => state === 'open')
	return (
		<>
			{lists.map(({ id, count, closesAt }) => (
				<Sentence>
					{t.askedAll(count, closesAt)} <a href={href(routes.consensusList, { ...params, list: id })}>{t.toList}</a>
				</Sentence>
			))}
			{lists.length === 0 && open && offers(ACTS.openConsensusList, viewer, header.statement) && (
				<p class="no-print">
					<a href={href(routes.consensusLists, params)}>{t.link}</a>
				</p>
			)}
		</>
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
	const { block: asked } = askedIn(props.query)
	const first = placed.find(({ amendment }) => placesOf(amendment).some((id) => id === asked))
	return (
		<>
			{[...Map.groupBy(placed, ({ place }) => place)].map(([place, here]) => {
				const block = place === null ? undefined : named[place]
				return (
					<section>
						<h3 id={place === null ? undefined : `on-${data.blocks[place]?.blockId}`}>
							{block ? blockName(lang, block) : amendmentWords(lang).newPlace}
						</h3>
						{first?.place === place && data.blocks[place ?? -1]?.blockId !== asked && <span id={`on-${asked}`} />}
						<Items {...props} placed={here} />
					</section>
				)
			})}
		</>
	)
}

/** One after another; those that want different things of the same words beside each other, where the first of them stands. */
function Items(props: PlacedProps) {
	const { lang, placed, collides } = props
	const groups = clustered(placed, ({ amendment }) => collides(amendment).map(({ id }) => id))
	return (
		<>
			{groups.map((group) =>
				group.length === 1 ? (
					<Item {...props} placed={group} />
				) : (
					<section class="collision">
						<p class="what">{amendmentWords(lang).collideHere}</p>
						<div class="abreast">
							<Item {...props} placed={group} />
						</div>
					</section>
				),
			)}
		</>
	)
}

function Item({ data, params, placed, collides }: PlacedProps) {
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

function Filters({ data, lang, params, query }: Props) {
	const words = amendmentWords(lang)
	const t = words.filters
	const { show, by } = askedIn(query)
	const { open, decided, waiting } = tallyOf(data.counts, by)
	const states = [
		{ value: null, label: t.all(open + decided) },
		{ value: 'open', label: t.open(open) },
		{ value: 'decided', label: t.decided(decided) },
		...(waiting > 0 ? [{ value: 'waiting', label: t.waiting(waiting) }] : []),
	]
	const names = [...Map.groupBy(data.counts, ({ associationId }) => associationId)].map(([id, [first]]) => ({
		id,
		name: first?.association ?? '',
		count: countIn(tallyOf(data.counts, id), show),
	}))
	const to = (asked: { readonly show?: string | null; readonly by?: string | null }) => {
		const now = { show, by, ...asked }
		return href(routes.amendments, params, { show: now.show ?? undefined, by: now.by ?? undefined })
	}
	return (
		<>
			<Links label={t.label} links={states.map(({ value, label }) => [to({ show: value }), label, value === show])} />
			{names.length > 1 && (
				<Details summary={t.of(names.find(({ id }) => id === by)?.name ?? null)} open={by !== null}>
					<Links
						label={t.associations}
						links={[
							[to({ by: null }), t.everyone, by === null],
							...names.map(({ id, name, count }): Link => [to({ by: id }), t.by(name, count), id === by]),
						]}
					/>
				</Details>
			)}
			<p class="print-only">{t.printed(names.find(({ id }) => id === by)?.name ?? null)}</p>
		</>
	)
}

type Link = readonly [href: string, label: string, isCurrent: boolean]

function Links({ label, links }: { readonly label: string; readonly links: readonly Link[] }) {
	return (
		<nav class="filters no-print" aria-label={label}>
			<ul>
				{links.map(([to, text, isCurrent]) => (
					<li>
						<a href={to} aria-current={isCurrent ? 'page' : undefined}>
							{text}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}
