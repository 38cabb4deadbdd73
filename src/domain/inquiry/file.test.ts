import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MEDIA_TYPES, mediaTypeOf, safeName } from './file.ts'

const PDF = 'application/pdf'

test.each([
	['missiv.pdf', 'missiv.pdf'],
	['Missiv åäö (1).PDF', 'Missiv åäö (1).PDF'],
	['../../etc/passwd', 'passwd.pdf'],
	['C:\\Users\\Ove\\missiv.pdf', 'missiv.pdf'],
	['missiv.pdf.exe', 'missiv.pdf.exe.pdf'],
	['rad ett\r\nSet-Cookie: x=1.pdf', 'rad ettSet-Cookie_ x=1.pdf'],
	['\u202efdp.exe', 'fdp.exe.pdf'],
	['a\u200bb\u0000c\ufeff.pdf', 'abc.pdf'],
	['<svg onload="x">.pdf', '_svg onload=_x__.pdf'],
	['CON.pdf', 'file-CON.pdf'],
	['.htaccess', 'htaccess.pdf'],
	['...', 'file.pdf'],
	['', 'file.pdf'],
	['e\u0301.pdf', 'é.pdf'],
	['\ud800.pdf', '_.pdf'],
])('%j is saved as %j', (name, safe) => {
	expect(safeName(name, PDF)).toBe(safe)
})

test('whatever a file is called, its name is short, on one line, leads nowhere and ends as its content asks', () => {
	const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 100 }))
	fc.assert(
		fc.property(name, fc.constantFrom(...MEDIA_TYPES), (given, type) => {
			const safe = safeName(given, type)
			expect(mediaTypeOf(safe)).toBe(type)
			expect([...safe].length).toBeLessThanOrEqual(90)
			expect(safe).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\<>:"|?*]|^[.\s]/u)
			expect(safe.isWellFormed()).toBe(true)
			expect(safeName(safe, type)).toBe(safe)
		}),
		{ numRuns: 40 },
	)
	expect(safeName('x'.repeat(5000), PDF).length).toBeLessThanOrEqual(80)
})
