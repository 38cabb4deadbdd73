import type { Child } from 'hono/jsx'
import { catalogue } from '#i18n/index.ts'
import type { PublishedStatement } from '#read/publication/public-statement.ts'
import { useLanguage } from '#ui/language.ts'
import { SummaryList } from '#ui/parts/summary-list.tsx'

export type GenuineProps = {
	readonly statement: PublishedStatement
	/** `leaves`: null where the text was hashed as it reads. */
	readonly commands: { readonly text: string; readonly record: string; readonly leaves: string | null }
}

/** The hashes, and how anyone can compute them from what is served here. */
export function Genuine({ statement, commands }: GenuineProps) {
	const t = catalogue(useLanguage()).publicPages.genuine
	const { textHash, recordHash, textBytes, withheld } = statement
	const { leaves } = commands
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
			{textBytes === null ? <p>{t.withheld}</p> : <How what={t.howText} command={commands.text} />}
			<How what={t.howRecord} command={commands.record} />
			{leaves !== null && <How what={t.howParts} command={leaves} />}
			{leaves !== null && withheld.length > 0 && <p>{t.withheldPart}</p>}
			<p>
				{t.binds} {t.compare}
			</p>
		</section>
	)
}

function How({ what, command }: { readonly what: string; readonly command: string }) {
	return (
		<div class="no-print">
			<p>{what}</p>
			<p>
				<Code>{command}</Code>
			</p>
		</div>
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
