import type { MergedPart } from '#domain/amendment/facts.ts'
import { mergingWords } from '#i18n/amendments.ts'
import { formatDateTime } from '#i18n/format.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { DiffText } from '#ui/parts/diff-view.tsx'
import { isLive } from './item.tsx'
import type { AmendmentProps } from './props.tsx'

/** How an amendment came into the text: its words and where they went; where others stand, both. */
export function CameIn({ data, lang, params }: AmendmentProps) {
	const { amendment, blocks } = data
	const { merged } = amendment
	if (merged === null || isLive(amendment) || amendment.state === 'rejected') return null
	const t = mergingWords(lang)
	const [first] = merged.parts.filter((part) => blocks.some(({ blockId }) => blockId === part.blockId))
	return (
		<section>
			<h2>{t.cameIn}</h2>
			<p class="hint">{t.cameInOn(formatDateTime(lang, merged.at))}</p>
			<MergedParts parts={merged.parts} />
			{first && (
				<p class="no-print">
					<a href={`${href(routes.statement, params, { block: first.blockId })}#b-${first.blockId}`}>{t.leadsTo}</a>
				</p>
			)}
		</section>
	)
}

/** Words that came into the text; and where an amendment wanted others, its own beside them. */
function MergedParts({ parts }: { readonly parts: readonly MergedPart[] }) {
	const t = mergingWords(useLanguage())
	const put = (part: MergedPart) => (
		<DiffText
			parts={[
				{ kind: 'removed' as const, text: part.removed },
				{ kind: 'same' as const, text: part.removed !== '' && part.inserted !== '' ? ' ' : '' },
				{ kind: 'added' as const, text: part.inserted },
			].filter(({ text }) => text !== '')}
		/>
	)
	return (
		<div class="diff">
			{parts.map((part) => (
				<div class={part.kind === 'new' ? 'added' : part.kind === 'struck' ? 'removed' : 'changed'}>
					<p class="what">{t.parts[part.kind]}</p>
					{part.own !== undefined && (
						<p class="as-typed">
							<strong>{t.ownHere}:</strong> {part.own === '' ? t.nothing : part.own}
						</p>
					)}
					<p class="as-typed">
						{part.own !== undefined && <strong>{t.standsHere}: </strong>}
						{put(part)}
					</p>
				</div>
			))}
		</div>
	)
}
