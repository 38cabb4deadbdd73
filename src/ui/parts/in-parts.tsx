import type { Child } from 'hono/jsx'
import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'
import type { Part } from '#ui/part.ts'

type InPartsProps = {
	readonly part: Part<unknown>
	/** Where a part of the list is, by its number, undefined for the first; null where only the first can be seen. */
	readonly to: ((number: string | undefined) => string) | null
	/** What the list is of, as the links to its parts are called. */
	readonly label: string
	readonly children: Child
}

/** A list with the way to its other parts; nothing but the list where it fits on a page. */
export function InParts({ part, to, label, children }: InPartsProps) {
	const t = catalogue(useLanguage()).ui.part
	const { number, count, before, total, items } = part
	if (count === 1) return <>{children}</>
	const about = <p class="about">{t.shown(before + 1, before + items.length, total)}</p>
	if (to === null) {
		return (
			<>
				{about}
				{children}
			</>
		)
	}
	const at = (wanted: number) => to(wanted === 1 ? undefined : String(wanted))
	return (
		<>
			{about}
			{children}
			<nav class="filters no-print" aria-label={t.of(label)}>
				<ul class="links">
					{number > 2 && (
						<li>
							<a href={at(1)}>{t.first}</a>
						</li>
					)}
					{number > 1 && (
						<li>
							<a href={at(number - 1)} rel="prev">
								{t.previous}
							</a>
						</li>
					)}
					<li aria-current="true">{t.number(number, count)}</li>
					{number < count && (
						<li>
							<a href={at(number + 1)} rel="next">
								{t.next}
							</a>
						</li>
					)}
					{number < count - 1 && (
						<li>
							<a href={at(count)}>{t.last}</a>
						</li>
					)}
				</ul>
			</nav>
		</>
	)
}
