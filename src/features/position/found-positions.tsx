import type { Child } from 'hono/jsx'
import { bankWords } from '#i18n/bank.ts'
import { catalogue } from '#i18n/index.ts'
import type { BankedPosition, PositionBank } from '#read/position/bank.ts'
import type { BankView } from '#read/position/bank-view.ts'
import { useLanguage } from '#ui/language.ts'
import { EmptyState } from '#ui/parts/notice.tsx'
import { BankSearch, isNarrowed, knownOf } from './bank-search.tsx'
import { BankedText } from './banked-text.tsx'

type FoundPositionsProps = {
	readonly coalition: string
	readonly bank: PositionBank
	/** What was asked for. */
	readonly wanted: BankView
	/** The page itself, and what its search must carry along. */
	readonly here: string
	readonly carried?: Readonly<Record<string, string>>
	/** What can be done with each. */
	readonly act?: (position: BankedPosition) => Child
}

/** The search of the position bank, and what it found. */
export function FoundPositions(props: FoundPositionsProps) {
	const { bank, here, carried = {} } = props
	const wanted = knownOf(bank, props.wanted)
	const t = catalogue(useLanguage()).positions
	if (bank.total === 0) return <EmptyState title={t.empty}>{t.emptyWhat}</EmptyState>
	return (
		<>
			<BankSearch bank={bank} wanted={wanted} here={here} carried={carried} />
			<Found {...props} wanted={wanted} />
		</>
	)
}

function Found({ coalition, bank, wanted, here, carried, act }: FoundPositionsProps) {
	const lang = useLanguage()
	const t = catalogue(lang).positions
	const words = bankWords(lang)
	const { positions, found, more } = bank
	const { search } = wanted
	const narrowed = isNarrowed(wanted)
	const all = narrowed && <a href={`${here}?${new URLSearchParams(carried)}`}>{t.showAll}</a>
	if (positions.length === 0) {
		const sorted = isNarrowed({ ...wanted, search: '' })
		return (
			<EmptyState title={sorted ? words.nothing : t.notFound(search)} action={all}>
				{sorted ? words.tryAgain : t.tryAgain}
			</EmptyState>
		)
	}
	return (
		<>
			{narrowed && <h2>{search === '' ? words.found(found) : t.found(found, search, false)}</h2>}
			<ul class="bank">
				{positions.map((position) => (
					<li>
						<BankedText coalition={coalition} position={position} />
						{act?.(position)}
					</li>
				))}
			</ul>
			{more && <p>{t.more}</p>}
			{all && <p>{all}</p>}
		</>
	)
}
