import { expect, test } from 'vitest'
import type {
	AmendmentId,
	AmendmentVersionId,
	AssociationId,
	BlockId,
	BlockVersionId,
	PersonId,
} from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { STAGES } from '#domain/statement/statement.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	actor,
	chair,
	contextAt,
	contributorOf,
	delegateOf,
	deputyOf,
	SHEDO,
	STATEMENT_ID,
	seat,
	secretary,
	statement,
	stranger,
	TILIA,
} from '#test/support/rules.ts'
import type { Amendment } from './amendment.ts'
import { decideAmendment, reopenAmendment } from './deciding.ts'
import { joinAmendment, leaveAmendment } from './joining.ts'
import {
	AMENDMENT_REASON_LIMIT,
	AMENDMENT_TEXT_LIMIT,
	AMENDMENTS_LIMIT,
	changeAmendment,
	OWN_AMENDMENTS_LIMIT,
	proposeAmendment,
	putForwardAmendment,
	STRETCH_LIMIT,
	VERSIONS_LIMIT,
	withdrawAmendment,
} from './proposing.ts'

const FIRST = 'v1' as AmendmentVersionId
const block = (name: string, text: string): BlockVersion => ({
	id: `${name}-1` as BlockVersionId,
	blockId: name as BlockId,
	content: { kind: 'paragraph', text },
})
const SEEN = [block('a', 'Ett råd.'), block('b', 'Två råd.')]
const kept = ({ blockId, content }: BlockVersion) => ({ blockId, content })
const words = (blockId: string | null, text: string) => ({
	blockId: blockId as BlockId | null,
	content: { kind: 'paragraph', text } as const,
})
const CHANGED = { seen: SEEN, wanted: [words('a', 'Tre råd.'), ...SEEN.slice(1).map(kept)], reason: 'Fler behövs.' }
const FEW = { all: 3, last: 7, own: 1, waiting: 1 }
const consulting = statement('consulting')

const amendment = (changes: Partial<Amendment> = {}): Amendment => ({
	id: 'amendment' as AmendmentId,
	statementId: STATEMENT_ID,
	associationId: SHEDO,
	personId: 'somebody' as PersonId,
	state: 'open',
	versionId: FIRST,
	versions: 1,
	joined: [],
	asked: null,
	decidedIn: null,
	adoptedBy: null,
	...changes,
})
const joinedBy = (...ids: AssociationId[]) => ids.map((associationId) => ({ associationId, versionId: FIRST }))

const propose = (who = delegateOf(SHEDO), proposed = CHANGED, { text = consulting, standing = FEW } = {}) =>
	proposeAmendment(who, text, standing, { associationId: SHEDO, ...proposed }, contextAt())

test('a delegate’s or deputy’s amendment is put forward under the next number; a contributor’s waits, and its delegate is told', () => {
	for (const who of [delegateOf(SHEDO), deputyOf(SHEDO)]) {
		const { value, events, notifications } = granted(propose(who))
		expect(value.prepared).toBe(false)
		expect(events).toMatchObject([
			{ type: 'amendmentMade', payload: { number: 8, prepared: false, reason: 'Fler behövs.' } },
		])
		expect(notifications).toMatchObject([{ kind: 'amendments', associationId: null }])
	}
	const waits = granted(propose(contributorOf(SHEDO)))
	expect(waits.value.prepared).toBe(true)
	expect(waits.notifications).toMatchObject([{ associationId: SHEDO }])
})

test('only whoever speaks for the association proposes in its name, and only while the text can be changed', () => {
	for (const who of [chair, secretary, delegateOf(ANBO)]) expect(codeOf(propose(who))).toBe('notAllowed')
	expect(codeOf(propose(stranger))).toBe('notFound')
	const writable = STAGES.filter((stage) => propose(undefined, undefined, { text: statement(stage) }).ok)
	expect(writable).toEqual(['drafting', 'consulting'])
})

