import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { bankWords } from '#i18n/bank.ts'
import { catalogue } from '#i18n/index.ts'
import { standardWords } from '#i18n/standard-texts.ts'
import type { PositionBank } from '#read/position/bank.ts'
import type { BankView } from '#read/position/bank-view.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { trail } from '#ui/trail.ts'
import { FoundPositions } from './found-positions.tsx'

type Props = PageView<PositionBank, { readonly coalition: string }> & { readonly wanted: BankView }

/** Everything the coalition has taken a position on. */
export function BankPage({ data, lang, frame, params, viewer, wanted }: Props) {
	const t = catalogue(lang)
	return (
		<Page {...frame} title={t.positions.bank} where={trail(lang, params.coalition, 'workspace')}>
			{data.total > 0 && <p class="lead">{t.positions.lead(data.total)}</p>}
			<ul class="ways no-print">
				{data.total > 0 && offers(ACTS.sortPositions, viewer) && (
					<li>
						<a href={href(routes.positionSorting, params)}>{bankWords(lang).sort}</a>
					</li>
				)}
				<li>
					<a href={href(routes.standardTexts, params)}>{standardWords(lang).title}</a>
				</li>
			</ul>
			<FoundPositions coalition={params.coalition} bank={data} wanted={wanted} here={href(routes.positions, params)} />
		</Page>
	)
}
