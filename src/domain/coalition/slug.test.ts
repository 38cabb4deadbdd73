import { expect, it } from 'vitest'
import { slugFrom } from './slug.ts'

it('folds Swedish letters and joins words by hyphens', () => {
	expect(slugFrom('  NSPH Stockholms län ')).toBe('nsph-stockholms-lan')
	expect(slugFrom('Funktionsrätt Åmål & Säffle')).toBe('funktionsratt-amal-och-saffle')
	expect(slugFrom('Ska\u030ane – “samsvar”')).toBe('skane-samsvar')
})

it('never ends in a hyphen, however it is cut, and may be empty', () => {
	expect(slugFrom(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59))
	expect(slugFrom('日本')).toBe('')
	expect(slugFrom('Русский дом')).toBe('')
	expect(slugFrom('Łódź & Þór')).toBe('lodz-och-thor')
})
