import { catalogue } from '#i18n/index.ts'
import type { PositionBank } from '#read/position/positions.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { trail } from '#ui/trail.ts'
import { FoundPositions } from './found-positions.tsx'

type Props = PageView<PositionBank, { readonly coalition: string }> & { readonly search: string }

/** Everything the coalition has taken a position on. */
export function BankPage({ data, lang, frame, params, search }: Props) {
	const t = catalogue(lang)
	return (
		<Page {...frame} title={t.positions.bank} where={trail(lang, params.coalition, 'workspace')}>
			{data.total > 0 && <p class="lead">{t.positions.lead(data.total)}</p>}
			<FoundPositions coalition={params.coalition} bank={data} search={search} here={href(routes.positions, params)} />
		</Page>
	)
}
