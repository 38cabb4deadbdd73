import type { AssociationId, PersonId, StatementId } from '#domain/kernel/id.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import { closeDueBallots } from '#usecases/deciding/close-due-ballots.ts'
import { contestMeetingVote } from '#usecases/deciding/contest-vote.ts'
import { enterMeetingDecision, openBallot } from '#usecases/deciding/open-ballot.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { FAILED } from './access-place.ts'
import { DAY, granted, type World } from './world.ts'

type Speaker = { readonly associationId: AssociationId; readonly delegate: PersonId }

async function letterOf({ deps, order }: World, chair: PersonId, title: string): Promise<StatementId> {
	const bring = <Command>(command: Command) => order(chair, command, undefined, DEMO_SLUG)
	const letter = { kind: 'letter', language: 'sv', title, track: 'full', inquiryId: null } as const
	const { statementId } = granted(await startStatement(deps, bring(letter))).value
	const edit = { do: 'write', blocks: [{ kind: 'paragraph', text: 'Ett stycke.' }] } as const
	granted(await editDocument(deps, bring({ statementId, edit })))
	return statementId
}

/** A text decided on at a meeting, with the time to say that votes were not entered rightly; one association has. */
export async function decidedAtMeeting(world: World, chair: PersonId, by: Speaker): Promise<StatementId> {
	const statementId = await letterOf(world, chair, 'Ett brev från mötet')
	const decision = { heldOn: '2026-11-20', minutes: '§ 7', votes: [], signoffDueAt: world.clock.now + 14 * DAY }
	const enter = world.order(chair, { statementId, ...decision }, undefined, DEMO_SLUG)
	const { ballotId } = granted(await enterMeetingDecision(world.deps, enter)).value
	const { associationId } = by
	const said = { statementId, ballotId, associationId, voted: 'yes', reason: 'Vi röstade ja.' } as const
	granted(await contestMeetingVote(world.deps, world.order(by.delegate, said, undefined, DEMO_SLUG)))
	return statementId
}

/** Texts on which too few voted, so that each ballot can go on or be held again. */
export async function ballotsWithoutQuorum(
	world: World,
	chair: PersonId,
): Promise<Record<(typeof FAILED)[number], StatementId>> {
	const texts: [string, StatementId][] = []
	for (const name of FAILED) texts.push([name, await ballotOver(world, chair)])
	await closeDueBallots(world.deps)
	return Object.fromEntries(texts) as Record<(typeof FAILED)[number], StatementId>
}

/** A text that was put to a ballot whose time is up, so that it can be closed. */
export async function ballotOver(world: World, chair: PersonId): Promise<StatementId> {
	const { deps, order, clock } = world
	const { now } = clock
	clock.now = now - 8 * DAY
	const bring = <Command>(command: Command) => order(chair, command, undefined, DEMO_SLUG)
	const statementId = await letterOf(world, chair, 'Ett brev till')
	const put = { statementId, track: 'full', textHash: null, closesAt: now - DAY } as const
	granted(await openBallot(deps, bring(put)))
	clock.now = now
	return statementId
}
