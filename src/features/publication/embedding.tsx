import { publicWords } from '#i18n/public.ts'
import { escapeHtml } from '#markup/sanitise.ts'
import type { PublicCoalition } from '#read/publication/public-coalition.ts'
import type { PublicEntry } from '#read/publication/public-search.ts'
import { dated } from '#ui/dated.ts'
import { iframeOf } from '#ui/parts/iframe.ts'
import { Details } from '#ui/parts/notice.tsx'
import { Code } from './genuine.tsx'
import { embedHref, type PublicFrame, statementHref } from './public-frame.tsx'

/** How many statements stand in the list to copy. */
const LISTED = 5

type EmbeddingProps = {
	readonly frame: PublicFrame
	readonly coalition: PublicCoalition
	readonly statements: readonly PublicEntry[]
}

/** What is copied into another site: a frame that keeps itself up to date, or the list as it stands. */
export function Embedding({ frame, coalition, statements }: EmbeddingProps) {
	const { lang, origin } = frame
	const t = publicWords(lang).publicPages
	const items = statements.slice(0, LISTED).map((statement) => {
		const { label, title, language } = statement
		const to = origin + statementHref(frame, coalition.slug, statement)
		const about = escapeHtml(`${label}, ${dated(lang, statement)}`)
		return `<li><a href="${escapeHtml(to)}" lang="${language}">${escapeHtml(title)}</a> (${about})</li>`
	})
	return (
		<Details summary={t.embed.title}>
			<p>{t.embed.frame}</p>
			<p>
				<Code>{iframeOf(origin + embedHref(frame, coalition.slug), t.feed(coalition.name))}</Code>
			</p>
			{items.length > 0 && (
				<>
					<p>{t.embed.list}</p>
					<p>
						<Code>{`<ul>${items.join('')}</ul>`}</Code>
					</p>
				</>
			)}
		</Details>
	)
}
