import { amendmentWords } from '#i18n/amendments.ts'
import type { Language } from '#i18n/index.ts'
import type { Named } from '#read/amendment/named.ts'
import { href, routes } from '#routes'

type LeftOutProps = {
	/** Why, before their names. */
	readonly why: string
	readonly amendments: readonly Named[]
	readonly lang: Language
	readonly params: { readonly coalition: string; readonly statement: string }
}

/** Which amendments cannot be chosen here now, and why. */
export function LeftOut({ why, amendments, lang, params }: LeftOutProps) {
	if (amendments.length === 0) return null
	return (
		<p>
			{why}{' '}
			{amendments.map(({ id, number, association }, index) => (
				<>
					{index > 0 && ', '}
					<a href={href(routes.amendment, { ...params, amendment: id })}>
						{amendmentWords(lang).from(number, association)}
					</a>
				</>
			))}
			.
		</p>
	)
}
