import { ACTS } from '#domain/acts.ts'
import { placeAmong } from '#domain/amendment/places.ts'
import { isFor } from '#domain/kernel/act.ts'
import { offers } from '#domain/members/authority.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import type { Clash } from '#domain/statement/clash.ts'
import { amendmentWords, consensusWords, mergingWords, proposingWords } from '#i18n/amendments.ts'
import { formatDateTime } from '#i18n/format.ts'
import { inlineText } from '#markup/inline.ts'
import { href, routes } from '#routes'
import { ChangedParts } from '#ui/parts/changed-parts.tsx'
import { Details, Inset, Sentence } from '#ui/parts/notice.tsx'
import { AsTyped } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { AmendmentActs } from './amendment-acts.tsx'
import { BallotsOnIt, PutToBallot } from './ballots-on-it.tsx'
import { CameIn } from './came-in.tsx'
import { decidedLine, isLive, joinedIn, StateTag } from './item.tsx'
import type { AmendmentProps } from './props.tsx'
import { collidingWith, standingOf } from './standing.tsx'

/** One amendment: what it changes and why, who stands behind it, what became of it, and what can be done about it. */
export function AmendmentPage(props: AmendmentProps) {
	const { data, lang, params, query } = props
	const { header, amendment } = data
	const { number, association, state, reason, person, at, note, own } = amendment
	const t = amendmentWords(lang)
	const done = query.get('done') ?? ''
	const decided = decidedLine(amendment, lang)
	return (
		<StatementPage view={props} header={header} tab="amendments" title={t.from(number, association)}>
			{Object.hasOwn(t.done, done) && (
				<Sentence tone="success" live>
					{t.done[done as keyof typeof t.done]}
				</Sentence>
			)}
			<p>
				<StateTag state={state} />
			</p>
			<p class="hint">{t.by(association, person ?? t.erasedPerson, formatDateTime(lang, at))}</p>
			{amendment.wordedAt !== at && (
				<p class="hint">{t.wordedBy(amendment.worder ?? t.erasedPerson, formatDateTime(lang, amendment.wordedAt))}</p>
			)}
			<BallotsOnIt {...props} />
			<h2>{t.reason}</h2>
			<AsTyped>{reason}</AsTyped>
			{amendment.commentId !== null && (
				<p class="no-print">
					<a href={href(routes.commentThread, { ...params, thread: amendment.commentId })}>
						{proposingWords(lang).cameOf}
					</a>
				</p>
			)}
			{decided && (
				<Inset>
					<p>{decided}</p>
					{note && <AsTyped>{note}</AsTyped>}
					{own && <p>{t.own}</p>}
				</Inset>
			)}
			<OnLists {...props} />
			{state === 'open' && !isFor(ACTS.decideAmendment, header.statement.stage) && <p>{t.undecided}</p>}
			<h2>{t.whatChanges}</h2>
			<Difference {...props} />
			<CameIn {...props} />
			<Collisions {...props} />
			<h2>{t.behind}</h2>
			<Behind {...props} />
			<AmendmentActs {...props} />
			<PutToBallot {...props} />
			<Earlier {...props} />
			<p class="no-print">
				<a href={href(routes.amendments, params)}>{t.toAll}</a> · <ToPart {...props} />
			</p>
		</StatementPage>
	)
}

/** That associations are being asked about it, and what some have said against it. */
function OnLists({ data: { amendment, objected }, lang, params }: AmendmentProps) {
	const t = consensusWords(lang)
	const { listedIn, listedUntil, byList, state } = amendment
	const to = (list: string) => <a href={href(routes.consensusList, { ...params, list })}>{t.toList}</a>
	return (
		<>
			{listedIn !== null && listedUntil !== null && (
				<Sentence>
					{t.asked(listedUntil)}. {to(listedIn)}
				</Sentence>
			)}
			{byList !== null && <p>{to(byList)}</p>}
			{objected
				.filter(({ outcome, objections }) => outcome !== null || objections.length > 0)
				.map(({ listId, outcome, objections }) => (
					<Inset>
						{state === 'open' && outcome !== null && <p>{t.cameTo[outcome]}</p>}
						{objections.map(({ association, reason }) => (
							<p class="as-typed">{t.objects(association, reason)}</p>
						))}
						{listId !== listedIn && <p>{to(listId)}</p>}
					</Inset>
				))}
		</>
	)
}

