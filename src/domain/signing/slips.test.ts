import { expect, test } from 'vitest'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { codeOf } from '#test/support/result.ts'
import { version } from '#test/support/rules.ts'
import { MOST_WORDS, onlySlips } from './slips.ts'

const mended = (before: string, after: string) => onlySlips([version(before)], [version(after)])

function whyNot(before: string, after: string): string | null {
	const result = mended(before, after)
	return result.ok || result.reason.code !== 'notEditorial' ? null : result.reason.why
}

test.each([
	['Vi är positva till förslaget.', 'Vi är positiva till förslaget.'],
	['nspH Stockholms län', 'NSPH Stockholms län'],
	['Sjuk vården behöver tid', 'Sjukvården behöver tid'],
	['Vi anser att att tiden är kort', 'Vi anser att tiden är kort'],
	['Vi anser tiden är kort', 'Vi anser att tiden är kort'],
	['Vi anser ,att tiden är kort', 'Vi anser, att tiden är *kort*.'],
	['Brukarorgansiationer i hela länet', 'Brukarorganisationer i hela länet'],
	['Vi kän se det', 'Vi kan se det'],
])('a slip: %s → %s', (before, after) => {
	expect(mended(before, after).ok).toBe(true)
})

test.each([
	['Vi är positiva till förslaget.', 'Vi är inte positiva till förslaget.', 'meaning'],
	['Vi är inte positiva.', 'Vi är positiva.', 'meaning'],
	['Det är möjligt.', 'Det är omöjligt.', 'meaning'],
	['Regionen bör betala.', 'Regionen kan betala.', 'meaning'],
	['Vi är för förslaget.', 'Vi är mot förslaget.', 'meaning'],
	['Se www.nsph.se/svar', 'Se www.nspp.se/svar', 'meaning'],
	['Senast 2025.', 'Senast 2026.', 'meaning'],
	['Minst 1,5 procent.', 'Minst 15 procent.', 'meaning'],
	['We do support this.', "We don't support this.", 'meaning'],
	['Vi stöder förslaget.', 'Vi avvisar förslaget.', 'words'],
	['Vi stöder förslaget.', 'Vi stöder förslaget helt och hållet.', 'words'],
	['Vi stöder förslaget helt.', 'Vi stöder förslaget.', 'words'],
	[
		'Vi stöder förslaget.',
		'Regionen ska betala för allt som föreslås, och staten ska lägga ner hela vården i länet nu genast.',
		'tooMuch',
	],
])('not a slip: %s → %s (%s)', (before, after, why) => {
	expect(whyNot(before, after)).toBe(why)
})

test('a block of another kind or shape is not mended but made anew', () => {
	const position: Block = { kind: 'position', text: 'Vi vill.' }
	const table = (...rows: string[][]): Block => ({ kind: 'table', header: ['a'], rows })
	const against = (one: Block, other: Block) => codeOf(onlySlips([version(one)], [version(other)]))
	expect(against(position, { kind: 'paragraph', text: 'Vi vill.' })).toBe('notEditorial')
	expect(against({ kind: 'list', items: ['a', 'b'] }, { kind: 'list', items: ['a'] })).toBe('notEditorial')
	expect(against(table(['b'], ['c']), table(['b', 'c']))).toBe('notEditorial')
	expect(against(table(['bättre'], ['c']), table(['bätre'], ['c']))).toBe('granted')
	expect(codeOf(onlySlips([version(position, 'a'), version('Slut', 'b')], [version(position, 'a')]))).toBe(
		'notEditorial',
	)
	expect(codeOf(onlySlips([version('a', 'a')], [version('a', 'b')]))).toBe('notEditorial')
})

test('slips are counted over the whole text, so that many small ones do not make another', () => {
	const text = (count: number, letter: string): BlockVersion[] =>
		Array.from({ length: MOST_WORDS + 1 }, (_, index) => version(`förslag${index < count ? letter : ''}`, `b${index}`))
	expect(codeOf(onlySlips(text(0, ''), text(MOST_WORDS, 'e')))).toBe('granted')
	expect(codeOf(onlySlips(text(0, ''), text(MOST_WORDS + 1, 'e')))).toBe('notEditorial')
})

test('a long text without likeness is read within a bound', () => {
	const long = (word: string) => Array.from({ length: 10_000 }, () => word).join(' ')
	expect(whyNot(long('a'), long('b'))).toBe('tooMuch')
})
