import type { Coalition } from '#domain/coalition/coalition.ts'
import { formerOf, newcomersOf } from '#domain/coalition/in-force.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/parts/notice.tsx'

/** What was changed and does not count yet where something is put to a decision: other bylaws, and new members. */
export function NotYet({ coalition, now }: { readonly coalition: Coalition; readonly now: Instant }) {
	const { changes, settings } = catalogue(useLanguage())
	const former = formerOf(coalition, now)
	const newcomers = newcomersOf(coalition, now)
	if (former === null && newcomers.length === 0) return null
	return (
		<Notice>
			{former && (
				<p>{changes.decidedBy(settings.presets[former.preset], settings.presets[coalition.preset], former.until)}</p>
			)}
			{newcomers.length > 0 && (
				<>
					<p>{changes.notYetIn}</p>
					<ul>
						{newcomers.map(({ name, from }) => (
							<li>{changes.notYet(name, from)}</li>
						))}
					</ul>
				</>
			)}
		</Notice>
	)
}
