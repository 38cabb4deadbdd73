import type { AmendmentState } from '#domain/amendment/state.ts'
import { amendmentBallotWords, amendmentWords, consensusWords } from '#i18n/amendments.ts'
import { formatDateTime } from '#i18n/format.ts'
import type { Language } from '#i18n/index.ts'
import type { AmendmentRow } from '#read/amendment/amendments.ts'
import { useLanguage } from '#ui/language.ts'
import { ChangedParts } from '#ui/parts/changed-parts.tsx'
import { Tag, type Tone } from '#ui/parts/tag.tsx'
import { AsTyped } from '#ui/parts/written.tsx'
import { askedIn } from './ballots-on-it.tsx'
import type { Standing } from './standing.tsx'

/** Most amendments on one page, each with its words. */
export const AMENDMENTS_ON_A_PAGE = 25

const TONES: Readonly<Record<AmendmentState, Tone>> = {
	prepared: 'wait',
	open: 'wait',
	withdrawn: 'plain',
	adopted: 'good',
	adoptedWithChanges: 'good',
	rejected: 'bad',
}

/** What is or became of an amendment, in a word. */
export function StateTag({ state }: { readonly state: AmendmentState }) {
	return <Tag tone={TONES[state]}>{amendmentWords(useLanguage()).states[state]}</Tag>
}

/** Whether it may still come into the text. */
export const isLive = ({ state }: Pick<AmendmentRow, 'state'>): boolean => state === 'open' || state === 'prepared'

/** The associations that stand behind its words, and those that joined it in other words. */
export function joinedIn({ joined, versionId }: AmendmentRow) {
	const names = (now: boolean) =>
		joined.filter((each) => (each.versionId === versionId) === now).map(({ association }) => association)
	return { now: names(true), earlier: names(false) }
}

/** How many are named in the list. The amendment's own page names all. */
const NAMED = 20

/** The first of them, and how many more there are. */
function someOf(names: readonly string[], others: (count: number) => string): readonly string[] {
	const more = names.length - NAMED
	return more > 1 ? [...names.slice(0, NAMED), others(more)] : names
}

/** Who decided it, and when; null while nobody has. */
export function decidedLine(
	{ state, decidedAt, decidedBy, decidedIn, byList }: AmendmentRow,
	lang: Language,
): string | null {
	if (decidedAt === null) return null
	const t = amendmentWords(lang)
	if (decidedIn !== null && decidedBy === null)
		return amendmentBallotWords(lang).decidedIn(t.states[state], formatDateTime(lang, decidedAt))
	if (byList !== null) return consensusWords(lang).decidedBy(t.states[state], formatDateTime(lang, decidedAt))
	return t.decidedBy(
		t.states[state],
		decidedBy === 'secretary' ? t.secretary : t.chair,
		formatDateTime(lang, decidedAt),
	)
}

type ItemProps = {
	readonly amendment: AmendmentRow
	readonly standing: Standing
	/** Numbers of those it collides with. */
	readonly collides: readonly number[]
	readonly href: string
	/** How much is shown of what stays the same. Characters. */
	readonly around: number
}

/** An amendment in the list: its number and whose it is, why, and what it changes, word by word. */
export function AmendmentItem({ amendment, standing, collides, href, around }: ItemProps) {
	const lang = useLanguage()
	const t = amendmentWords(lang)
	const { number, association, reason, state, note } = amendment
	const joined = joinedIn(amendment)
	const decided = decidedLine(amendment, lang)
	return (
		<article class="thread amendment" id={`y-${number}`}>
			<p class="said-by">
				<strong>
					<a href={href}>{t.from(number, association)}</a>
				</strong>
				<StateTag state={state} />
				{askedIn(amendment) && <Tag tone="wait">{amendmentBallotWords(lang).mark}</Tag>}
			</p>
			<AsTyped>{reason}</AsTyped>
			{amendment.listedUntil !== null && (
				<p>
					<strong>{consensusWords(lang).asked(amendment.listedUntil)}.</strong>
				</p>
			)}
			{joined.now.length > 0 && <p class="hint">{t.joined(someOf(joined.now, t.others))}</p>}
			{joined.earlier.length > 0 && <p class="hint">{t.joinedEarlier(someOf(joined.earlier, t.others))}</p>}
			{collides.length > 0 && (
				<p>
					<strong>{t.collides(collides.map(t.number))}</strong>
				</p>
			)}
			{standing.clashes.length > 0 && <p class="hint">{t.standsInTheWay}</p>}
			{standing.changes.length === 0 ? (
				<p>{t.changesNothing}</p>
			) : (
				<ChangedParts changes={standing.changes} around={around} />
			)}
			{decided && <p class="hint">{decided}</p>}
			{state === 'adopted' && <p>{standing.inText ? t.inText : <strong>{t.notInText}</strong>}</p>}
			{note && <AsTyped>{note}</AsTyped>}
		</article>
	)
}
