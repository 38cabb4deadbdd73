import { catalogue } from '#i18n/index.ts'
import type { WaitingNotice } from '#read/inquiry/incoming.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'

type Props = {
	readonly notices: readonly WaitingNotice[]
	readonly coalition: string
}

/** What came in and waits to be checked; nothing where nothing does. */
export function WaitingNotices({ notices, coalition }: Props) {
	const t = catalogue(useLanguage()).notices
	if (notices.length === 0) return null
	return (
		<section class="waits">
			<h2>{t.waiting}</h2>
			<ul class="tasks">
				{notices.map(({ id, title, how, takenAt }) => (
					<li>
						<div>
							<a class="verb" href={href(routes.notice, { coalition, notice: id })}>
								{t.checkThis}
							</a>
							<span class="about">{title}</span>
							<span class="about">{t.cameIn(how, takenAt)}</span>
						</div>
					</li>
				))}
			</ul>
		</section>
	)
}
