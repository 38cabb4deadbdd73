import type { Choice } from '#domain/deciding/ballot.ts'
import type { Bylaws } from '#domain/deciding/bylaws.ts'
import type { AssociationId, StatementId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import { blocksOf, hashOf, plainText } from './model.ts'
import { papersCast, resultOf } from './model-counting.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Before, Conditions, Laws } from './model-law.ts'
import {
	answersIn,
	heldBy,
	highestNumber,
	inOffice,
	lastVotes,
	openedIn,
	openingOf,
	putsText,
	roleOfSeat,
	roundOf,
	seatGivenIn,
	sinceExtended,
	stockholmYear,
} from './model-log.ts'
import { votesStand } from './model-meeting-laws.ts'
import { settledBefore } from './model-members.ts'
import { modelOf } from './model-reading.ts'
import { couldAnswer } from './model-voices.ts'
import { extendedRightly, heldAgainRightly, isVoid, lackedQuorum } from './model-without-quorum.ts'
import { DAY } from './rules.ts'

/** What must be true of ballots, sign-offs and publications. */
export const decidingLaws: Laws = {
	revisionFixed: (entry, { log }) => {
		const { title, language, blocks, textHash } = entry.payload
		const about = modelOf(log).statements.get(entry.statementId as StatementId)
		const standing = about ? blocksOf(about).map(({ id }) => id) : []
		const changed = blocks.filter(({ id }) => !standing.includes(id))
		const mended = about?.statement.stage === 'signing'
		return {
			'the text is the one that stands, but for the slip that is mended': mended
				? changed.length === 1 && blocks.length === standing.length
				: blocks.map(({ id }) => id).join() === standing.join(),
			'under its own title': title === about?.statement.title,
			'under its own hash': textHash === hashOf({ title, language, blocks: blocks.map(({ content }) => content) }),
		}
	},
	ballotExtended: extendedRightly,
	ballotOpened: (entry, before) => ({
		...putToAll(entry, before),
		...heldAgainRightly(entry, before),
		'it closes after it opens, and not after sign-off is due':
			entry.at < entry.payload.closesAt && entry.payload.closesAt <= entry.payload.signoffDueAt,
		'three or more vote in a secret ballot':
			entry.payload.bylaws.secrecy !== 'secret' || entry.payload.electorate.length >= 3,
		'silence is consent only where the bylaws say so':
			entry.payload.track === 'full' || entry.payload.bylaws.silenceIsConsent,
		'there is a week to object, whatever the chair says':
			entry.payload.track === 'full' || entry.payload.closesAt - entry.at >= 7 * DAY,
		'there is a week to vote and three days to sign, or it is said why not':
			entry.payload.track === 'light' ||
			entry.payload.urgent !== null ||
			(entry.payload.closesAt - entry.at >= 7 * DAY && entry.payload.signoffDueAt - entry.payload.closesAt >= 3 * DAY),
	}),
	voteCast: (entry, before) => {
		const { associationId, ballotId, choice, signs } = entry.payload
		const earlier = before.log.filter((e): e is Of<'voteCast'> => {
			return e.type === 'voteCast' && e.payload.ballotId === ballotId && e.payload.associationId === associationId
		})
		const role = heldBy(before.log, entry.seatId, entry.at)?.role
		const byDelegate = earlier.at(-1) && roleOfSeat(before.log, earlier.at(-1)?.seatId ?? null) === 'delegate'
		const { bylaws } = openedIn(before.log, ballotId)
		return {
			...mayStillVote(entry, ballotId, associationId, before),
			'the ballot is not secret': bylaws.secrecy !== 'secret',
			'a deputy leaves the delegate’s vote': !(role === 'deputy' && byDelegate),
			'only a yes signs, where the bylaws say so': !signs || (choice === 'yes' && bylaws.yesCarriesSignoff),
		}
	},
	paperCast: (entry, before) => {
		const { associationId, ballotId } = entry.payload
		const again = before.log.some((e) => {
			return e.type === 'paperCast' && e.payload.ballotId === ballotId && e.payload.associationId === associationId
		})
		return {
			...mayStillVote(entry, ballotId, associationId, before),
			'the ballot is secret': openedIn(before.log, ballotId).bylaws.secrecy === 'secret',
			'one paper each': !again,
			'it tells nothing else': Object.keys(entry.payload).sort().join() === 'associationId,ballotId',
		}
	},
	ballotClosed: (entry, { log }) => {
		const { ballotId, by, closedAt } = entry.payload
		const { closesAt, track, electorate, bylaws, urgent } = openedIn(log, ballotId)
		const since = sinceExtended(log, ballotId)
		const heard = new Set(
			log.flatMap((e) =>
				(e.type === 'voteCast' || e.type === 'paperCast') && e.payload.ballotId === ballotId
					? e.payload.associationId
					: [],
			),
		)
		const openedAt = openingOf(log, ballotId)?.at ?? Infinity
		const patient = bylaws.secrecy !== 'secret' && urgent === null && entry.at - openedAt >= 7 * DAY && since === log
		const byChair = entry.seatId !== null && closedAt === entry.at && entry.at < closesAt && track === 'full'
		return {
			'it has effect': !isVoid(entry, ballotId, log),
			'not on some, at a moment of the chair’s choosing': by === 'time' || heard.size === electorate.length || patient,
			'closed once': !since.some((e) => e.type === 'ballotClosed' && e.payload.ballotId === ballotId),
			'by the chair before its time, by time after it':
				by === 'chair' ? byChair : closedAt === closesAt && entry.at >= closesAt,
		}
	},
	ballotDecided: (entry, { log, papers }) => {
		const { ballotId, outcome, signing } = entry.payload
		const { bylaws, track, electorate, textHash } = openedIn(log, ballotId)
		const votes = lastVotes(log, ballotId)
		const secret = bylaws.secrecy === 'secret'
		const since = sinceExtended(log, ballotId)
		const choices = secret ? papers(ballotId) : [...votes.values()].map((vote) => vote.choice)
		const heard = secret ? papersCast(log, ballotId) : choices.length
		const count = (choice: Choice) => choices.filter((each) => each === choice).length
		const { openedAt: from, closesAt: until } = roundOf(log, entry.statementId)
		const all = electorate.every(({ associationId }) => couldAnswer(log, associationId, { from, until, bylaws }))
		const counted = resultOf(count('yes'), count('no'), heard, electorate.length, bylaws.preset, track)
		// Silence of whoever could not have spoken is no consent.
		const result = track === 'light' && counted === 'adopted' && !all ? 'noQuorum' : counted
		const signs = [...votes.values()].filter((vote) => vote.signs).map((vote) => vote.associationId)
		return {
			'it has effect': !isVoid(entry, ballotId, log),
			'closed first': since.some((e) => e.type === 'ballotClosed' && e.payload.ballotId === ballotId),
			'counted once': !since.some((e) => e.type === 'ballotDecided' && e.payload.ballotId === ballotId),
			'a ballot without quorum tells no counts of votes that were not seen, and any other all of them':
				'yes' in outcome !== (bylaws.secrecy !== 'rollCall' && result === 'noQuorum'),
			'it tells how many there were and had to be, and no more':
				'yes' in outcome || Object.keys(outcome).sort().join() === 'electorate,quorum,result',
			'no papers stay that were not counted, and all that were':
				!secret || choices.length === ('yes' in outcome ? heard : 0),
			'the tally is the votes':
				!('yes' in outcome) ||
				(outcome.yes === count('yes') && outcome.no === count('no') && outcome.abstain === count('abstain')),
			'the silent are the rest': !('yes' in outcome) || outcome.silent === electorate.length - heard,
			'the outcome is what the bylaws say': outcome.result === result,
			'signing follows adoption': (signing !== null) === (result === 'adopted'),
			'yes votes carry their sign-offs':
				!signing || sorted(signing.carried.map((each) => each.associationId)) === sorted(signs),
			'they bind the text voted on': !signing || signing.textHash === textHash,
		}
	},
	meetingDecisionEntered: (entry, before) => {
		const { votes, bylaws, outcome, electorate } = entry.payload
		const count = (choice: Choice) => votes.filter((vote) => vote.choice === choice).length
		const result = resultOf(count('yes'), count('no'), votes.length, electorate.length, bylaws.preset, 'full')
		return {
			...putToAll(entry, before),
			'counted as entered':
				'yes' in outcome && outcome.result === result && outcome.yes === count('yes') && outcome.no === count('no'),
			'not of a secret vote': bylaws.secrecy !== 'secret',
			'there are three days to sign, or it is said why not':
				entry.payload.urgent !== null || entry.payload.signoffDueAt - entry.at >= 3 * DAY,
		}
	},
	signoffGiven: (entry, { log }) => {
		const { associationId, textHash, answer, reason } = entry.payload
		const round = roundOf(log, entry.statementId)
		const role = heldBy(log, entry.seatId, entry.at)?.role
		const current = answersIn(round, textHash).get(associationId)
		return {
			'about the text as it stands': round.hashes.at(-1) === textHash,
			'of an association that voted': round.electorate.some((elector) => elector.associationId === associationId),
			'in time': entry.at < round.dueAt,
			...onlyIfBylawsSaySo(entry, round.bylaws, log),
			'declined with a reason': answer === 'signed' || reason !== '',
			'by its own': heldBy(log, entry.seatId, entry.at)?.associationId === associationId,
			'a deputy leaves the delegate’s answer': !(
				role === 'deputy' && roleOfSeat(log, current?.seatId ?? null) === 'delegate'
			),
		}
	},
	editorialChangeMade: (entry, { log }) => {
		const { bylaws, track } = roundOf(log, entry.statementId)
		const about = modelOf(log).statements.get(entry.statementId as StatementId)
		const voted = about?.voted.find(({ blockId }) => blockId === entry.payload.version.blockId)?.content
		const said = (block: Block | undefined) => (block ? plainText(block).replace(/(\p{L})\1+/gu, '$1') : 'nothing')
		return {
			'authorised when the ballot opened': bylaws.editorialChanges,
			'it says what was voted on': said(voted) === said(entry.payload.version.content),
			'all are asked again, with the time for it':
				entry.payload.signoffDueAt - entry.at >= (track === 'light' ? 7 : 3) * DAY,
		}
	},
	referredBack: noPapersStay,
	withdrawn: noPapersStay,
	published: (entry, before) => {
		const { log } = before
		const { payload, statementId } = entry
		const earlier = log.filter((e): e is Of<'published'> => e.type === 'published')
		const round = roundOf(log, statementId)
		const answers = answersIn(round, payload.textHash)
		const record = JSON.parse(payload.record)
		const listed: { name: string; signoff: string; vote: string | null }[] = record.associations
		const votes = lastVotes(log, round.ballotId)
		const atMeeting = new Map(round.meetingVotes.map((vote) => [vote.associationId, vote]))
		return {
			...votesStand(entry, before),
			'the next number of its year': payload.number === highestNumber(log, payload.year) + 1,
			'in the year it is in Sweden': payload.year === stockholmYear(entry.at),
			once: !earlier.some((e) => e.statementId === statementId),
			'under a label of its own': !earlier.some((e) => e.payload.label === payload.label),
			'the text is the one decided on': payload.textHash === round.hashes.at(-1),
			'the text is the one hashed': payload.textHash === hashOf(JSON.parse(payload.text)),
			'the record binds text and number':
				record.textHash === payload.textHash &&
				record.number === payload.number &&
				payload.recordHash === hashOf(record),
			'everybody answered, or had the time to':
				round.electorate.every((e) => answers.has(e.associationId)) || entry.at >= round.dueAt,
			'nobody stands behind a text without having said so, or had the time to object to it':
				round.track === 'full' ||
				((entry.at - round.changedAt >= 7 * DAY || round.electorate.every((e) => answers.has(e.associationId))) &&
					[...answers.values()].every(({ answer }) => answer === 'signed') &&
					[...votes.values()].every(({ choice }) => choice !== 'no')),
			'somebody stands behind it':
				round.track === 'light' || [...answers.values()].some(({ answer }) => answer === 'signed'),
			'the record names who signed, declined and kept silent': round.electorate.every(
				({ associationId }, index) => listed[index]?.signoff === (answers.get(associationId)?.answer ?? 'silent'),
			),
			'the record tells the votes that were counted': round.electorate.every(({ associationId }, index) => {
				return (
					(listed[index]?.vote ?? null) === ((votes.get(associationId) ?? atMeeting.get(associationId))?.choice ?? null)
				)
			}),
		}
	},
}

/** The electorate and the bylaws are the coalition's, and the text is put to nothing else. */
function putToAll(entry: Of<'ballotOpened'> | Of<'meetingDecisionEntered'>, before: Before): Conditions {
	const { log } = before
	return {
		...settledBefore(entry, before),
		'the text is put to one ballot at a time': !log.some((e) => {
			const put = (e.type === 'ballotOpened' || e.type === 'meetingDecisionEntered') && putsText(e)
			const standing = put && e.statementId === entry.statementId && !isVoid(entry, e.payload.ballotId, log)
			return standing && !lackedQuorum(log, e.payload.ballotId)
		}),
	}
}

function mayStillVote(entry: Entry, ballotId: string, associationId: AssociationId, { log }: Before): Conditions {
	const { closesAt, electorate, bylaws } = openedIn(log, ballotId)
	const opened = openingOf(log, ballotId)
	const given = seatGivenIn(log, entry.seatId)
	const closed = sinceExtended(log, ballotId).some((e) => e.type === 'ballotClosed' && e.payload.ballotId === ballotId)
	return {
		'it has effect': !isVoid(entry, ballotId, log),
		'not after the closing': !closed && entry.at < closesAt,
		'of an association entitled to vote': electorate.some((elector) => elector.associationId === associationId),
		'by its own': heldBy(log, entry.seatId, entry.at)?.associationId === associationId,
		'nobody votes from a seat given after the ballot opened': !!opened && !!given && given.at <= opened.at,
		...onlyIfBylawsSaySo(entry, bylaws, log),
	}
}

export function onlyIfBylawsSaySo(
	{ personId, at }: Entry,
	{ officersVote }: Bylaws,
	log: readonly Entry[],
): Conditions {
	return {
		'nobody with a seat for the coalition speaks for an association where the bylaws do not say so':
			officersVote || !inOffice(log, personId, at),
	}
}

/** The papers of a ballot that lost its effect before it was counted. */
function noPapersStay(entry: Of<'referredBack'> | Of<'withdrawn'>, { log, papers }: Before): Conditions {
	const uncounted = log.filter((e): e is Of<'ballotOpened'> => {
		const counted = (id: string) => log.some((other) => other.type === 'ballotDecided' && other.payload.ballotId === id)
		return e.type === 'ballotOpened' && e.statementId === entry.statementId && !counted(e.payload.ballotId)
	})
	return {
		'no papers stay of a ballot without effect': uncounted.every(
			({ payload }) => papers(payload.ballotId).length === 0,
		),
	}
}

const sorted = (ids: readonly string[]) => [...ids].sort().join()
