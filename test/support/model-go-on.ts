import { associationsWithVoice } from '#domain/deciding/voice.ts'
import { extendBallot, holdBallotAgain } from '#domain/deciding/without-quorum.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import { ballotOf, blocksOf, type ModelStatement } from './model.ts'
import { actorIn, type Step } from './model-attempt.ts'
import { electorsOf, presetOf } from './model-members.ts'
import type { Decide, View } from './model-store.ts'
import { DAY } from './rules.ts'

/** Too few voted, and it goes on or is held again; null: it is sent back. */
export function goOn(
	view: View,
	about: ModelStatement,
	step: Step,
	by: PersonId,
	again: (view: View) => ModelStatement,
) {
	const ballot = ballotOf(about)
	if (ballot?.outcome?.result !== 'noQuorum' || step.c > 3) return null
	const times = (read: View) => ({ closesAt: read.now + 7 * DAY, signoffDueAt: read.now + 10 * DAY })
	const held = (read: View) => {
		const now = again(read)
		return { ...read, statement: now.statement, blocks: blocksOf(now), ballot: ballotOf(now) ?? ballot }
	}
	const voices = (until: number) => {
		const associations = ballot.electorate.map(({ associationId }) => associationId)
		const asked = { from: ballot.opensAt, until, bylaws: ballot.bylaws, associations }
		return associationsWithVoice(view.seats, asked).size
	}
	const open = ballot.track === 'full' && ballot.bylaws.secrecy !== 'secret' && !ballot.meeting
	const heard = voices(ballot.opensAt) === voices(view.now + 7 * DAY)
	if (open && heard && ballot.extensions < 2 && step.flag) {
		const decide: Decide = (read, context) => extendBallot(actorIn(read, by), held(read), times(read), context)
		return { name: 'extendBallot', by, decide }
	}
	const electors = electorsOf(view, view.now).length
	if (electors === 0 || (presetOf(view, view.now) === 'secret' && electors < 3)) return null
	const decide: Decide = (read, context) =>
		holdBallotAgain(actorIn(read, by), held(read), { track: 'full', ...times(read) }, context)
	return { name: 'holdBallotAgain', by, decide }
}
