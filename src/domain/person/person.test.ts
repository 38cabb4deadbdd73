import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmail } from './person.ts'

test.each([
	'anna@example.org',
	'Anna.Ek+samverkan@Post.Example.ORG',
	"o'brien_x@a-b.se",
	'åsa@blåbär.se',
	'a/b=c!@d.ee',
])('%j is an address', (text) => {
	expect(isEmail(text)).toBe(true)
})

test.each([
	...[
		'a,b@c.se',
		'a@b.se,c@d.se',
		'a;b@c.se',
		'Anna:a@b.se;',
		'a@b.se (Anna)',
		'(x)a@b.se',
		'a\\b@c.se',
		'a@[10.0.0.1].se',
	],
	...[
		'a@b,c.se',
		'"a b"@c.se',
		'<a@b.se>',
		'a@b@c.se',
		'a b@c.se',
		' a@b.se',
		'a@b.se\n',
		'a@b',
		'@b.se',
		'',
		'mailto:a@b.se',
	],
	...[
		'a\u0000@b.se',
		'a\u001b@b.se',
		'a\u007f@b.se',
		'a@b\u0085.se',
		'a\u200b@b.se',
		'a\u202e@b.se',
		'a@b.s\u00ade',
		'a\r\nBcc:x@b.se',
	],
])('%j is none', (text) => {
	expect(isEmail(text)).toBe(false)
})

test('an address has one @, and nothing by which a mail program would find another address or header', () => {
	const sign = fc.constantFrom(...'ab.@,;:<>()[]"\\ \r\n\t\u0000\u200b\u0085')
	fc.assert(
		fc.property(fc.array(sign, { minLength: 4, maxLength: 12 }), (signs) => {
			const text = `${signs.join('')}a.se`
			if (isEmail(text)) expect(text).toMatch(/^[ab.]+@[ab.se]+$/)
		}),
	)
})
