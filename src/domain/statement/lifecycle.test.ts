import { expect, test } from 'vitest'
import { openConsultation, type RecordStance, recordStances } from '#domain/deciding/consultation.ts'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import { markAsSent } from '#domain/publication/dispatch.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	chair,
	coalition,
	contextAt,
	contributorOf,
	DAY,
	delegateOf,
	deputyOf,
	eventOf,
	guardsOf,
	inquiry,
	NOW,
	SHEDO,
	secretary,
	statement,
	version,
} from '#test/support/rules.ts'
import { BLOCK_LIMIT } from './block-texts.ts'
import { changeTitle, referBack, startStatement, withdraw } from './lifecycle.ts'
import { STAGES, type Stage } from './statement.ts'

/** No ballot on an amendment is under way. */
const NONE = { ballots: 0, position: 7, list: null }
const command = { kind: 'response', language: 'sv', title: ' Svar ', track: 'full' } as const

/** The stages from which something is granted; everywhere else it must be refused for the stage. */
function grantedIn(act: (stage: Stage) => Parameters<typeof codeOf>[0]): Stage[] {
	const codes = STAGES.map((stage) => [stage, codeOf(act(stage))] as const)
	for (const [, code] of codes) expect(['granted', 'wrongStage']).toContain(code)
	return codes.filter(([, code]) => code === 'granted').map(([stage]) => stage)
}

test('a statement answers an inquiry, which is thereby accepted', () => {
	const started = startStatement(secretary, inquiry(), command, contextAt())
	expect(eventOf('statementStarted', started)).toEqual({ ...command, title: 'Svar', inquiryId: 'inquiry' })
	expect(eventOf('inquiryAccepted', started)).toEqual({ inquiryId: 'inquiry', track: 'full' })
})

test('a letter answers nothing, and a second statement accepts nothing anew', () => {
	const letter = startStatement(chair, null, { ...command, kind: 'letter' }, contextAt())
	expect(eventOf('statementStarted', letter).inquiryId).toBeNull()
	for (const status of ['accepted', 'answered'] as const) {
		const second = startStatement(chair, inquiry({ status }), command, contextAt())
		expect(granted(second).events.map((event) => event.type)).toEqual(['statementStarted'])
	}
})

test('a statement may start from a text, and is not started where the text is refused', () => {
	const from = (text: string) => startStatement(chair, inquiry(), command, contextAt(), [{ kind: 'paragraph', text }])
	expect(granted(from('Vi har svarat.')).events.map(({ type }) => type)).toEqual([
		'statementStarted',
		'inquiryAccepted',
		'documentWritten',
	])
	const { statementId } = granted(from('')).value
	expect(granted(from('')).events[2]?.stream).toBe(`document:${statementId}`)
	expect(codeOf(from('x'.repeat(BLOCK_LIMIT + 1)))).toBe('tooLong')
})

test('an inquiry that was declined is not answered', () => {
	expect(codeOf(startStatement(chair, inquiry({ status: 'declined' }), command, contextAt()))).toBe('inquiryClosed')
})

test('a statement has a title of at most 300 characters, on one line', () => {
	const titled = (title: string) => startStatement(chair, null, { ...command, title }, contextAt())
	expect(['', ' ', 'x'.repeat(301)].map((title) => codeOf(titled(title)))).toEqual(['empty', 'empty', 'tooLong'])
	expect(eventOf('statementStarted', titled('Svar\nBcc: alla')).title).toBe('Svar Bcc: alla')
	expect(eventOf('titleChanged', changeTitle(chair, statement('drafting'), ' Nytt\r\nnamn', contextAt())).title).toBe(
		'Nytt namn',
	)
})

test('chair and secretary start statements, delegates do not', () => {
	expect(codeOf(startStatement(delegateOf(SHEDO), null, command, contextAt()))).toBe('notAllowed')
})

test('each act is possible where the life cycle has it, and nowhere else', () => {
	const context = contextAt()
	const sent = { sentOn: '2022-10-14', how: 'e-post', to: 's.remissvar@example.org' }
	const text = [version('Text.')]
	expect(grantedIn((stage) => changeTitle(delegateOf(SHEDO), statement(stage), 'Nytt', context))).toEqual([
		'drafting',
		'consulting',
	])
	expect(grantedIn((stage) => openConsultation(secretary, statement(stage), coalition(), text, null, context))).toEqual(
		['drafting'],
	)
	expect(grantedIn((stage) => referBack(chair, statement(stage), 'Skäl', context, NONE))).toEqual([
		'consulting',
		'deciding',
		'signing',
	])
	expect(grantedIn((stage) => withdraw(chair, statement(stage), 'Skäl', context, NONE))).toEqual([
		'drafting',
		'consulting',
		'deciding',
		'signing',
	])
	expect(grantedIn((stage) => markAsSent(secretary, statement(stage), sent, context))).toEqual(['signing', 'published'])
	expect(grantedIn((stage) => stances([stance()], delegateOf(SHEDO), stage))).toEqual(['consulting', 'deciding'])
})

