import type { LeastDays } from '#domain/deciding/bylaws.ts'
import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'
import { TextArea } from '#ui/parts/field.tsx'

type UrgentFieldProps = {
	readonly leastDays: LeastDays
	readonly value?: string | undefined
	/** What is said of it, where nothing is published. */
	readonly hint?: string
}

/** Why there is less time than the bylaws promise; what is written here is published. */
export function UrgentField({ leastDays, value, hint }: UrgentFieldProps) {
	const t = catalogue(useLanguage()).ballot
	return (
		<TextArea
			name="urgent"
			label={t.urgent}
			hint={hint ?? t.urgentHint(leastDays.answer, leastDays.sign)}
			optional
			rows={2}
			value={value}
		/>
	)
}
