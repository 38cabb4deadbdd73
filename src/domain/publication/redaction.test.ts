import { expect, test } from 'vitest'
import type { BlockId } from '#domain/kernel/id.ts'
import { codeOf, granted } from '#test/support/result.ts'
import {
	ANBO,
	chair,
	contextAt,
	eventOf,
	guardsOf,
	SHEDO,
	STATEMENT_ID,
	secretary,
	version,
} from '#test/support/rules.ts'
import { redact } from './redaction.ts'

const published = {
	statementId: STATEMENT_ID,
	blocks: [version({ kind: 'signature', text: 'Siv Signatär' }, 's')],
	electorate: [SHEDO, ANBO],
	withheld: [] as readonly BlockId[],
}

const withheld = (blockId: string, ground: string, by = chair) =>
	redact(by, published, blockId as BlockId, ground, contextAt())

test('the chair withholds a block with a ground, and the entry repeats nothing of what it said', () => {
	const result = withheld('s', ' Samtycket togs tillbaka. ')
	expect(eventOf('redacted', result)).toEqual({ blockId: 's', ground: 'Samtycket togs tillbaka.' })
	expect(guardsOf(result)).toEqual(['seated'])
	expect(JSON.stringify(result)).not.toContain('Siv')
})

test('all that had a vote on the text are told', () => {
	const told = [SHEDO, ANBO].map((associationId) => ({ kind: 'withheld', statementId: STATEMENT_ID, associationId }))
	expect(granted(withheld('s', 'Samtycket togs tillbaka.')).notifications).toEqual(told)
})

test('a block that is not in the published text, an empty ground, and anyone but the chair are refused', () => {
	expect(codeOf(withheld('x', 'Skäl'))).toBe('blockGone')
	expect(codeOf(withheld('s', ' '))).toBe('empty')
	expect(codeOf(withheld('s', 'Skäl', secretary))).toBe('notAllowed')
})

test('what is withheld already is left as it is: nothing is entered, and nobody told, but for the same refusals', () => {
	const again = (ground: string, by = chair) =>
		redact(by, { ...published, withheld: ['s' as BlockId] }, 's' as BlockId, ground, contextAt())
	expect(again('Ett annat skäl.')).toEqual({ ok: true, value: { value: null, events: [], guards: [] } })
	expect(codeOf(again(' '))).toBe('empty')
	expect(codeOf(again('Skäl', secretary))).toBe('notAllowed')
})
