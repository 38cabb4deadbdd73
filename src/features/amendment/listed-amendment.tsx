import { consensusState, objectionsTo } from '#domain/amendment/consensus-list.ts'
import { isDoubted } from '#domain/amendment/doubts.ts'
import { amendmentWords, consensusWords } from '#i18n/amendments.ts'
import type { AmendmentRow } from '#read/amendment/amendments.ts'
import type { ConsensusListView } from '#read/amendment/consensus.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { ChangedParts } from '#ui/parts/changed-parts.tsx'
import { AsTyped } from '#ui/parts/written.tsx'
import { ListedTag } from './consensus-tag.tsx'
import { StateTag } from './item.tsx'
import { saidDoubts } from './said-doubts.tsx'
import { standingOf } from './standing.tsx'

export type ConsensusListProps = PageView<ConsensusListView, StatementParams & { readonly list: string }>

/** An amendment on the list: whose, why, what it changes, and who objects. */
export function ListedAmendment({
	data: { list, blocks, doubts, standing },
	lang,
	now,
	params,
	amendment,
}: ConsensusListProps & { readonly amendment: AmendmentRow }) {
	const t = consensusWords(lang)
	const words = amendmentWords(lang)
	const { id, number, association, reason } = amendment
	const outcome = list.items.find(({ amendmentId }) => amendmentId === id)?.outcome
	const live = consensusState(list, now) === 'open'
	const nameOf = new Map(list.electorate.map((each) => [each.associationId, each.name]))
	const { changes, clashes } = standingOf(amendment, blocks, live)
	const against = doubts.get(id)
	const earlier = against ? [] : standing.filter(({ amendmentId }) => amendmentId === id)
	return (
		<article class="thread amendment" id={`y-${number}`}>
			<p class="said-by">
				<strong>
					<a href={href(routes.amendment, { ...params, amendment: id })}>{words.from(number, association)}</a>
				</strong>
				{outcome && <ListedTag outcome={outcome} />}
				{outcome && amendment.state !== (outcome === 'adopted' ? 'adopted' : 'open') && (
					<StateTag state={amendment.state} />
				)}
			</p>
			<AsTyped>{reason}</AsTyped>
			{clashes.length > 0 && <p class="hint">{words.standsInTheWay}</p>}
			{changes.length === 0 ? <p>{words.changesNothing}</p> : <ChangedParts changes={changes} />}
			{against && isDoubted(against) && (
				<ul>
					{saidDoubts(against, lang).map((said) => (
						<li class="as-typed">{said}</li>
					))}
				</ul>
			)}
			{earlier.map((each) => (
				<p class="as-typed">{t.doubts.objected(each.association, each.reason)}</p>
			))}
			{objectionsTo(list, id).map((each) => (
				<p class="as-typed">
					<strong>{t.objects(nameOf.get(each.associationId) ?? '', each.reason)}</strong>
				</p>
			))}
		</article>
	)
}
