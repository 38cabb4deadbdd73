import { expect, test } from 'vitest'
import * as z from 'zod'
import { PRESETS } from '#domain/deciding/bylaws.ts'
import { factReader, readFact, sentenceOf, type WrittenFact } from './read.ts'
import { versionOf } from './versions.ts'

/** As if a reason had first been a number, then a text under another name. */
const upcasts = {
	withdrawn: [
		z.strictObject({ code: z.int() }).transform(({ code }) => ({ why: `Skäl ${code}` })),
		z.strictObject({ why: z.string() }).transform(({ why }) => ({ reason: why })),
	],
}

const refusal = (read: ReturnType<typeof readFact>) => (read.ok ? null : sentenceOf(read.reason))

test('a fact of today is read as it was written, optional parts and all', () => {
	const source = { statementId: 's', number: 3, blockId: 'b' }
	const content = { kind: 'quote', text: 'Så är det.', source: 'SOU 2022:41' }
	const payload = { how: 'added', order: ['b'], written: [{ id: 'v', blockId: 'b', content }], source }
	for (const each of [payload, { ...payload, source: undefined }]) {
		const written = JSON.parse(JSON.stringify(each))
		expect(readFact({ type: 'documentRearranged', version: 1, payload: written })).toEqual({
			ok: true,
			value: { type: 'documentRearranged', payload: written },
		})
	}
})

test('a fact of an earlier version goes through the steps from its own on', () => {
	const read = factReader(upcasts)
	expect(versionOf('withdrawn', upcasts)).toBe(3)
	for (const [version, payload] of [
		[1, { code: 7 }],
		[2, { why: 'Skäl 7' }],
		[3, { reason: 'Skäl 7' }],
	] as const) {
		expect(read({ type: 'withdrawn', version, payload })).toMatchObject({
			ok: true,
			value: { payload: { reason: 'Skäl 7' } },
		})
	}
	expect(read({ type: 'referredBack', version: 1, payload: { reason: 'x' } })).toMatchObject({ ok: true })
})

test.each<[string, WrittenFact]>([
	['unknown type', { type: 'positionAdopted', version: 1, payload: {} }],
	['newer version', { type: 'withdrawn', version: 4, payload: { reason: 'x' } }],
	['word that every object knows', { type: 'toString', version: 1, payload: {} }],
])('a fact of an %s is refused with a sentence that names it', (_name, written) => {
	expect(refusal(factReader(upcasts)(written))).toBe(
		`an event of type ${written.type}, version ${written.version}, which a newer Samsvar wrote: this one is too old for it. Update first.`,
	)
})

test.each<[string, WrittenFact, string]>([
	['lacks something', { type: 'titleChanged', version: 1, payload: {} }, ' (at title)'],
	['holds more', { type: 'titleChanged', version: 1, payload: { title: 'x', id: 'y' } }, ''],
	['is of another version than it says', { type: 'withdrawn', version: 1, payload: { reason: 'x' } }, ' (at code)'],
])('a fact that %s is refused', (_name, written, at) => {
	expect(refusal(factReader(upcasts)(written))).toBe(
		`an event of type ${written.type}, version ${written.version}, that is not what its version says${at}.`,
	)
})

test('a ballot of before it said its subject was on the whole text', () => {
	const { leastDays: _none, officersVote: _unsaid, ...bylaws } = PRESETS.standard
	const opened = { textHash: 'hash', track: 'full', closesAt: 2, signoffDueAt: 3, bylaws, electorate: [] }
	const noneYet = { ...bylaws, leastDays: { answer: 0, object: 0, sign: 0 }, officersVote: true }
	const read = readFact({ type: 'ballotOpened', version: 1, payload: { ballotId: 'b', ...opened } })
	expect(read).toMatchObject({
		ok: true,
		value: { payload: { ballotId: 'b', subject: { kind: 'text' }, ...opened, bylaws: noneYet, urgent: null } },
	})
	const told = { ballotId: 'b', subject: { kind: 'text' }, ...opened }
	expect(readFact({ type: 'ballotOpened', version: 1, payload: told })).toMatchObject({ ok: false })
	expect(readFact({ type: 'ballotOpened', version: 2, payload: told })).toMatchObject({ ok: true })
	expect(readFact({ type: 'ballotOpened', version: 3, payload: told })).toMatchObject({ ok: false })
})

test('an outcome of before secret ballots could be uncounted has counts; one of today need not', () => {
	const without = { electorate: 9, quorum: 5, result: 'noQuorum' }
	const counted = { yes: 1, no: 0, abstain: 0, silent: 8, ...without }
	const read = (version: number, outcome: object) =>
		readFact({ type: 'ballotDecided', version, payload: { ballotId: 'b', outcome, signing: null } })
	expect(read(1, counted)).toMatchObject({ ok: true, value: { payload: { outcome: counted } } })
	expect(read(1, without)).toMatchObject({ ok: false })
	expect(read(2, counted)).toMatchObject({ ok: true })
	expect(read(2, without)).toMatchObject({ ok: true, value: { payload: { outcome: without } } })
	expect(read(2, { ...counted, result: 'adopted', yes: undefined })).toMatchObject({ ok: false })
})

test('other bylaws of before were in force at once, and those of today say which are until then', () => {
	const settings = { name: 'NSPH', seriesPrefix: 'N', preset: 'board', language: 'sv', listed: true }
	const former = { preset: 'standard', until: 7 }
	const read = (version: number, payload: object) => readFact({ type: 'coalitionChanged', version, payload })
	expect(read(1, { settings })).toMatchObject({ ok: true, value: { payload: { settings, former: null } } })
	expect(read(2, { settings, former })).toMatchObject({ ok: true, value: { payload: { settings, former } } })
	expect(read(1, { settings, former })).toMatchObject({ ok: false })
	expect(read(2, { settings })).toMatchObject({ ok: false })
})
