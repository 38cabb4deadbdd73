import { expect, it } from 'vitest'
import { chooseLanguage, isLanguage } from '#i18n/language.ts'

it('follows the person, then the coalition, then the browser, then Swedish', () => {
	expect(chooseLanguage('en', 'sv', 'sv')).toBe('en')
	expect(chooseLanguage(undefined, 'en', 'sv')).toBe('en')
	expect(chooseLanguage(undefined, undefined, 'en-GB,en;q=0.9')).toBe('en')
	expect(chooseLanguage(undefined, undefined, undefined)).toBe('sv')
})

it('takes the language the browser wants most among those there are', () => {
	expect(chooseLanguage(undefined, undefined, 'fi,en;q=0.4,sv;q=0.8')).toBe('sv')
	expect(chooseLanguage(undefined, undefined, 'de-DE, en-US;q=0.7')).toBe('en')
	expect(chooseLanguage(undefined, undefined, 'sv;q=0, en;q=0.1')).toBe('en')
	expect(chooseLanguage(undefined, undefined, 'de;q=x,,;;')).toBe('sv')
})

it('knows the languages of the interface', () => {
	expect(['sv', 'en', 'fi', ''].filter(isLanguage)).toEqual(['sv', 'en'])
})
