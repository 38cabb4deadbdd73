import type { Child } from 'hono/jsx'
import { catalogue, type Language } from '#i18n/index.ts'
import type { PublishedStatement } from '#read/publication/public-statement.ts'
import { SummaryList } from '#ui/parts/summary-list.tsx'

type GenuineProps = {
	readonly lang: Language
	readonly statement: PublishedStatement
	readonly commands: { readonly text: string; readonly record: string }
}

/** The hashes, and how anyone can compute them from what is served here. */
export function Genuine({ lang, statement, commands }: GenuineProps) {
	const t = catalogue(lang).publicPages.genuine
	const { textHash, recordHash, textBytes } = statement
	return (
		<section id="genuine">
			<h2>{t.title}</h2>
			<p>{t.what}</p>
			<SummaryList
				lang={lang}
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
