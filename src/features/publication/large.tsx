import type { Overview } from '#domain/publication/overview.ts'
import { publicWords } from '#i18n/public.ts'
import type { RecordHead } from '#read/publication/public-statement.ts'
import { useLanguage } from '#ui/language.ts'
import { SummaryList } from '#ui/parts/summary-list.tsx'

type ToAnswersProps = {
	readonly record: RecordHead
	readonly overview: Overview
	/** Where each association's answer is. */
	readonly to: string
}

/** What the answers come to, and the way to each of them. */
export function ToAnswers({ record, overview, to }: ToAnswersProps) {
	const t = publicWords(useLanguage())
	const light = record.decision.track === 'light'
	const silent = light ? t.publicPages.statement.didNotObject : t.publicPages.statement.notSigned
	const rows = [
		{ label: t.signoff.statuses.signed, value: t.publicPages.answers.count(overview.signed) },
		{ label: t.signoff.statuses.declined, value: t.publicPages.answers.count(overview.declined) },
		{ label: silent, value: t.publicPages.answers.count(overview.silent) },
	]
	return (
		<>
			<SummaryList rows={rows} />
			<p>
				<a href={to}>{t.publicPages.answers.each}</a>
			</p>
		</>
	)
}
