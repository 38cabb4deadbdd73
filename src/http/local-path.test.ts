import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test.each(['/me', '/nsph-stockholm/statements/1/ballot?choice=yes#text', '/%C3%A5', '/a/b%2F%2Fevil.example'])(
	'%s is a path of ours',
	(path) => {
		expect(localPath(path)).toBe(path)
	},
)

test.each([
	'',
	'me',
	'//evil.example',
	'//evil.example/me',
	'/\\evil.example',
	'\\\\evil.example',
	'/\t/evil.example',
	'/\n/evil.example',
	'/..//evil.example',
	'/./\\evil.example',
	'/a/..//evil.example',
	'https://evil.example',
	'javascript:alert(1)',
	' //evil.example',
	'http:evil.example',
	`/${'a'.repeat(3000)}`,
	null,
	undefined,
])('%j leads elsewhere', (path) => {
	expect(localPath(path)).toBeNull()
})

test('what browsers would resolve is resolved', () => {
	expect(localPath('/a/../me')).toBe('/me')
	expect(localPath('/\\')).toBeNull()
})
