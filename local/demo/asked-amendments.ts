import * as z from 'zod'
import { firstValue } from '#db/rows.ts'
import type { SaidOfListed } from '#domain/amendment/consensus-answering.ts'
import { swedishDate, swedishInstant } from '#domain/kernel/calendar.ts'
import type { AmendmentId, AmendmentVersionId, BallotId, Instant, PersonId } from '#domain/kernel/id.ts'
import { answerConsensusList, openConsensusList } from '#usecases/amendment/consensus-list.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { openAmendmentBallot } from '#usecases/deciding/open-amendment-ballot.ts'
import { type Amending, propose, versionOf, wordsOf } from './amendments.ts'
import { blocksIn, granted, HOUR } from './making.ts'
import type { Member } from './seed-members.ts'

type Asking = Amending & { readonly chair: PersonId; readonly members: readonly Member[] }

/** A ballot on an amendment, and what whoever votes in it has read. */
type Put = { readonly ballotId: BallotId; readonly textHash: string }

const DAY = 24 * HOUR

/**
 * A new position that not all want is put to a ballot while the text is written, for a week and a little more. Gives what counts it
 * when the time is up: it is adopted, and waits to be put into the text.
 */
export async function seedDecidedBallot(making: Asking, since: Instant, until: Instant): Promise<() => Promise<void>> {
	const { at, deps, order, chair, statementId } = making
	const council = await saying(making, 'brukarråd')
	at(since)
	const text = 'Anhöriga ska ha en egen plats i brukarrådet, bredvid dem som själva får stöd.'
	const seat = { put: 'after', blocks: [{ kind: 'position', text }] } as const
	const why = 'Anhöriga ser annat än den som får stödet.'
	const proposed = await propose(making, memberCalled(making, 'FMN'), council, seat, why)
	at(since + 2 * HOUR)
	const put = await putToBallot(making, proposed, until)
	const votes = [
		[4, 'FMN', 'yes'],
		[7, 'OCD-föreningen Stockholms län', 'yes'],
		[22, 'Shedo', 'yes'],
		[25, 'Brukarföreningen Stockholm', 'no'],
		[31, 'Attention Stockholms län', 'yes'],
		[46, 'AnBo', 'no'],
		[69, 'Fountain House Stockholm', 'yes'],
	] as const
	for (const [hours, name, choice] of votes) {
		at(since + hours * HOUR)
		await vote(making, put, name, choice)
	}
	return async () => {
		at(until)
		granted(await closeBallot(deps, order(chair, { statementId, ballotId: put.ballotId })))
	}
}

/** One amendment that is voted on, and two that all are asked about in one question. Some have answered; not Attention, nor Sane. */
export async function seedAsked(making: Asking, since: Instant): Promise<void> {
	const { at, deps, order, chair, statementId } = making
	const member = (name: string) => memberCalled(making, name)
	const closesAt = swedishInstant(swedishDate(since + 9 * DAY), '20:00')
	at(since)
	const measures = await saying(making, 'tänker göra')
	const dated = wordsOf(measures, 'åt det', 'åt det, vem som ansvarar och när det ska vara klart')
	const brukar = member('Brukarföreningen Stockholm')
	const debated = await propose(making, brukar, measures, dated, 'Utan ett datum händer ingenting.')
	at(since + HOUR)
	const opening = await saying(making, 'saknar pengar')
	const timed = wordsOf(opening, 'saknar pengar', 'saknar pengar och tid')
	const first = await propose(making, member('Shedo'), opening, timed, 'Rubriken talar om tid, men inte texten.')
	at(since + 2 * HOUR)
	const found = await saying(making, 'kom fram')
	const readable = wordsOf(found, 'kom fram', 'kom fram, skrivet så att alla kan läsa det')
	const ocd = member('OCD-föreningen Stockholms län')
	const second = await propose(making, ocd, found, readable, 'En rapport på åttio sidor når inte dem den handlar om.')
	at(since + 3 * HOUR)
	const put = await putToBallot(making, debated, closesAt)
	const chosen: { readonly amendmentId: AmendmentId; readonly versionId: AmendmentVersionId }[] = []
	for (const amendmentId of [first, second]) {
		chosen.push({ amendmentId, versionId: await versionOf(making, amendmentId) })
	}
	const { listId } = granted(await openConsensusList(deps, order(chair, { statementId, chosen, closesAt }))).value
	at(since + 5 * HOUR)
	await vote(making, put, 'Brukarföreningen Stockholm', 'yes')
	at(since + 6 * HOUR)
	await vote(making, put, 'Fountain House Stockholm', 'yes')
	at(since + 7 * HOUR)
	await vote(making, put, 'FMN', 'no')
	const answer = async (name: string, said: readonly SaidOfListed[]) => {
		const { person, associationId } = member(name)
		granted(await answerConsensusList(deps, order(person, { statementId, listId, associationId, said })))
	}
	at(since + 8 * HOUR)
	await answer('Shedo', [])
	at(since + 9 * HOUR)
	const reason = 'Det hör hemma i kommunernas egna regler, inte här.'
	await answer('AnBo', [{ amendmentId: second, objects: true, reason }])
}

function memberCalled({ members }: Asking, called: string) {
	const found = members.find(({ name }) => name === called)
	if (!found) throw new Error(`the demonstration lacks ${called}`)
	return { person: found.delegate, associationId: found.id }
}

const saying = async (making: Asking, words: string) =>
	(await blocksIn(making, making.statementId)).find(({ content }) => 'text' in content && content.text.includes(words))

async function putToBallot(making: Asking, amendmentId: AmendmentId, closesAt: Instant): Promise<Put> {
	const { deps, order, chair, statementId } = making
	const versionId = await versionOf(making, amendmentId)
	const command = { statementId, amendmentId, versionId, against: null, closesAt }
	const { ballotId } = granted(await openAmendmentBallot(deps, order(chair, command))).value
	const [textHash] = await deps.db.read(firstValue('SELECT text_hash FROM ballot WHERE id = ?', [ballotId], z.string()))
	return { ballotId, textHash: textHash ?? '' }
}

async function vote(making: Asking, put: Put, name: string, choice: 'yes' | 'no'): Promise<void> {
	const { deps, order, statementId } = making
	const { person, associationId } = memberCalled(making, name)
	const command = { statementId, associationId, choice, signs: false, dissent: null, ...put, method: 'web' } as const
	granted(await castVote(deps, order(person, command)))
}
