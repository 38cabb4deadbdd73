import type { Ballot } from '#domain/ballot.ts'
import type { AssociationId } from '#domain/id.ts'
import { formatDateTime } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { LoadedVote } from '#read/deciding.ts'
import { Tag } from '#ui/parts/tag.tsx'

type RollCallProps = {
	readonly lang: Language
	readonly ballot: Ballot
	readonly votes: readonly LoadedVote[]
	readonly voted: readonly AssociationId[]
	readonly over: boolean
}

/** Who has voted, and how where the bylaws let it be seen. */
export function RollCall({ lang, ballot, votes, voted, over }: RollCallProps) {
	const t = catalogue(lang).ballot
	const { secrecy } = ballot.bylaws
	const shown = secrecy === 'rollCall' || (secrecy === 'hiddenUntilClosed' && over)
	return (
		<section>
			<h2>{t.rollCall}</h2>
			<p>{t.votedOf(voted.length, ballot.electorate.length)}</p>
			{!shown && <p>{secrecy === 'secret' ? t.secretExplained : t.hiddenExplained}</p>}
			<table>
				<caption class="vh">{t.rollCall}</caption>
				<thead>
					<tr>
						<th scope="col">{t.association}</th>
						<th scope="col">{t.vote}</th>
						{shown && <th scope="col">{t.when}</th>}
					</tr>
				</thead>
				<tbody>
					{ballot.electorate.map(({ associationId, name }) => {
						const vote = votes.find((each) => each.associationId === associationId)
						return (
							<tr>
								<th scope="row">{name}</th>
								<td>
									{shown && vote ? (
										<Tag tone={TONES[vote.choice]}>{t.choices[vote.choice]}</Tag>
									) : voted.includes(associationId) ? (
										t.hasVoted
									) : (
										t.notVoted
									)}
									{shown && vote?.signs && <span class="hint"> {t.signedToo}</span>}
									{shown && vote?.dissent && (
										<p class="hint">
											{t[vote.dissent.kind]}: {vote.dissent.text}
										</p>
									)}
								</td>
								{shown && <td>{vote ? formatDateTime(lang, vote.at) : '–'}</td>}
							</tr>
						)
					})}
				</tbody>
			</table>
		</section>
	)
}

const TONES = { yes: 'good', no: 'bad', abstain: 'plain' } as const
