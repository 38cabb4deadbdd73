import { expect, test } from 'vitest'
import { PRESETS } from '#domain/deciding/bylaws.ts'
import type { BlockId } from '#domain/kernel/id.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { Block } from '#domain/statement/block.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ballot,
	chair,
	contextAt,
	DAY,
	eventOf,
	guardsOf,
	NOW,
	SHEDO,
	secretary,
	signing,
	signoff,
	statement,
	version,
} from '#test/support/rules.ts'
import { type DecidedText, type EditorialChange, makeEditorialChange, planEditorialChange } from './editorial-change.ts'
import type { Signing } from './signoff.ts'

const blocks = [version('Vi är positva.', 'a'), version('Slut.', 'b')]

function planned(
	command: Partial<EditorialChange> = {},
	by: Actor = chair,
	about: Signing = signing(),
	text: DecidedText = { blocks, voted: blocks },
) {
	const asked = {
		blockId: 'a' as BlockId,
		content: { kind: 'paragraph', text: 'Vi är positiva.' } as Block,
		note: ' Ett skrivfel. ',
		signoffDueAt: NOW + 20 * DAY,
	}
	return planEditorialChange(by, about, text, { ...asked, ...command }, contextAt())
}

test('a slip is mended in one block, and everybody is asked to sign the new text', () => {
	const about = signing({ signoffs: [signoff(SHEDO)] })
	const plan = granted(planned({}, chair, about))
	expect(plan.blocks.map(({ content }) => content)).toEqual([
		{ kind: 'paragraph', text: 'Vi är positiva.' },
		blocks[1]?.content,
	])
	const salts = { title: 'salt 0', blocks: ['salt 3', 'salt 2'] }
	const mended = { textHash: 'new hash', salts }
	const decision = makeEditorialChange(about, plan, { signoffDueAt: NOW + 20 * DAY }, mended, contextAt())
	const events = { ok: true, value: decision } as const
	expect(eventOf('revisionFixed', events)).toMatchObject({ textHash: 'new hash', salts, blocks: plan.blocks })
	expect(eventOf('editorialChangeMade', events)).toEqual({
		version: plan.version,
		previous: blocks[0],
		note: 'Ett skrivfel.',
		revisionId: eventOf('revisionFixed', events).revisionId,
		signoffDueAt: NOW + 20 * DAY,
	})
	expect(decision.notifications).toHaveLength(3)
	expect(guardsOf(events)).toEqual(['seated', 'stageIn'])
})

test('a slip is mended only where the bylaws authorised it when the ballot opened', () => {
	const about = signing({ ballot: ballot({ bylaws: PRESETS.writtenProcedure }) })
	expect(codeOf(planned({}, chair, about))).toBe('editorialNotAuthorised')
	expect(codeOf(planned({}, secretary))).toBe('notAllowed')
})

test.each<[string, Partial<EditorialChange>]>([
	['empty', { note: ' ' }],
	['deadlinePassed', { signoffDueAt: NOW }],
	['invalid', { signoffDueAt: 9e15 }],
	['blockGone', { blockId: 'x' as BlockId }],
	['empty', { content: { kind: 'paragraph', text: 'Vi är positva.' } }],
	['tooLong', { content: { kind: 'paragraph', text: 'x'.repeat(20_001) } }],
	['notEditorial', { content: { kind: 'paragraph', text: 'Vi är negativa.' } }],
	['notEditorial', { content: { kind: 'position', text: 'Vi är positiva.' } }],
	['tooLittleTime', { signoffDueAt: NOW + 3 * DAY - 1 }],
])('an editorial change is refused as %s: %j', (code, command) => {
	expect(codeOf(planned(command))).toBe(code)
})

test('slip after slip does not lead away from what was voted on', () => {
	const blocksNow = [version('Vi är posivita.', 'a'), version('Slut.', 'b')]
	const voted = [version('Vi är posita.', 'a'), version('Slut.', 'b')]
	const text = { blocks: blocksNow, voted }
	const to = (words: string) => planned({ content: { kind: 'paragraph', text: words } }, chair, signing(), text)
	expect(codeOf(to('Vi är positiva.'))).toBe('granted')
	expect(codeOf(to('Vi är posivitamen.'))).toBe('notEditorial')
})

test('where silence is consent a mended text has the time to object', () => {
	const light = signing({ ballot: ballot({ track: 'light' }) })
	expect(codeOf(planned({ signoffDueAt: NOW + 7 * DAY - 1 }, chair, light))).toBe('tooLittleTime')
	expect(codeOf(planned({ signoffDueAt: NOW + 7 * DAY }, chair, light))).toBe('granted')
})

test('nothing is mended before the decision, and nothing more after publishing', () => {
	for (const stage of ['drafting', 'consulting', 'deciding', 'published', 'withdrawn'] as const) {
		expect(codeOf(planned({}, chair, signing({ statement: statement(stage) })))).toBe('wrongStage')
	}
})
