import { bankWords } from '#i18n/bank.ts'
import { catalogue } from '#i18n/index.ts'
import type { BankedPosition } from '#read/position/bank.ts'
import { href, routes } from '#routes'
import { dated } from '#ui/dated.ts'
import { useLanguage } from '#ui/language.ts'
import { AddedMark } from '#ui/parts/added-mark.tsx'
import { Details } from '#ui/parts/notice.tsx'
import { InlineText } from '#ui/parts/statement-text.tsx'

type BankedTextProps = { readonly coalition: string; readonly position: BankedPosition }

/** A position of the bank: its words, where it stands, how it is sorted, and behind a fold who stood behind it and where it was used. */
export function BankedText({ coalition, position }: BankedTextProps) {
	const lang = useLanguage()
	const { text, subPoints, label, number, year, statementNumber, title, language, topics, groups, level } = position
	const t = catalogue(lang).positions
	const words = bankWords(lang)
	const at = (cited: { readonly year: number; readonly statementNumber: number | string }) =>
		href(routes.published, { coalition, year: String(cited.year), number: String(cited.statementNumber) })
	const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name)
	const sorted = [
		...(topics.length > 0 ? [words.topics(names(topics))] : []),
		...(groups.length > 0 ? [words.groups(names(groups))] : []),
		...(level === null ? [] : [words.atLevel(words.levels[level])]),
	]
	return (
		<>
			<blockquote lang={language}>
				<p>
					<InlineText text={text} />
				</p>
				{subPoints.length > 0 && (
					<ol type="a">
						{subPoints.map((point) => (
							<li>
								<InlineText text={point} />
							</li>
						))}
					</ol>
				)}
			</blockquote>
			<p class="about">
				<a href={`${at({ year, statementNumber })}#p${number}`}>{t.source(label, number)}</a>
				{' · '}
				<span lang={language}>{title}</span>
				{' · '}
				{dated(lang, position)} <AddedMark {...position} />
			</p>
			{sorted.length > 0 && <p class="about">{sorted.join(' · ')}</p>}
			<Behind position={position} at={at} />
		</>
	)
}

type BehindProps = {
	readonly position: BankedPosition
	readonly at: (cited: BankedPosition['usedIn'][number]) => string
}

function Behind({ position: { signedBy, standsBehind, usedIn }, at }: BehindProps) {
	const lang = useLanguage()
	const t = catalogue(lang).positions
	const words = bankWords(lang)
	const summary = [signedBy === null ? [] : t.signedBy(signedBy.length), t.usedIn(usedIn.length)].flat().join(' · ')
	const isMore = (signedBy?.length ?? 0) > 0 || standsBehind !== '' || usedIn.length > 0
	if (!isMore) return <p class="about">{summary}</p>
	return (
		<Details summary={summary}>
			{signedBy !== null && signedBy.length > 0 && <p>{words.signedBy(signedBy)}</p>}
			{standsBehind !== '' && <p>{words.standsBehind(standsBehind)}</p>}
			{usedIn.length > 0 && (
				<p>
					{words.used}{' '}
					{usedIn.map((cited, index) => (
						<>
							{index > 0 && ', '}
							<a href={at(cited)}>{cited.label}</a>
						</>
					))}
				</p>
			)}
		</Details>
	)
}
