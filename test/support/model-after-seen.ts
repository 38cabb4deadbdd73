import type { Entry, Of } from './model-entry.ts'
import { seatGivenIn, stockholmYear } from './model-log.ts'

/** What came about in a run that no single act tells. */
export function happenedIn(log: readonly Entry[]): string[] {
	return log.flatMap((entry, place) => told(entry, log.slice(0, place)))
}

const lastOf = <Type extends Entry['type']>(type: Type, log: readonly Entry[], is: (entry: Of<Type>) => boolean) =>
	log.findLast((e): e is Of<Type> => e.type === type && is(e as Of<Type>))

function told(entry: Entry, log: readonly Entry[]): string[] {
	const { seatId } = entry
	switch (entry.type) {
		case 'seatGiven': {
			if (entry.payload.role !== 'chair') return []
			const handed = log.at(-1)?.actId === entry.actId && log.at(-1)?.type === 'seatEnded'
			return [handed ? 'chair handed over' : seatId === null ? 'chair seated by the operator' : 'chair seated beside']
		}
		case 'published':
			return [`published in ${stockholmYear(entry.at)}`]
		case 'responseSent':
			if (entry.payload.reason !== '') return ['sent again']
			return lastOf('responseSent', log, (e) => e.statementId === entry.statementId)
				? ['sent after it was in vain']
				: []
		case 'olderImported':
			return [entry.payload.number === null ? 'brought in without a number' : 'brought in under its number']
		case 'olderCorrected': {
			const { olderId } = entry.payload
			const removed = lastOf('olderRemoved', log, (e) => e.payload.olderId === olderId)
			const corrected = lastOf('olderCorrected', log, (e) => e.payload.olderId === olderId)
			return removed && (corrected?.position ?? 0) < removed.position ? ['brought in again'] : []
		}
		case 'olderContestCarried':
			return ['an objection went with it']
		case 'olderContestParted':
			return ['an objection left what it had gone with']
		case 'olderOutcomesCorrected':
			return log.at(-1)?.actId === entry.actId ? ['outcomes taken back as a text was corrected'] : []
		case 'associationLeaving': {
			const { associationId } = entry.payload
			const said = log.findLast((e) => {
				const own = e.type === 'olderContested' || e.type === 'olderContestTakenBack'
				return own && e.payload.associationId === associationId
			})
			return said?.type === 'olderContested' ? ['one that contests is to leave'] : []
		}
		case 'olderContestTakenBack': {
			const { olderId, associationId } = entry.payload
			const said = lastOf('olderContested', log, ({ payload }) => {
				return payload.olderId === olderId && payload.associationId === associationId
			})
			const went = lastOf('olderContestCarried', log, ({ payload }) => {
				return payload.olderId === olderId && payload.associationId === associationId
			})
			if (!said && went) return ['what went with it was taken back']
			const given = seatGivenIn(log, seatId)?.at ?? 0
			return [said && given > said.at ? 'taken back by one seated since' : 'taken back by one seated before']
		}
		case 'commentHidden': {
			const { threadId, commentId, reason } = entry.payload
			if (reason === null) return ['shown again']
			const agreed = lastOf('commentAgreedWith', log, ({ payload }) => payload.threadId === threadId)
			return agreed?.payload.agrees && threadId === commentId ? ['hidden though others agree'] : ['hidden']
		}
		case 'commentResolved': {
			const hidden = lastOf('commentHidden', log, ({ payload }) => payload.threadId === entry.payload.threadId)
			return hidden?.payload.reason ? ['answered while hidden'] : []
		}
		default:
			return []
	}
}
