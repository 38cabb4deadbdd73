import { consensusState } from '#domain/amendment/consensus-list.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { amendmentWords, consensusWords } from '#i18n/amendments.ts'
import { formatDateTime } from '#i18n/format.ts'
import { href, routes } from '#routes'
import { partOf } from '#ui/part.ts'
import { InParts } from '#ui/parts/in-parts.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import type { ConsensusListProps } from './listed-amendment.tsx'

/** What each association has said: all see who objected. */
export function ConsensusAnswers({ data, lang, now, params, query }: ConsensusListProps) {
	const t = consensusWords(lang)
	const { list, amendments, standing } = data
	const { number } = amendmentWords(lang)
	const state = consensusState(list, now)
	const silentOf = (associationId: AssociationId) => {
		if (state === 'open' || state === 'cancelled') return state
		// What somebody did not say counts only where all could have said something.
		if (list.unheard.length === 0) return 'over'
		return list.unheard.includes(associationId) ? 'unheard' : 'cancelled'
	}
	const numberOf = new Map(amendments.map((each) => [each.id, number(each.number)]))
	const part = partOf(list.electorate, query)
	return (
		<section>
			<h2>{t.whoAnswered}</h2>
			<InParts part={part} to={(at) => href(routes.consensusList, params, { part: at })} label={t.whoAnswered}>
				<Table
					caption={t.whoAnswered}
					captionHidden
					columns={[{ label: t.association }, { label: t.said }, { label: t.when }]}
					rows={part.items.map(({ associationId, name }) => {
						const given = list.answers.find((each) => each.associationId === associationId)
						const objections = given?.objections ?? standing.filter((each) => each.associationId === associationId)
						const against = objections.flatMap(({ amendmentId }) => numberOf.get(amendmentId) ?? [])
						const silent = silentOf(associationId)
						const tone = against.length > 0 ? 'bad' : given ? 'good' : silent === 'open' ? 'wait' : 'plain'
						const label =
							against.length > 0 ? (given ? t.saidSome : t.saidBefore)(against) : given ? t.saidAll : t.silent[silent]
						return [name, <Tag tone={tone}>{label}</Tag>, given ? formatDateTime(lang, given.at) : '–']
					})}
				/>
			</InParts>
		</section>
	)
}