test('what was granted for a stage holds only while the statement is in it', () => {
	for (const result of [
		changeTitle(chair, statement('drafting'), 'Nytt', contextAt()),
		referBack(chair, statement('signing'), 'Skäl', contextAt(), NONE),
		withdraw(chair, statement('signing'), 'Skäl', contextAt(), NONE),
		stances([stance()]),
	]) {
		expect(guardsOf(result)).toEqual(['seated', 'stageIn'])
	}
})

test('sending back and withdrawing are the chair’s, and take a reason', () => {
	for (const act of [referBack, withdraw]) {
		expect(codeOf(act(secretary, statement('deciding'), 'Skäl', contextAt(), NONE))).toBe('notAllowed')
		expect(codeOf(act(chair, statement('deciding'), ' ', contextAt(), NONE))).toBe('empty')
		expect(codeOf(act(chair, statement('deciding'), 'x'.repeat(4001), contextAt(), NONE))).toBe('tooLong')
	}
	expect(eventOf('withdrawn', withdraw(chair, statement('deciding'), ' Skäl ', contextAt(), NONE)).reason).toBe('Skäl')
})

test('a vote on an amendment is not called off by sending the text back out of its consultation, nor by withdrawing it', () => {
	for (const act of [referBack, withdraw]) {
		const tried = (ballots: number, stage: Stage = 'consulting') =>
			act(chair, statement(stage), 'Skäl', contextAt(), { ...NONE, ballots })
		expect(tried(1)).toMatchObject({ reason: { code: 'ballotsOpen', count: 1 } })
		expect(granted(tried(0)).guards.at(-1)).toMatchObject({ kind: 'unchangedSince', position: 7 })
		expect(guardsOf(tried(0, 'deciding'))).toEqual(['seated', 'stageIn'])
	}
})

test('a consultation asks every association, about a text that can be read, until a time to come', () => {
	const ask = (text: string, dueAt: number | null) =>
		openConsultation(chair, statement('drafting'), coalition(), [version(text)], dueAt, contextAt())
	expect(granted(ask('Text.', NOW + DAY)).notifications).toHaveLength(3)
	expect(eventOf('consultationOpened', ask('Text.', null)).dueAt).toBeNull()
	expect(codeOf(ask(' ', NOW + DAY))).toBe('emptyDocument')
	expect(codeOf(ask('Text.', NOW))).toBe('deadlinePassed')
})

test('a statement was sent on a day that has come, in some way, to somebody', () => {
	const sent = (more: Partial<Parameters<typeof markAsSent>[2]>) =>
		markAsSent(
			chair,
			statement('published'),
			{ sentOn: '2022-10-14', how: 'e-post', to: 'a@b.se', ...more },
			contextAt(),
		)
	expect(eventOf('markedAsSent', sent({ how: ' e-post ' }))).toEqual({
		sentOn: '2022-10-14',
		how: 'e-post',
		to: 'a@b.se',
	})
	expect(codeOf(sent({ sentOn: '2022-10-15' }))).toBe('invalid')
	expect(codeOf(sent({ sentOn: '2022-02-30' }))).toBe('invalid')
	expect([sent({ how: '' }), sent({ to: ' ' })].map(codeOf)).toEqual(['empty', 'empty'])
})

const position = version({ kind: 'position', text: 'Arvode.' }, 'p')

function stance(more: Partial<RecordStance> = {}): Omit<RecordStance, 'associationId'> {
	return { blockId: position.blockId, versionId: position.id, stance: 'support', reason: '', ...more }
}

function stances(given: ReturnType<typeof stance>[], by = delegateOf(SHEDO), stage: Stage = 'consulting') {
	return recordStances(by, statement(stage), [position, version('Text.', 'q')], SHEDO, given, contextAt())
}

test('an association takes a stance on the version of a position it read', () => {
	const recorded = stances([stance({ versionId: 'older' as BlockVersionId, stance: 'oppose', reason: ' Nej.\u0000 ' })])
	expect(eventOf('stanceRecorded', recorded)).toEqual({
		associationId: SHEDO,
		blockId: 'p',
		versionId: 'older',
		stance: 'oppose',
		reason: 'Nej.',
	})
})

test('delegate and deputy record their own association’s stances, and nobody else does', () => {
	for (const by of [delegateOf(SHEDO), deputyOf(SHEDO)]) expect(codeOf(stances([stance()], by))).toBe('granted')
	for (const by of [contributorOf(SHEDO), delegateOf(ANBO), chair, secretary]) {
		expect(codeOf(stances([stance()], by))).toBe('notAllowed')
	}
})

test('a stance is about a position that is there', () => {
	expect(codeOf(stances([stance({ blockId: 'gone' as BlockId })]))).toBe('blockGone')
	expect(codeOf(stances([stance({ blockId: 'q' as BlockId })]))).toBe('notAPosition')
	expect(codeOf(stances([stance({ reason: 'x'.repeat(4001) })]))).toBe('tooLong')
})

test('of several stances one that is refused refuses them all', () => {
	expect(codeOf(stances([stance(), stance({ blockId: 'gone' as BlockId })]))).toBe('blockGone')
	expect(granted(stances([])).events).toEqual([])
})
