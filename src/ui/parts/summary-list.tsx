import type { Child } from 'hono/jsx'
import { publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'

export type SummaryRow = {
	readonly label: string
	readonly value: Child
	/** Where it can be changed. `what` completes “Ändra …” for those who hear the link alone: “svarsdatum”. */
	readonly change?: { readonly href: string; readonly what: string } | undefined
}

type SummaryListProps = {
	readonly rows: readonly SummaryRow[]
	/** `facts`: for a narrow column, label above value. */
	readonly look?: 'rows' | 'facts' | undefined
}

/** What was filled in or recorded: check your answers, receipts, facts about a thing. */
export function SummaryList({ rows, look = 'rows' }: SummaryListProps) {
	const t = publicWords(useLanguage())
	return (
		<dl class={look === 'facts' ? 'summary facts' : 'summary'}>
			{rows.map(({ label, value, change }) => (
				<div>
					<dt>{label}</dt>
					<dd>{value}</dd>
					{change && (
						<dd class="change">
							<a href={change.href} aria-label={t.ui.change(change.what)}>
								{t.common.verbs.change}
							</a>
						</dd>
					)}
				</div>
			))}
		</dl>
	)
}
