import { LIFECYCLE, type Stage } from '#domain/statement/statement.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'
import { Icon } from './icon.tsx'
import { Tag } from './tag.tsx'

/** Where the work is: Utkast · Synpunkter · Omröstning · Underskrift · Publicerat. A list to hear, a picture to see. */
export function LifecycleBar({ stage }: { readonly stage: Stage }) {
	const lang = useLanguage()
	const t = catalogue(lang)
	if (stage === 'withdrawn') {
		return (
			<p class="lifecycle-ended">
				<Tag tone="bad">{t.drafting.withdrawn}</Tag>
			</p>
		)
	}
	const current = LIFECYCLE.indexOf(stage)
	// Being published is no wait: the last step is done as soon as it is reached.
	const done = (index: number) => index < current || stage === 'published'
	return (
		<div class="lifecycle wide">
			<ol aria-label={t.ui.lifecycle.label}>
				{LIFECYCLE.map((step, index) => (
					<li class={done(index) ? 'done' : undefined} aria-current={index === current ? 'step' : undefined}>
						<span class="name">
							{done(index) && <Icon name="check" />}
							{stageName(lang, step)}
							<span class="vh">
								, {done(index) ? t.ui.lifecycle.done : index === current ? t.ui.lifecycle.now : t.ui.lifecycle.later}
							</span>
						</span>
					</li>
				))}
			</ol>
			{/* The same in one line, for screens where the names do not fit. The list above is still what is heard. */}
			<p aria-hidden="true">{t.ui.lifecycle.step(current + 1, LIFECYCLE.length, stageName(lang, stage))}</p>
		</div>
	)
}

export function stageName(lang: Language, stage: Stage): string {
	const t = catalogue(lang).drafting
	return stage === 'withdrawn' ? t.withdrawn : t.stages[stage]
}
