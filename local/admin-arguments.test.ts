import { expect, test } from 'vitest'
import { readArguments } from './admin-arguments.ts'

const DEPLOYED = { LIBSQL_URL: 'libsql://x', LIBSQL_AUTH_TOKEN: 't', ORIGIN: 'https://samsvar.example.org' }
const read = (...args: string[]) => readArguments(args, DEPLOYED)

test('what a command works on is told before its name, after it or among what is its own', () => {
	const asked = { help: false, name: 'export', place: { directory: 'd' }, args: ['slug', 'x.tar'] }
	expect(read('--data', 'd', 'export', 'slug', 'x.tar')).toEqual(asked)
	expect(read('export', 'slug', 'x.tar', '--data', 'd')).toEqual(asked)
	expect(read('export', 'slug', '--data=d', 'x.tar')).toEqual(asked)
	expect(read('export')).toMatchObject({ place: { directory: '.samsvar/data' }, args: [] })
})

test('a deployment is told by the environment, on either side too', () => {
	const place = { url: 'libsql://x', authToken: 't', origin: 'https://samsvar.example.org' }
	expect(read('--remote', 'migrate')).toMatchObject({ name: 'migrate', place, args: [] })
	expect(read('token', 'me', '--remote', '--days', '9')).toMatchObject({ place, args: ['me', '--days', '9'] })
	expect(readArguments(['migrate', '--remote'], {})).toBe('--remote wants LIBSQL_URL and ORIGIN in the environment.')
})

test('after a -- everything is the command’s own', () => {
	expect(read('export', '--', 'slug', '--data')).toMatchObject({
		place: { directory: '.samsvar/data' },
		args: ['--', 'slug', '--data'],
	})
})

test('help is asked for of a command or of all', () => {
	expect(read('--help')).toEqual({ help: true, name: undefined })
	expect(read('export', '--help')).toEqual({ help: true, name: 'export' })
})

test.each([
	[[], 'Which command?'],
	[['--data', 'd'], 'Which command?'],
	[['--colour', 'migrate'], "Unknown option '--colour'"],
	[['migrate', '--data'], '--data wants the name of a directory.'],
	[['migrate', '--data='], '--data wants the name of a directory.'],
	[['--data', '--remote', 'migrate'], '--data wants the name of a directory.'],
	[['migrate', '--data', 'a', '--data', 'b'], '--data may be given once.'],
	[['migrate', '--data', 'a', '--remote'], 'Either --data or --remote, not both.'],
])('%j is told what is wrong with it', (args, sentence) => {
	expect(read(...args)).toBe(sentence)
})
