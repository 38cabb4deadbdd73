import type { AssociationId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { catalogue } from '#i18n/index.ts'
import type { LoadedStance } from '#read/deciding/deciding.ts'
import type { StancesPageView, StanceTotal } from '#read/deciding/stances.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import type { StatementParams } from '#ui/page-view.ts'
import type { Part } from '#ui/part.ts'
import { InParts } from '#ui/parts/in-parts.tsx'
import { Matrix } from '#ui/parts/matrix.tsx'
import { StanceTotals, totalsOf } from '#ui/parts/stance-totals.tsx'
import { Written } from '#ui/parts/written.tsx'

type Association = StancesPageView['coalition']['associations'][number]

export type Position = {
	readonly number: string
	readonly text: string
	readonly subPoints: readonly string[]
	readonly version: BlockVersion
}

type StanceTableProps = {
	readonly positions: readonly Position[]
	/** Of those in the part. */
	readonly stances: readonly LoadedStance[]
	readonly totals: readonly StanceTotal[]
	/** Of the associations, which stand across. */
	readonly part: Part<Association>
	readonly params: StatementParams
}

/** What each association thinks of each position, and why: of all, or of a part of many, with what all come to. */
export function StanceTable({ positions, stances, totals, part, params }: StanceTableProps) {
	const t = catalogue(useLanguage()).stances
	const byBlock = Map.groupBy(stances, ({ blockId }) => blockId)
	const counted = Map.groupBy(totals, ({ blockId }) => blockId)
	const takenOn = ({ version }: Position) => byBlock.get(version.blockId) ?? []
	return (
		<>
			{part.count > 1 && (
				<StanceTotals
					rows={positions.map((position) => ({
						...position,
						text: <Written>{position.text}</Written>,
						...totalsOf(counted.get(position.version.blockId) ?? [], part.total),
					}))}
				/>
			)}
			<InParts part={part} to={(number) => href(routes.stances, params, { part: number })} label={t.matrixCaption}>
				<Matrix
					caption={t.matrixCaption}
					associations={part.items.map(({ name }) => name)}
					rows={positions.map((position) => ({
						number: position.number,
						text: <Written>{position.text}</Written>,
						subPoints: position.subPoints,
						cells: cellsOf(takenOn(position), part.items, position.version),
					}))}
				/>
				<Reasons positions={positions} part={part} takenOn={takenOn} />
			</InParts>
		</>
	)
}

function cellsOf(taken: readonly LoadedStance[], associations: readonly Association[], version: BlockVersion) {
	const byAssociation = new Map(taken.map((stance) => [stance.associationId, stance]))
	return associations.map(({ id }) => {
		const found = byAssociation.get(id)
		return found ? { stance: found.stance, stale: found.versionId !== version.id } : null
	})
}

type ReasonsProps = Pick<StanceTableProps, 'positions' | 'part'> & {
	readonly takenOn: (position: Position) => readonly LoadedStance[]
}

function Reasons({ positions, part, takenOn }: ReasonsProps) {
	const lang = useLanguage()
	const t = catalogue(lang).stances
	const names = new Map<AssociationId, string>(part.items.map(({ id, name }) => [id, name]))
	const shown = ({ associationId, reason }: LoadedStance) => reason !== '' && names.has(associationId)
	const given = positions.flatMap((position) =>
		takenOn(position)
			.filter(shown)
			.map((stance) => ({ number: position.number, stance })),
	)
	if (given.length === 0) return null
	return (
		<>
			<h2>{t.reasons}</h2>
			<ul>
				{given.map(({ number, stance }) => (
					<li>
						<strong>
							{number}. {names.get(stance.associationId)}, {t.names[stance.stance].toLocaleLowerCase(lang)}:
						</strong>{' '}
						<Written>{stance.reason}</Written>
					</li>
				))}
			</ul>
		</>
	)
}
