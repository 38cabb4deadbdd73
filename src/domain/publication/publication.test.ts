import { expect, test } from 'vitest'
import { PRESETS } from '#domain/deciding/bylaws.ts'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { AssociationId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Signing } from '#domain/signing/signoff.ts'
import type { Stage } from '#domain/statement/statement.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	ballot,
	chair,
	coalition,
	DAY,
	eventOf,
	HOUR,
	member,
	NOW,
	SHEDO,
	secretary,
	signing,
	signoff,
	statement,
	TILIA,
	version,
} from '#test/support/rules.ts'
import { planPublication, positionStances, publish, readyToPublish } from './publication.ts'
import { type PublicationRecord, type Publishable, textOf } from './record.ts'

const position = (id: string) => version({ kind: 'position', text: `Ståndpunkt ${id}.` }, id)
const blocks = [version('Inledning.', 'i'), position('p'), position('q')]
const everyone = [signoff(SHEDO), signoff(ANBO), signoff(TILIA, { answer: 'declined', reason: 'Punkt 2.' })]

function publishable(more: Partial<Publishable> = {}, about: Partial<Signing> = {}): Publishable {
	return {
		coalition: coalition(),
		signing: signing({ signoffs: everyone, ...about }),
		blocks,
		salts: { title: 'salt 0', blocks: ['salt 1', 'salt 2', 'salt 3'] },
		votes: [
			{ associationId: SHEDO, choice: 'yes', dissent: null },
			{ associationId: ANBO, choice: 'no', dissent: { kind: 'reservation', text: 'Vi ansåg annat.' } },
		],
		stances: [{ associationId: SHEDO, position: 2, stance: 'oppose', reason: 'Kostar.', stale: false }],
		meeting: null,
		editorialChanges: [],
		inquiry: { title: 'God vård', sender: 'Socialdepartementet', references: 'S2020/06171/FS' },
		lastNumber: 6,
		position: 42,
		...more,
	}
}

const plan = (about = publishable(), by = chair, now = NOW) => planPublication(by, about, 'hash', now)
const recordOf = (about: Publishable, now = NOW): PublicationRecord => granted(plan(about, chair, now)).record

test('a statement is published when all have answered, or when the time to answer is over', () => {
	const waiting = signing({ signoffs: [signoff(SHEDO)] })
	expect(readyToPublish(waiting, NOW)).toEqual({
		ok: false,
		reason: { code: 'awaitingSignoffs', missing: [ANBO, TILIA], dueAt: NOW + 14 * DAY },
	})
	expect(codeOf(readyToPublish(waiting, NOW + 14 * DAY - 1))).toBe('awaitingSignoffs')
	expect(codeOf(readyToPublish(waiting, NOW + 14 * DAY))).toBe('granted')
	expect(codeOf(readyToPublish(signing({ signoffs: everyone }), NOW))).toBe('granted')
})

test('answers about an earlier text are no answers', () => {
	const older = everyone.map((each) => ({ ...each, textHash: 'older' }))
	expect(codeOf(readyToPublish(signing({ signoffs: older }), NOW))).toBe('awaitingSignoffs')
	expect(codeOf(readyToPublish(signing({ signoffs: older }), NOW + 14 * DAY))).toBe('nobodySigned')
})

test('somebody must put their name to a text, but for the light track, where nobody objected', () => {
	const declined = [SHEDO, ANBO, TILIA].map((id) => signoff(id, { answer: 'declined', reason: 'Nej.' }))
	expect(codeOf(readyToPublish(signing({ signoffs: declined }), NOW))).toBe('nobodySigned')
	expect(codeOf(readyToPublish(signing({ dueAt: NOW }), NOW))).toBe('nobodySigned')
	expect(codeOf(readyToPublish(signing({ dueAt: NOW, ballot: ballot({ track: 'light' }) }), NOW))).toBe('granted')
})

test('only a text in its signing stage is published: not twice, and not one that was withdrawn', () => {
	const stages: Stage[] = ['drafting', 'consulting', 'deciding', 'published', 'withdrawn']
	for (const stage of stages) {
		expect(codeOf(plan(publishable({}, { statement: statement(stage) })))).toBe('wrongStage')
	}
})

