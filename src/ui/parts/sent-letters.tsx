import type { Child } from 'hono/jsx'
import { formatDate, formatLongDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { Dispatch, ResponseLetter, SentLetters, ShownReply } from '#read/publication/sent.ts'
import { useLanguage } from '#ui/language.ts'
import { AsTyped, Written } from '#ui/parts/written.tsx'
import { CameBack } from './came-back.tsx'
import { Details, Sentence } from './notice.tsx'
import { SummaryList } from './summary-list.tsx'

type Props = {
	readonly letters: SentLetters
	/** The coalition's slug. */
	readonly coalition: string
	/** Whether the covering words are shown too. */
	readonly covers?: boolean
	/** Whether the reader is one of those who look at what comes back first. */
	readonly steward: boolean
	/** The form that says whether a letter belongs to the answer; left out: it stands on another page. */
	readonly check?: ((reply: ShownReply) => Child) | undefined
}

/** When and to whom an answer was sent, what became of that, and what came back: in red what did not arrive. */
export function SentList({ letters: { responses, replies, dispatches }, ...props }: Props) {
	return (
		<>
			{responses.map((letter) => (
				<SentLetter {...props} letter={letter} replies={replies.filter(({ responseId }) => responseId === letter.id)} />
			))}
			{dispatches.map((dispatch) => (
				<Dispatched dispatch={dispatch} />
			))}
		</>
	)
}

type LetterProps = Omit<Props, 'letters'> & {
	readonly letter: ResponseLetter
	readonly replies: readonly ShownReply[]
}

function SentLetter({ letter, replies, covers = false, ...props }: LetterProps) {
	const lang = useLanguage()
	const { sending: t, sent } = catalogue(lang)
	const { to, copyTo, subject, cover, at, outcome, outcomeAt, said, reason, added } = letter
	const addresses = (given: readonly string[]) => (
		<ul class="files">
			{given.map((address) => (
				<li>
					<span class="address">{address}</span>
					{added?.includes(address) && <span class="about"> {sent.added}</span>}
				</li>
			))}
		</ul>
	)
	return (
		<>
			<Sentence tone={outcome === 'taken' ? 'success' : outcome === null ? 'info' : 'error'}>
				{outcome === null ? t.waiting : t.outcomes[outcome](said)}
				{outcomeAt !== null && ` ${formatLongDateTime(lang, outcomeAt)}`}
			</Sentence>
			<SummaryList
				rows={[
					{ label: t.sentBy, value: formatLongDateTime(lang, at) },
					{ label: t.fieldTo, value: addresses(to) },
					...(copyTo.length === 0 ? [] : [{ label: t.fieldCopyTo, value: addresses(copyTo) }]),
					{ label: t.subject, value: <Written>{subject}</Written> },
					...(reason === '' ? [] : [{ label: t.reason, value: <Written>{reason}</Written> }]),
				]}
			/>
			{added !== null && added.length > 0 && <p class="hint">{sent.addedHint}</p>}
			{covers && (
				<Details summary={sent.cover}>
					<AsTyped>{cover}</AsTyped>
				</Details>
			)}
			{replies.length > 0 && (
				<>
					{/* Under the page's own title where the whole page is about it. */}
					{covers ? <h2>{sent.cameBack}</h2> : <h3>{sent.cameBack}</h3>}
					{replies.map((reply) => (
						<CameBack {...props} reply={reply} />
					))}
				</>
			)}
		</>
	)
}

function Dispatched({ dispatch: { sentOn, how, to } }: { readonly dispatch: Dispatch }) {
	const lang = useLanguage()
	const t = catalogue(lang).publication
	return (
		<SummaryList
			rows={[
				{ label: t.sentOn, value: formatDate(lang, sentOn) },
				{ label: t.sentHow, value: <Written>{how}</Written> },
				{ label: t.sentTo, value: to },
			]}
		/>
	)
}
