import type { Child } from 'hono/jsx'
import { catalogue } from '#i18n/index.ts'
import type { PublishedStatement } from '#read/publication/public-statement.ts'
import { useLanguage } from '#ui/language.ts'
import { SummaryList } from '#ui/parts/summary-list.tsx'

type GenuineProps = {
	readonly statement: PublishedStatement
	readonly commands: { readonly text: string; readonly record: string }
}

/** The hashes, and how anyone can compute them from what is served here. */
export function Genuine({ statement, commands }: GenuineProps) {
	const t = catalogue(useLanguage()).publicPages.genuine
	const { textHash, recordHash, textBytes } = statement
	return (
		<section id="genuine">
			<h2>{t.title}</h2>
			<p>{t.what}</p>
			<SummaryList
				rows={[
					{ label: t.text, value: <Code>{textHash}</Code> },
					{ label: t.record, value: <Code>{recordHash}</Code> },
				]}
			/>
			{textBytes === null ? (
				<p>{t.withheld}</p>
			) : (
				<div class="no-print">
					<p>{t.howText}</p>
					<p>
						<Code>{commands.text}</Code>
					</p>
				</div>
			)}
			<div class="no-print">
				<p>{t.howRecord}</p>
				<p>
					<Code>{commands.record}</Code>
				</p>
			</div>
			<p>
				{t.binds} {t.compare}
			</p>
		</section>
	)
}

/** In no language, so that no browser hyphenates it. */
function Code({ children }: { readonly children: Child }) {
	return (
		<code lang="zxx" translate="no">
			{children}
		</code>
	)
}