test('what changes nothing, has no reason, a long one, or something new that is empty is refused', () => {
	const refused = (change: Partial<typeof CHANGED>) => codeOf(propose(undefined, { ...CHANGED, ...change }))
	expect(refused({ wanted: SEEN.map(kept) })).toBe('amendmentChangesNothing')
	expect(refused({ reason: ' \n ' })).toBe('empty')
	expect(refused({ reason: 'x'.repeat(AMENDMENT_REASON_LIMIT + 1) })).toBe('tooLong')
	expect(refused({ wanted: [...SEEN.map(kept), words(null, ' ')] })).toBe('empty')
	expect(refused({ wanted: Array.from({ length: STRETCH_LIMIT + 1 }, () => words(null, 'Mer.')) })).toBe('tooLong')
	const page = words(null, 'x'.repeat(AMENDMENT_TEXT_LIMIT / 4))
	expect(refused({ wanted: [page, page, page, page, words(null, 'y')] })).toBe('tooLong')
	expect(refused({ wanted: [page, page, page, page] })).toBe('granted')
	const event = granted(propose(undefined, { ...CHANGED, reason: 'Två\nrader.' })).events[0]
	expect(event?.payload).toMatchObject({ reason: 'Två rader.' })
})

test('a block is kept, moved, left out or new; one that was not seen, or is there twice, is one of its own', () => {
	const wanted = [words('b', 'Två råd.'), words('a', 'Ett råd.'), words('a', 'Igen.'), words('other', 'Annat.')]
	const { payload } = granted(propose(undefined, { ...CHANGED, wanted })).events[0] ?? { payload: null }
	expect(payload).toMatchObject({
		seen: [
			{ blockId: 'a', id: 'a-1' },
			{ blockId: 'b', id: 'b-1' },
		],
		wanted: [{ blockId: 'b' }, { blockId: 'a' }, { blockId: null }, { blockId: null }],
	})
	expect(propose(undefined, { ...CHANGED, wanted: [] }).ok).toBe(true)
})

test('nobody alone uses up the room: what waits and what is put forward are counted apart', () => {
	const full = (standing: Partial<typeof FEW>, who = delegateOf(SHEDO)) =>
		codeOf(propose(who, undefined, { standing: { ...FEW, ...standing } }))
	expect(full({ own: OWN_AMENDMENTS_LIMIT })).toBe('tooManyOwnAmendments')
	expect(full({ waiting: OWN_AMENDMENTS_LIMIT }, contributorOf(SHEDO))).toBe('tooManyOwnAmendments')
	expect(full({ waiting: OWN_AMENDMENTS_LIMIT })).toBe('granted')
	expect(full({ all: AMENDMENTS_LIMIT })).toBe('tooManyAmendments')
})

test('what waits is put forward by delegate or deputy, in the words they have read, and does not exist for others', () => {
	const waits = amendment({ state: 'prepared' })
	const put = (who: Parameters<typeof propose>[0], versionId = FIRST, standing = FEW) =>
		putForwardAmendment(who ?? chair, consulting, waits, standing, { versionId }, contextAt())
	expect(granted(put(deputyOf(SHEDO))).events).toMatchObject([{ type: 'amendmentPutForward' }])
	expect(codeOf(put(contributorOf(SHEDO)))).toBe('notAllowed')
	expect(codeOf(put(delegateOf(SHEDO), 'v2' as AmendmentVersionId))).toBe('amendmentChanged')
	expect(codeOf(put(delegateOf(SHEDO), FIRST, { ...FEW, own: OWN_AMENDMENTS_LIMIT }))).toBe('tooManyOwnAmendments')
	for (const who of [chair, delegateOf(ANBO)]) expect(codeOf(put(who))).toBe('notFound')
	const decision = { versionId: FIRST, outcome: 'adopted', note: '' } as const
	expect(codeOf(decideAmendment(chair, consulting, waits, decision, contextAt(), []))).toBe('notFound')
	expect(codeOf(reopenAmendment(chair, consulting, waits, contextAt()))).toBe('notFound')
	const join = { associationId: ANBO, versionId: FIRST }
	expect(codeOf(joinAmendment(delegateOf(ANBO), consulting, waits, join, contextAt()))).toBe('notFound')
	expect(codeOf(leaveAmendment(delegateOf(ANBO), consulting, waits, join, contextAt()))).toBe('notFound')
	const again = amendment({ state: 'open' })
	expect(
		codeOf(putForwardAmendment(delegateOf(SHEDO), consulting, again, FEW, { versionId: FIRST }, contextAt())),
	).toBe('amendmentState')
})

