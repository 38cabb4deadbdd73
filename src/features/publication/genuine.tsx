import type { Child } from 'hono/jsx'
import { publicWords } from '#i18n/public.ts'
import type { PublishedStatement } from '#read/publication/public-statement.ts'
import { useLanguage } from '#ui/language.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Details } from '#ui/parts/notice.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'

export type GenuineProps = {
	readonly statement: PublishedStatement
	/** `leaves`: null where the text was hashed as it reads. */
	readonly commands: { readonly text: string; readonly record: string; readonly leaves: string | null }
	/** The page where the reader's browser checks it. */
	readonly check: string
}

/** The hashes, and how anyone can compute them from what is served here. */
export function Genuine({ statement, commands, check }: GenuineProps) {
	const t = publicWords(useLanguage()).publicPages.genuine
	const { textHash, recordHash, sealed, withheld } = statement
	const computed = sealed || withheld.length === 0
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
			{!computed && <p>{t.withheld}</p>}
			{sealed && withheld.length > 0 && <p>{t.withheldPart}</p>}
			<p>
				{t.binds} {t.compare}
			</p>
			<div class="no-print">
				<ButtonRow>
					<LinkButton look="secondary" href={check}>
						{t.inBrowser}
					</LinkButton>
				</ButtonRow>
				<Details summary={t.terminal}>
					{computed && <How what={t.howText} command={commands.text} />}
					<How what={t.howRecord} command={commands.record} />
					{leaves !== null && <How what={t.howParts} command={leaves} />}
				</Details>
			</div>
		</section>
	)
}

function How({ what, command }: { readonly what: string; readonly command: string }) {
	return (
		<>
			<p>{what}</p>
			<p>
				<Code>{command}</Code>
			</p>
		</>
	)
}

/** In no language, so that no browser hyphenates it. */
export function Code({ children }: { readonly children: Child }) {
	return (
		<code lang="zxx" translate="no">
			{children}
		</code>
	)
}
