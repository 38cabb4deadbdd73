import type { Choice } from '#domain/deciding/ballot.ts'
import type { NamedAmendment } from '#domain/deciding/subject.ts'
import { amendmentBallotWords, amendmentWords } from '#i18n/amendments.ts'
import { formatList } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { changesBetween } from '#markup/text-changes.ts'
import type { Matter, PutWords } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import type { StatementParams } from '#ui/page-view.ts'
import type { ChoiceWords } from '#ui/parts/big-choice.tsx'
import { ChangedParts } from '#ui/parts/changed-parts.tsx'
import { Sheet } from '#ui/parts/columns.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { AsTyped } from '#ui/parts/written.tsx'

/** The amendments that a ballot is about; none where it is about the text. */
export const putIn = (matter: Matter): readonly PutWords[] =>
	matter.kind === 'text' ? [] : [matter.first, ...(matter.second ? [matter.second] : [])]

/** Their numbers and whose they are, as they are named everywhere. */
export const namesOf = (put: readonly NamedAmendment[], lang: Language): string[] =>
	put.map(({ number, association }) => amendmentWords(lang).from(number, association))

/** What is asked. */
export function questionOf(title: string, put: readonly NamedAmendment[], lang: Language): string {
	const t = amendmentBallotWords(lang)
	const [first, second] = namesOf(put, lang)
	if (first === undefined) return catalogue(lang).ballot.question(title)
	return second === undefined ? t.question(first) : t.between(first, second)
}

/** What yes and no stand for; null where these are the words. */
export function choiceWordsOf(put: readonly NamedAmendment[], lang: Language): ChoiceWords | null {
	const { ballot } = catalogue(lang)
	const { yes, no, sentences } = amendmentBallotWords(lang).choices
	const [first, second] = put
	if (first === undefined) return null
	const number = (each: NamedAmendment) => amendmentWords(lang).number(each.number)
	const [name = '', other = ''] = namesOf(put, lang)
	const abstain = { label: ballot.choices.abstain, sentence: ballot.votes.abstain }
	if (second === undefined) {
		return {
			labels: { yes: yes(number(first)), no: no(number(first)), abstain: abstain.label },
			sentences: {
				yes: (association) => sentences.yes(association, name),
				no: (association) => sentences.no(association, name),
				abstain: abstain.sentence,
			},
			alike: false,
		}
	}
	return {
		labels: { yes: number(first), no: number(second), abstain: abstain.label },
		sentences: {
			yes: (association) => sentences.either(association, name),
			no: (association) => sentences.either(association, other),
			abstain: abstain.sentence,
		},
		alike: true,
	}
}

/** The words for one choice, in a roll call. */
export const labelsOf = (put: readonly NamedAmendment[], lang: Language): Readonly<Record<Choice, string>> =>
	choiceWordsOf(put, lang)?.labels ?? catalogue(lang).ballot.choices

/** What is voted on: the text; or each amendment with what it changes, why, and who stands behind it. */
export function MatterText({ matter, params }: { readonly matter: Matter; readonly params: StatementParams }) {
	if (matter.kind === 'amendment') return putIn(matter).map((put) => <PutAmendment put={put} params={params} />)
	return (
		<Sheet>
			<StatementText language={matter.language} blocks={matter.blocks} />
		</Sheet>
	)
}

function PutAmendment({ put, params }: { readonly put: PutWords; readonly params: StatementParams }) {
	const lang = useLanguage()
	const t = amendmentBallotWords(lang)
	const { number, association, joined, reason, seen, wanted } = put
	const { coalition, statement } = params
	return (
		<section>
			<h2>{t.words(amendmentWords(lang).from(number, association))}</h2>
			<p class="hint">{t.asItWas}</p>
			<ChangedParts changes={changesBetween(seen, wanted).map(withoutNumber)} />
			<h3>{t.why}</h3>
			<AsTyped>{reason}</AsTyped>
			<p>{t.behind(formatList(lang, [association, ...joined]))}</p>
			<p class="no-print">
				<a href={href(routes.amendment, { coalition, statement, amendment: put.id })}>{t.read}</a>
			</p>
		</section>
	)
}

/** Of a stretch by itself it is not known which numbers its positions have. */
export const withoutNumber = (change: ReturnType<typeof changesBetween>[number]) => ({
	...change,
	block: { ...change.block, number: null, letter: null },
})