test('a contributor rewords what waits; what is put forward, delegate and deputy alone, and those that joined are told', () => {
	const reword = (who: Parameters<typeof propose>[0], of: Amendment, versionId = FIRST) =>
		changeAmendment(who ?? chair, consulting, of, { versionId, ...CHANGED }, contextAt(), [])
	const waits = granted(reword(contributorOf(SHEDO), amendment({ state: 'prepared' })))
	expect(waits).toMatchObject({ events: [{ payload: { prepared: true } }], notifications: [{ associationId: SHEDO }] })
	const own = granted(reword(contributorOf(SHEDO), amendment({ state: 'prepared', personId: 'person' as PersonId })))
	expect(own.notifications).toEqual([])
	expect(codeOf(reword(contributorOf(SHEDO), amendment()))).toBe('notAllowed')
	const open = granted(reword(delegateOf(SHEDO), amendment({ joined: joinedBy(ANBO) })))
	expect(open.notifications?.map((each) => 'associationId' in each && each.associationId)).toEqual([null, SHEDO, ANBO])
	expect(codeOf(reword(delegateOf(SHEDO), amendment(), 'v2' as AmendmentVersionId))).toBe('amendmentChanged')
	expect(codeOf(reword(delegateOf(SHEDO), amendment({ versions: VERSIONS_LIMIT })))).toBe('tooManyVersions')
	for (const state of ['withdrawn', 'adopted', 'rejected'] as const)
		expect(codeOf(reword(delegateOf(SHEDO), amendment({ state })))).toBe('amendmentState')
	for (const who of [chair, delegateOf(ANBO)]) expect(codeOf(reword(who, amendment()))).toBe('notAllowed')
	expect(codeOf(reword(chair, amendment({ state: 'prepared' })))).toBe('notFound')
})

test('delegate and deputy withdraw, and those that joined are told; what waits is withdrawn by whoever made it too', () => {
	const withdraw = (who: Parameters<typeof propose>[0], of: Amendment) =>
		withdrawAmendment(who ?? chair, consulting, of, contextAt(), [])
	const { events, notifications } = granted(withdraw(deputyOf(SHEDO), amendment({ joined: joinedBy(ANBO) })))
	expect(events).toMatchObject([{ payload: { prepared: false } }])
	expect(notifications).toMatchObject([{ associationId: null }, { associationId: SHEDO }, { associationId: ANBO }])
	const hers = amendment({ state: 'prepared', personId: 'person' as PersonId })
	expect(granted(withdraw(contributorOf(SHEDO), hers))).toMatchObject({ notifications: [] })
	expect(codeOf(withdraw(contributorOf(SHEDO), amendment({ state: 'prepared' })))).toBe('notAllowed')
	expect(codeOf(withdraw(contributorOf(SHEDO), amendment({ personId: 'person' as PersonId })))).toBe('notAllowed')
	expect(codeOf(withdraw(chair, amendment()))).toBe('notAllowed')
	expect(codeOf(withdraw(delegateOf(SHEDO), amendment({ state: 'adopted' })))).toBe('amendmentState')
})