function ToPart({ data, lang, params }: AmendmentProps) {
	const at = data.blocks[placeAmong(data.amendment, data.blocks) ?? -1]?.blockId
	const { toPart, toText } = amendmentWords(lang)
	return <a href={href(routes.statement, params, { block: at }) + (at ? `#b-${at}` : '')}>{at ? toPart : toText}</a>
}

/** What it changes; where the text has moved on in the same place, what stands there beside what is wanted. */
function Difference({ data, lang, params, viewer }: AmendmentProps) {
	const { amendment, blocks, header } = data
	const t = amendmentWords(lang)
	const { changes, clashes, inText } = standingOf(amendment, blocks, isLive(amendment))
	return (
		<>
			{amendment.state === 'adopted' &&
				(inText ? (
					<p>{t.inText}</p>
				) : (
					<>
						<Sentence tone="warning">{t.notInText}</Sentence>
						{amendment.merged === null && offers(ACTS.mergeAmendments, viewer, { stage: header.statement.stage }) && (
							<p class="no-print">
								<a href={href(routes.amendmentMerging, params)}>{mergingWords(lang).link}</a>
							</p>
						)}
					</>
				))}
			{changes.length === 0 ? <p>{t.changesNothing}</p> : <ChangedParts changes={changes} />}
			{clashes.length > 0 && (
				<>
					<Sentence tone="warning">{t.standsInTheWay}</Sentence>
					{clashes.map((clash) => (
						<InTheWay clash={clash} lang={lang} language={header.statement.language} />
					))}
					<p>{t.authorChooses}</p>
				</>
			)}
		</>
	)
}

/** Those that want something else of the same words, beside it. */
function Collisions({ data, lang, params }: AmendmentProps) {
	const { amendment, beside, blocks } = data
	if (amendment.state !== 'open') return null
	const others = collidingWith([amendment, ...beside.compared], blocks)(amendment)
	const t = amendmentWords(lang)
	const left = beside.left > 0 && <Sentence tone="warning">{t.notCompared(beside.left)}</Sentence>
	if (others.length === 0) return left || null
	return (
		<section>
			<h2>{t.collisions}</h2>
			<p>{t.collides(others.map(({ number }) => t.number(number)))}</p>
			{left}
			{others.map((other) => (
				<Inset>
					<p>
						<a href={href(routes.amendment, { ...params, amendment: other.id })}>
							{t.from(other.number, other.association)}
						</a>
					</p>
					<ChangedParts changes={standingOf(other, blocks, true).changes} around={120} />
				</Inset>
			))}
		</section>
	)
}

type InTheWayProps = {
	readonly clash: Clash
	readonly lang: AmendmentProps['lang']
	readonly language: AmendmentProps['lang']
}

/** A part that was changed otherwise since: both words, neither lost. */
export function InTheWay({ clash: { mine, theirs }, lang, language }: InTheWayProps) {
	const t = amendmentWords(lang)
	return (
		<Inset>
			<p>
				<strong>{theirs ? t.standsNow : t.standsNoMore}</strong>
			</p>
			{theirs && <Words block={theirs.content} language={language} />}
			<p>
				<strong>{mine ? t.wantedHere : t.wantedGone}</strong>
			</p>
			{mine && <Words block={mine} language={language} />}
		</Inset>
	)
}

function Words({ block, language }: { readonly block: BlockVersion['content']; readonly language: string }) {
	return (
		<p class="as-typed" lang={language}>
			{textsOf(block).map(inlineText).join('\n')}
		</p>
	)
}

function Behind({ data: { amendment }, lang }: AmendmentProps) {
	const t = amendmentWords(lang)
	const joined = joinedIn(amendment)
	return (
		<>
			<p>{joined.now.length > 0 ? t.joined(joined.now) : t.nobodyJoined}</p>
			{joined.earlier.length > 0 && <p>{t.joinedEarlier(joined.earlier)}</p>}
		</>
	)
}

/** What it said before. */
function Earlier({ data: { earlier }, lang }: AmendmentProps) {
	if (earlier.length === 0) return null
	const t = amendmentWords(lang)
	return (
		<Details summary={t.earlier(earlier.length)}>
			{earlier.toReversed().map((version) => (
				<>
					<p class="hint">{t.wordedOn(version.person ?? t.erasedPerson, formatDateTime(lang, version.at))}</p>
					<AsTyped>{version.reason}</AsTyped>
					<ChangedParts changes={standingOf(version, [], false).changes} />
				</>
			))}
		</Details>
	)
}
