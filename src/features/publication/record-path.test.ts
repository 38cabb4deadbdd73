import { expect, test } from 'vitest'
import { recordPath } from './record-path.ts'

const ORIGIN = 'https://samsvar.example'
const FILE = '/nsph-stockholm/2022/7.json'

test.each([
	'/nsph-stockholm/2022/7',
	'/nsph-stockholm/2022/7.json',
	'/nsph-stockholm/2022/7.md',
	`${ORIGIN}/nsph-stockholm/2022/7`,
	`${ORIGIN}/nsph-stockholm/2022/7/`,
	`${ORIGIN}/en/nsph-stockholm/2022/7?x=1#p3`,
	`${ORIGIN}/nsph-stockholm/2022/7/associations?part=2`,
	`${ORIGIN}/en/nsph-stockholm/2022/7/p/9b`,
	`${ORIGIN}/NSPH-Stockholm/2022/7`,
	'samsvar.example/nsph-stockholm/2022/7',
])('%s leads to the file of the statement', (address) => {
	expect(recordPath(address, ORIGIN)).toEqual({ file: FILE, added: false })
})

test.each([
	['/nsph-stockholm/2022/7/rattelse-2', '/nsph-stockholm/2022/7/rattelse-2.json'],
	[`${ORIGIN}/en/nsph-stockholm/2022/7/rattelse-1?part=2`, '/nsph-stockholm/2022/7/rattelse-1.json'],
	[`${ORIGIN}/nsph-stockholm/2022/7/aterkallelse.json`, '/nsph-stockholm/2022/7/aterkallelse.json'],
])('%s leads to the file of what was added', (address, file) => {
	expect(recordPath(address, ORIGIN)).toEqual({ file, added: true })
})

test.each([
	'',
	'/nsph-stockholm/2022/7/rattelse-0',
	'/nsph-stockholm/2022/7/aterkallelse-1',
	'7',
	'/nsph-stockholm',
	'/nsph-stockholm/2022',
	'/nsph-stockholm/2022/07',
	'/nsph-stockholm/2022/7;rm -rf ~',
	'/nsph-stockholm/2022/$(reboot)',
	'https://elsewhere.example/nsph-stockholm/2022/7',
	'elsewhere.example/nsph-stockholm/2022/7',
	'//elsewhere.example/nsph-stockholm/2022/7',
	'javascript:alert(1)',
	'https://',
])('%j does not', (address) => {
	expect(recordPath(address, ORIGIN)).toBeNull()
})
