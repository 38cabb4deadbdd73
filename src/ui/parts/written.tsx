import type { Child } from 'hono/jsx'
import type { Language } from '#i18n/language.ts'
import { useWriting } from '#ui/language.ts'

type WrittenProps = {
	/** Its language, where it is not the one that the page says of what members wrote. */
	readonly of?: Language | undefined
	readonly children: Child
}

/** Words of members within a page's own: a title, a note. An element that holds nothing else takes `useWriting` itself. */
export function Written({ of, children }: WrittenProps) {
	const lang = useWriting(of)
	return lang === undefined ? children : <span lang={lang}>{children}</span>
}

/** A piece that members wrote, with its lines as they were typed. */
export function AsTyped({ of, children }: WrittenProps) {
	return (
		<p class="as-typed" lang={useWriting(of)}>
			{children}
		</p>
	)
}
