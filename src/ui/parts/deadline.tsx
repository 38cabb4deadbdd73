import type { Instant, SwedishDate } from '#domain/kernel/id.ts'
import { daysUntil, formatDaysLeft, formatLongDate, formatLongDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'
import { Icon } from './icon.tsx'

/** A date lasts to its end; an instant is over when it comes. */
type Due = SwedishDate | Instant

/** Days before it is shown as near. */
const SOON = 3

function isPassed(due: Due, now: Instant): boolean {
	return typeof due === 'number' ? due <= now : daysUntil(due, now) < 0
}

type DeadlineProps = {
	/** Null: none is set, and that is said. */
	readonly due: Due | null
	readonly now: Instant
}

/** Weekday, date and days left: “fredag 14 oktober 2022, om 3 dagar”. Nearness shows as picture and colour too. */
export function Deadline({ due, now }: DeadlineProps) {
	const lang = useLanguage()
	const t = catalogue(lang).ui.deadline
	if (due === null) return <span class="deadline none">{t.none}</span>
	const days = daysUntil(due, now)
	const passed = isPassed(due, now)
	const state = passed ? 'passed' : days <= SOON ? 'soon' : 'later'
	const left = passed && days === 0 ? t.passed : formatDaysLeft(lang, due, now)
	return (
		<span class={`deadline ${state}`}>
			<Icon name={state === 'later' ? 'clock' : 'warning'} />
			<span>
				<time datetime={typeof due === 'number' ? new Date(due).toISOString() : due}>
					{typeof due === 'number' ? formatLongDateTime(lang, due) : formatLongDate(lang, due)}
				</time>
				, <strong>{left}</strong>
			</span>
		</span>
	)
}