test('another association joins the words it has read, once; new words are joined anew; it leaves', () => {
	const join = (of: Amendment, versionId = FIRST, associationId = ANBO, who = delegateOf(associationId)) =>
		joinAmendment(who, consulting, of, { associationId, versionId }, contextAt())
	expect(granted(join(amendment())).events).toMatchObject([{ type: 'amendmentJoined', payload: { versionId: FIRST } }])
	expect(granted(join(amendment({ joined: joinedBy(ANBO) }))).events).toEqual([])
	const reworded = amendment({ versionId: 'v2' as AmendmentVersionId, joined: joinedBy(ANBO) })
	expect(codeOf(join(reworded))).toBe('amendmentChanged')
	expect(granted(join(reworded, 'v2' as AmendmentVersionId)).events).toHaveLength(1)
	expect(codeOf(join(amendment(), FIRST, SHEDO))).toBe('ownAmendment')
	expect(codeOf(join(amendment(), FIRST, ANBO, contributorOf(ANBO)))).toBe('notAllowed')
	expect(codeOf(join(amendment(), FIRST, ANBO, delegateOf(TILIA)))).toBe('notAllowed')
	expect(codeOf(join(amendment({ state: 'rejected' })))).toBe('amendmentState')
	const leave = (of: Amendment) =>
		leaveAmendment(delegateOf(ANBO), consulting, of, { associationId: ANBO }, contextAt())
	expect(granted(leave(amendment({ joined: joinedBy(ANBO) }))).events).toMatchObject([{ type: 'amendmentLeft' }])
	expect(granted(leave(amendment())).events).toEqual([])
})

const decide = (
	who: Parameters<typeof propose>[0],
	of = amendment(),
	decision: Partial<Parameters<typeof decideAmendment>[3]> = {},
	text = consulting,
) =>
	decideAmendment(
		who ?? chair,
		text,
		of,
		{ versionId: FIRST, outcome: 'adopted', note: '', ...decision },
		contextAt(),
		[],
	)

test('chair and secretary decide, and all that stand behind it are told', () => {
	for (const who of [chair, secretary]) {
		const { notifications } = granted(decide(who, amendment({ joined: joinedBy(ANBO, TILIA) })))
		const told = notifications?.map((each) => 'associationId' in each && each.associationId)
		// What the secretary decides the chair is told.
		expect(told).toEqual([...(who === secretary ? [null] : []), SHEDO, ANBO, TILIA])
	}
	for (const who of [delegateOf(SHEDO), contributorOf(ANBO)]) expect(codeOf(decide(who))).toBe('notAllowed')
})

test('nothing is rejected in silence, nor adopted with changes that are not told', () => {
	for (const outcome of ['rejected', 'adoptedWithChanges'] as const) {
		expect(codeOf(decide(chair, amendment(), { outcome, note: ' ' }))).toBe('empty')
		expect(granted(decide(chair, amendment(), { outcome, note: 'För dyrt.' })).events).toMatchObject([
			{ payload: { outcome, note: 'För dyrt.' } },
		])
	}
})

test('what is decided is what was read, is open, and is decided before the ballot opens', () => {
	expect(codeOf(decide(chair, amendment(), { versionId: 'v2' as AmendmentVersionId }))).toBe('amendmentChanged')
	for (const state of ['withdrawn', 'adopted'] as const)
		expect(codeOf(decide(chair, amendment({ state })))).toBe('amendmentState')
	const stages = STAGES.filter((stage) => decide(chair, amendment(), {}, statement(stage)).ok)
	expect(stages).toEqual(['drafting', 'consulting'])
})

test('whoever decides on what their own association stands behind has that said', () => {
	const both = actor(seat('chair'), seat('delegate', SHEDO))
	const ownIn = (of: Amendment) => granted(decide(both, of)).events[0]?.payload
	expect(ownIn(amendment())).toMatchObject({ own: true })
	expect(ownIn(amendment({ associationId: ANBO, joined: joinedBy(SHEDO) }))).toMatchObject({ own: true })
	expect(ownIn(amendment({ associationId: ANBO }))).toMatchObject({ own: false })
})

test('a decision is taken back, and those that were told of it are told of that', () => {
	const reopen = (of: Amendment, who = chair) => reopenAmendment(who, consulting, of, contextAt())
	const { events, notifications } = granted(reopen(amendment({ state: 'rejected', joined: joinedBy(ANBO) })))
	expect(events).toMatchObject([{ type: 'amendmentReopened' }])
	expect(notifications).toHaveLength(2)
	expect(codeOf(reopen(amendment()))).toBe('amendmentState')
	expect(codeOf(reopen(amendment({ state: 'adopted' }), delegateOf(SHEDO)))).toBe('notAllowed')
})
