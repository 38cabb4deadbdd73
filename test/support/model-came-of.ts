import type { Entry } from './model-entry.ts'
import { openedIn } from './model-log.ts'

/** What came of the questions about amendments in a run, in words, so that it is seen what runs have been through. */
export const cameOf = (log: readonly Entry[]): string[] => log.flatMap((entry) => cameOfOne(entry, log))

function cameOfOne(entry: Entry, log: readonly Entry[]): string[] {
	const act = log.filter(({ actId }) => actId === entry.actId)
	switch (entry.type) {
		case 'ballotDecided': {
			const { ballotId, outcome } = entry.payload
			const { subject, bylaws } = openedIn(log, ballotId)
			const counted = outcome.result !== 'noQuorum'
			const secret = bylaws.secrecy === 'secret' ? [`secret: ${counted ? 'counted' : 'noQuorum'}`] : []
			if (subject.kind === 'text') return ['on the text']
			if (subject.against === null) return [...secret, `alone: ${outcome.result}`]
			const [yes, no] = 'yes' in outcome ? [outcome.yes, outcome.no] : [0, 0]
			return [...secret, `two: ${counted ? (yes > no ? 'first' : yes < no ? 'second' : 'tied') : 'noQuorum'}`]
		}
		case 'consensusListSettled':
			return entry.payload.outcomes.map(({ outcome }) => `list: ${outcome}`)
		case 'amendmentMerged': {
			const { outcome, amendmentId } = entry.payload
			const several = act.filter(({ type }) => type === 'amendmentMerged').length > 1
			const balloted = log.some(({ type, payload }) => {
				return type === 'amendmentDecided' && payload.amendmentId === amendmentId && payload.ballotId !== undefined
			})
			return [
				`merged: ${outcome}`,
				...(several ? ['merged several'] : []),
				...(balloted ? ['merged what a ballot adopted'] : []),
			]
		}
		case 'amendmentBallotReminded':
		case 'consensusListReminded': {
			const { associations, moment } = entry.payload
			return associations.length > 0
				? [`reminded of a ${'listId' in entry.payload ? 'list' : 'ballot'}: ${moment}`]
				: []
		}
		case 'amendmentUnmerged':
			return ['unmerged']
		case 'amendmentReopened': {
			const first = act.find(({ type }) => type !== 'documentRearranged')
			return entry.payload.ballotId === undefined ? [] : [`open again: ${first?.type}`]
		}
		default:
			return []
	}
}
