import { catalogue } from '#i18n/index.ts'
import type { ReadRecord } from '#read/publication/public-record.ts'
import { useLanguage } from '#ui/language.ts'
import { PART } from '#ui/part.ts'
import { SummaryList } from '#ui/parts/summary-list.tsx'

/**
 * Whether so many associations have answered that a statement's page tells what the answers come to, and each association's
 * stands on pages of their own.
 */
export const isLarge = ({ associations }: ReadRecord): boolean => associations.length > PART

/** How many associations stand behind the text, do not, or have not said. */
function countsOf({ associations }: ReadRecord): Readonly<Record<'signed' | 'declined' | 'silent', number>> {
	const counts = { signed: 0, declined: 0, silent: 0 }
	for (const { signoff } of associations) counts[signoff] += 1
	return counts
}

type ToAnswersProps = {
	readonly record: ReadRecord
	/** Where each association's answer is. */
	readonly answers: string
}

/** What the answers come to, and the way to each of them. */
export function ToAnswers({ record, answers }: ToAnswersProps) {
	const t = catalogue(useLanguage())
	const counts = countsOf(record)
	const light = record.decision.track === 'light'
	const silent = light ? t.publicPages.statement.didNotObject : t.publicPages.statement.notSigned
	const rows = [
		{ label: t.signoff.statuses.signed, value: t.publicPages.answers.count(counts.signed) },
		{ label: t.signoff.statuses.declined, value: t.publicPages.answers.count(counts.declined) },
		{ label: silent, value: t.publicPages.answers.count(counts.silent) },
	]
	return (
		<>
			<SummaryList rows={rows} />
			<p>
				<a href={answers}>{t.publicPages.answers.each}</a>
			</p>
		</>
	)
}
