import type { Ballot, Choice, Elector } from '#domain/deciding/ballot.ts'
import type { Contest } from '#domain/deciding/contest.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { formatDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { LoadedVote } from '#read/deciding/deciding.ts'
import { useLanguage } from '#ui/language.ts'
import type { Part } from '#ui/part.ts'
import { InParts } from '#ui/parts/in-parts.tsx'
import { SignedInBy } from '#ui/parts/signed-in-by.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { ContestWords } from './contest-words.tsx'

type RollCallProps = {
	readonly ballot: Ballot
	/** Of its electorate, and where the other parts are. */
	readonly part: Part<Elector>
	readonly to: (part: string | undefined) => string
	readonly votes: readonly LoadedVote[]
	readonly voted: readonly AssociationId[]
	/** What associations say of the votes that were entered for them. */
	readonly contests: readonly Contest[]
	/** What each choice is called. */
	readonly labels: Readonly<Record<Choice, string>>
	/** Each vote was for something, and none against. */
	readonly alike: boolean
	/** Whether how they voted may be seen. */
	readonly shown: boolean
}

/** Who has voted, and how where the bylaws let it be seen. */
export function RollCall({ ballot, part, to, votes, voted, contests, labels, alike, shown }: RollCallProps) {
	const lang = useLanguage()
	const t = catalogue(lang).ballot
	const voteBy = new Map(votes.map((vote) => [vote.associationId, vote]))
	const having = new Set(voted)
	const contestOf = new Map(contests.flatMap((each) => (each.standing ? [[each.associationId, each] as const] : [])))
	return (
		<section>
			<h2>{t.rollCall}</h2>
			<p>{t.votedOf(voted.length, ballot.electorate.length)}</p>
			{!shown && <p>{ballot.bylaws.secrecy === 'secret' ? t.secretExplained : t.hiddenExplained}</p>}
			{ballot.bylaws.secrecy === 'secret' && <p class="hint">{t.whileOpen}</p>}
			<InParts part={part} to={to} label={t.rollCall}>
				<Table
					caption={t.rollCall}
					captionHidden
					columns={[{ label: t.association }, { label: t.vote }, ...(shown ? [{ label: t.when }] : [])]}
					rows={part.items.map(({ associationId, name }) => {
						const vote = voteBy.get(associationId)
						const voteOf =
							shown && vote ? (
								<Cast vote={vote} labels={labels} alike={alike} />
							) : (
								<Turnout voted={having.has(associationId)} />
							)
						const contest = contestOf.get(associationId)
						const told = (
							<>
								{voteOf}
								{contest && <Contested contest={contest} name={name} />}
							</>
						)
						return [name, told, ...(shown ? [vote ? formatDateTime(lang, vote.at) : '–'] : [])]
					})}
				/>
			</InParts>
		</section>
	)
}

/** Marked for everybody: the association says that this is not right. */
function Contested(props: { readonly contest: Contest; readonly name: string }) {
	return (
		<>
			{' '}
			<Tag tone="wait">{catalogue(useLanguage()).meeting.mark}</Tag>
			<ContestWords {...props} />
		</>
	)
}

function Turnout({ voted }: { readonly voted: boolean }) {
	const t = catalogue(useLanguage()).ballot
	return <>{voted ? t.hasVoted : t.notVoted}</>
}

function Cast({ vote, labels, alike }: Pick<RollCallProps, 'labels' | 'alike'> & { readonly vote: LoadedVote }) {
	const t = catalogue(useLanguage()).ballot
	return (
		<>
			<Tag tone={alike ? 'plain' : TONES[vote.choice]}>{labels[vote.choice]}</Tag>
			<SignedInBy way={vote.way} />
			{vote.signs && <span class="hint"> {t.signedToo}</span>}
			{vote.dissent && (
				<p class="hint">
					{t[vote.dissent.kind]}: {vote.dissent.text}
				</p>
			)}
		</>
	)
}

const TONES = { yes: 'good', no: 'bad', abstain: 'plain' } as const
