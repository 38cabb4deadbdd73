import { expect, test } from 'vitest'
import { codeOf, granted } from '#test/support/result.ts'
import { coalition, SHEDO } from '#test/support/rules.ts'
import { type CoalitionSettings, NAME_LIMIT, validAssociation, validSettings, validSlug } from './coalition.ts'

const settings = (more: Partial<CoalitionSettings>) => {
	const { name, seriesPrefix, preset, language, listed } = coalition()
	return validSettings({ name, seriesPrefix, preset, language, listed, ...more })
}
const association = (more: { name?: string; area?: string; order?: number }) =>
	validAssociation({ id: SHEDO, name: 'Shedo', area: '', order: 1, ...more })

test.each(['nsph-stockholm', 'ab', 'a1', '2022', 'a'.repeat(60)])('%s can be an address', (slug) => {
	expect(codeOf(validSlug(slug, ['sign-in']))).toBe('granted')
})

test.each(['', 'a', '-ab', 'ab-', 'Ab', 'å-ä', 'a b', 'a/b', 'a.b', 'ab\n', 'a'.repeat(61)])(
	'%j cannot be an address',
	(slug) => {
		expect(codeOf(validSlug(slug, []))).toBe('invalid')
	},
)

test('an address of the application itself is taken', () => {
	expect(codeOf(validSlug('sign-in', ['sign-in', 'me']))).toBe('slugTaken')
	expect(codeOf(validSlug('sign-in-2', ['sign-in', 'me']))).toBe('granted')
})

test.each(['NSPH-SL', 'N', 'Förening 7', 'ÅÄÖ', 'x'.repeat(20)])('%s can stand before the colon', (prefix) => {
	expect(granted(settings({ seriesPrefix: ` ${prefix} ` })).seriesPrefix).toBe(prefix)
})

test.each(['', ' ', '-', 'A-', 'A:1', 'A/B', 'A\nB', '<b>', 'x'.repeat(21)])(
	'%j cannot stand before the colon',
	(prefix) => {
		expect(settings({ seriesPrefix: prefix })).toEqual({
			ok: false,
			reason: { code: 'invalid', field: 'seriesPrefix' },
		})
	},
)

test('a series named in decomposed letters is the same series', () => {
	expect(granted(settings({ seriesPrefix: 'A\u030a' })).seriesPrefix).toBe('Å')
})

test('a coalition and an association have a name, on one line and within the limit', () => {
	expect(codeOf(settings({ name: ' ' }))).toBe('empty')
	expect(codeOf(settings({ name: 'x'.repeat(NAME_LIMIT + 1) }))).toBe('tooLong')
	expect(granted(settings({ name: ' NSPH\r\nStockholm ' })).name).toBe('NSPH Stockholm')
	expect(codeOf(association({ name: '' }))).toBe('empty')
	expect(codeOf(association({ name: 'x'.repeat(NAME_LIMIT) }))).toBe('granted')
})

test('an association need not say what it works with', () => {
	expect(granted(association({ area: ' ' })).area).toBe('')
	expect(granted(association({ area: ' Sane (PANS/PANDAS,\npsykiatriska symptom) ' })).area).toBe(
		'Sane (PANS/PANDAS, psykiatriska symptom)',
	)
	expect(association({ area: 'x'.repeat(NAME_LIMIT + 1) })).toMatchObject({
		reason: { code: 'tooLong', field: 'area' },
	})
})

test('the place of an association is a whole number', () => {
	expect([Number.NaN, 1.5, Number.POSITIVE_INFINITY].map((order) => codeOf(association({ order })))).toEqual(
		Array(3).fill('invalid'),
	)
})
