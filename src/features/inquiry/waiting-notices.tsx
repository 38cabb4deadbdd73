import { catalogue } from '#i18n/index.ts'
import type { WaitingNotice } from '#read/inquiry/incoming.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import type { Part } from '#ui/part.ts'
import { InParts } from '#ui/parts/in-parts.tsx'
import { Written } from '#ui/parts/written.tsx'

type Props = {
	readonly part: Part<WaitingNotice>
	readonly coalition: string
}

/** What came in and waits to be checked; nothing where nothing does. */
export function WaitingNotices({ part, coalition }: Props) {
	const t = catalogue(useLanguage()).notices
	if (part.total === 0) return null
	return (
		<section class="waits">
			<h2>{t.waiting}</h2>
			<InParts part={part} to={(number) => href(routes.notices, { coalition }, { part: number })} label={t.waiting}>
				<ul class="tasks">
					{part.items.map(({ id, title, how, takenAt }) => (
						<li>
							<div>
								<a class="verb" href={href(routes.notice, { coalition, notice: id })}>
									{t.checkThis}
								</a>
								<span class="about">
									<Written>{title}</Written>
								</span>
								<span class="about">{t.cameIn(how, takenAt)}</span>
							</div>
						</li>
					))}
				</ul>
			</InParts>
		</section>
	)
}