test('the chair publishes, the text they checked, having shown who they are', () => {
	expect(codeOf(plan())).toBe('granted')
	expect(codeOf(plan(publishable(), secretary))).toBe('notAllowed')
	expect(codeOf(planPublication(chair, publishable(), 'older', NOW))).toBe('textChanged')
	expect(codeOf(plan(publishable(), { ...chair, authenticatedAt: NOW - 12 * HOUR - 1 }))).toBe('reauthenticate')
})

test('the number is the next of the year in Sweden', () => {
	expect(recordOf(publishable())).toMatchObject({ label: 'NSPH-SL 2022:7', year: 2022, number: 7 })
	const midnight = swedishInstant('2023-01-01', '00:00')
	const first = { lastNumber: 0 }
	const recent = (now: number) => granted(plan(publishable(first), { ...chair, authenticatedAt: now }, now)).record
	expect(recent(midnight - 1)).toMatchObject({ year: 2022, number: 1, publishedOn: '2022-12-31' })
	expect(recent(midnight)).toMatchObject({
		label: 'NSPH-SL 2023:1',
		year: 2023,
		publishedOn: '2023-01-01',
		publishedAt: '2022-12-31T23:00:00Z',
	})
})

test('the record says who stands behind the text, how each voted, and who kept silent', () => {
	const { associations } = recordOf(publishable({}, { signoffs: everyone.slice(1), dueAt: NOW }))
	expect(associations).toEqual([
		{
			name: 'Shedo',
			area: 'Psykisk hälsa',
			vote: 'yes',
			dissent: null,
			signoff: 'silent',
			signoffMethod: null,
			reason: '',
			stances: [{ position: 2, stance: 'oppose', reason: 'Kostar.', stale: false }],
		},
		{
			name: 'AnBo',
			area: 'Psykisk hälsa',
			vote: 'no',
			dissent: { kind: 'reservation', text: 'Vi ansåg annat.' },
			signoff: 'signed',
			signoffMethod: 'web',
			reason: '',
			stances: [],
		},
		{
			name: 'Tilia',
			area: 'Psykisk hälsa',
			vote: null,
			dissent: null,
			signoff: 'declined',
			signoffMethod: 'web',
			reason: 'Punkt 2.',
			stances: [],
		},
	])
})

test('the record names the associations as they were when the ballot opened', () => {
	const renamed = coalition({ associations: [member(SHEDO, { name: 'Nytt namn' })] })
	expect(recordOf(publishable({ coalition: renamed })).associations.map(({ name }) => name)).toEqual([
		'Shedo',
		'AnBo',
		'Tilia',
	])
})

test('the record of a secret ballot tells nobody’s vote, only the outcome', () => {
	const secret = ballot({ bylaws: PRESETS.secret, outcome: signing().ballot.outcome, closedAt: NOW - DAY })
	const record = recordOf(publishable({ votes: [] }, { ballot: secret }))
	expect(record.associations.map(({ vote, dissent }) => [vote, dissent])).toEqual(Array(3).fill([null, null]))
	expect(record.decision.outcome).toMatchObject({ yes: 3, result: 'adopted' })
})

test('the record of a ballot says when it was open and under which bylaws', () => {
	expect(recordOf(publishable()).decision).toMatchObject({
		track: 'full',
		method: 'ballot',
		openedAt: '2022-10-11T08:00:00Z',
		closedAt: '2022-10-13T08:00:00Z',
		minutes: null,
		bylaws: PRESETS.standard,
		votedTextHash: 'hash',
		editorialChanges: [],
	})
})

test('the record of a meeting gives its date and where in the minutes it stands', () => {
	const meeting = { heldOn: '2022-10-10', minutes: '§ 7' }
	expect(recordOf(publishable({ meeting })).decision).toMatchObject({
		method: 'meeting',
		openedAt: '2022-10-10',
		closedAt: '2022-10-10',
		minutes: '§ 7',
	})
})

test('the record tells which text was voted on when a slip was mended after it', () => {
	const mended = { statement: statement('signing', { textHash: 'mended' }) }
	const signoffs = [SHEDO, ANBO, TILIA].map((id) => signoff(id, { textHash: 'mended' }))
	const about = publishable({ editorialChanges: [{ note: 'Skrivfel.', at: NOW - HOUR }] }, { ...mended, signoffs })
	const { record } = granted(planPublication(chair, about, 'mended', NOW))
	expect(record.textHash).toBe('mended')
	expect(record.decision).toMatchObject({
		votedTextHash: 'hash',
		editorialChanges: [{ note: 'Skrivfel.', at: '2022-10-14T07:00:00Z' }],
	})
})

