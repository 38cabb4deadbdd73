import type { Child } from 'hono/jsx'
import type { Instant } from '#domain/kernel/id.ts'
import { formatLongDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'
import { Icon } from './icon.tsx'
import { SummaryList, type SummaryRow } from './summary-list.tsx'

type ConfirmationProps = {
	/** What is now so: “Attention Stockholms läns röst är lagd”. It is the page's `h1`: give `<Page>` `heading="own"`. */
	readonly title: string
	/** When it was recorded; null where that is not kept. */
	readonly at: Instant | null
	/** What was recorded, to check and to print. */
	readonly rows?: readonly SummaryRow[] | undefined
	/** What happens next, and who does it. */
	readonly next: Child
}

/** After every act: what was recorded, when, and what comes next. Takes focus. */
export function Confirmation({ title, at, rows = [], next }: ConfirmationProps) {
	const lang = useLanguage()
	const t = catalogue(lang).ui.confirmation
	return (
		<div class="confirmation">
			<div class="panel" role="status" tabindex={-1} autofocus>
				<Icon name="check" />
				<h1>{title}</h1>
				{at !== null && <p>{t.at(formatLongDateTime(lang, at))}</p>}
			</div>
			{rows.length > 0 && <SummaryList rows={rows} />}
			<h2>{t.next}</h2>
			{next}
		</div>
	)
}