test('no id and no person is in the record: every id that goes in is looked for in what comes out', () => {
	const marked = (id: string) => `id-of-${id}` as AssociationId
	const ids = ['x', 'y'].map(marked)
	const electorate = ids.map((associationId, index) => ({ associationId, name: `Förening ${index}`, area: '' }))
	const base = signing()
	const about = publishable(
		{
			votes: ids.map((associationId) => ({ associationId, choice: 'yes', dissent: null, seatId: 'id-of-seat' })),
			stances: ids.map((associationId) => ({
				associationId,
				position: 1,
				stance: 'support',
				reason: '',
				stale: false,
				blockId: 'id-of-block',
			})),
			coalition: { ...coalition(), id: 'id-of-coalition' as never },
		},
		{
			statement: statement('signing', { id: 'id-of-statement' as never, revisionId: 'id-of-revision' as never }),
			ballot: { ...base.ballot, id: 'id-of-ballot' as never, electorate },
			signoffs: ids.map((id) => ({ ...signoff(id), seatId: 'id-of-seat', personId: 'id-of-person' })),
		},
	)
	const record = granted(plan(about)).record
	expect(record.associations).toHaveLength(2)
	expect(JSON.stringify(record)).not.toContain('id-of-')
})

test('the text of a record is title, language and the contents of the blocks in order', () => {
	expect(textOf(statement('signing'), blocks)).toEqual({
		title: 'Ett svar',
		language: 'sv',
		blocks: blocks.map((block) => block.content),
	})
	expect(granted(plan()).text).toEqual(textOf(statement('signing'), blocks))
})

test('publishing takes the number and writes the finished bytes in one decision, while nothing else has happened', () => {
	const { record, guards } = granted(plan())
	const bytes = { textBytes: 'text bytes', recordBytes: 'record bytes', recordHash: 'record hash', revealed: 'parts' }
	const decision = publish(publishable(), { record, guards, ...bytes })
	const result = { ok: true, value: decision } as const
	expect(eventOf('numberTaken', result)).toEqual({ year: 2022, number: 7 })
	expect(eventOf('published', result)).toEqual({
		year: 2022,
		number: 7,
		label: 'NSPH-SL 2022:7',
		textHash: 'hash',
		recordHash: 'record hash',
		text: 'text bytes',
		record: 'record bytes',
		revealed: 'parts',
	})
	const plain = publish(publishable(), { record, guards, ...bytes, revealed: null })
	expect(eventOf('published', { ok: true, value: plain })).not.toHaveProperty('revealed')
	expect(decision.events.map((event) => event.stream)).toEqual(['series:coalition:2022', 'statement:statement'])
	expect(decision.value).toEqual({ year: 2022, number: 7, label: 'NSPH-SL 2022:7' })
	expect(decision.notifications).toHaveLength(3)
	expect(decision.guards).toEqual([
		{ kind: 'seated', seatId: 'seat-chair-null', now: NOW },
		{ kind: 'stageIn', statementId: 'statement', stages: ['signing'] },
		{ kind: 'unchangedSince', statementId: 'statement', position: 42 },
	])
})

const on = (id: string, more: { versionId?: string } = {}) => ({
	associationId: SHEDO,
	blockId: version('', id).blockId,
	versionId: (more.versionId ?? `${id}-v1`) as BlockVersionId,
	stance: 'support' as const,
	reason: id,
})

test('stances follow the numbers that positions have in the text, whatever was recorded first', () => {
	const found = positionStances([on('q'), on('p')], [position('p'), version('Text.', 'i'), position('q')])
	expect(found.map(({ position: number, reason }) => [number, reason])).toEqual([
		[1, 'p'],
		[2, 'q'],
	])
	expect(positionStances([on('p'), on('q')], [position('q'), position('p')]).map(({ reason }) => reason)).toEqual([
		'q',
		'p',
	])
})

test('stances on positions since removed, or no longer positions, are left out', () => {
	expect(positionStances([on('gone'), on('i')], [version('Text.', 'i'), position('p')])).toEqual([])
})

test('a stance on an earlier wording is marked as stale', () => {
	const found = positionStances([on('p'), on('q', { versionId: 'q-v0' })], blocks)
	expect(found.map(({ stale }) => stale)).toEqual([false, true])
})
