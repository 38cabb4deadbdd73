import { expect, test } from 'vitest'
import { growth, LESS_THAN_SQUARE } from '#test/support/growth.ts'
import { answeredIn, reportedIn, senderIn } from './answered.ts'
import { readReport, recipientsIn } from './delivery-report.ts'

const ID = '0b7e2f5c-52c5-4d4e-8f1a-0123456789ab'
const utf8 = (text: string) => new TextEncoder().encode(text)

test('each addressee stands with what became of it, the one we wrote to before the one it was sent on to', () => {
	const text = [
		...['Reporting-MTA: dns; mx.example.org', 'Arrival-Date: today', ''],
		...['Final-Recipient: RFC822;a@example.org', 'ACTION: Failed', 'Status: 5.2.2', ''],
		...['Original-Recipient: rfc822; b@example.org', 'Final-Recipient: rfc822; c@example.org', 'Action: delayed'],
		...['Diagnostic-Code: smtp; 451 later', ' and later;', ' still', ' \t', 'Action: failed', ''],
		'Final-Recipient: rfc822; d@example.org',
	].join('\n')
	expect(recipientsIn(text)).toEqual([
		{ address: 'a@example.org', action: 'failed', said: '5.2.2' },
		{ address: 'b@example.org', action: 'delayed', said: '451 later and later; still' },
	])
})

test('a report of many addressees is read as far as letters have any, in time that grows as it does', async () => {
	const many = (times: number) => 'Final-Recipient: rfc822; a@example.org\nAction: failed\n\n'.repeat(times)
	expect(recipientsIn(many(10_000))).toHaveLength(100)
	const shapes = [many, (times: number) => '\n \t'.repeat(times), (times: number) => 'a:b\n c\n'.repeat(times)]
	for (const make of shapes) expect(await growth(make, 30_000, recipientsIn)).toBeLessThan(LESS_THAN_SQUARE)
})

test('a mail that is no report is none, and one without what makes it one', async () => {
	expect(await readReport(utf8('From: a@example.org\r\n\r\nHej'))).toBeNull()
	const bare = 'Content-Type: multipart/report; boundary="b"\r\n\r\n--b\r\n\r\nHej\r\n--b--'
	expect(await readReport(utf8(bare))).toBeNull()
	expect(await readReport(utf8(bare.replace('Hej', `Hej${'\r\n--b'.repeat(2000)}`)))).toBeNull()
})

test('letters of ours are known by ids that we make, wherever a mail names them, and few of many', () => {
	const headers = new Headers({ references: `<a@b.se> <${ID}@x.se>`, 'in-reply-to': `<${ID.replace('0', '1')}@x.se>` })
	expect(answeredIn(headers)).toEqual([ID.replace('0', '1'), ID])
	expect(answeredIn(new Headers({ references: `<${ID.replace('4d4e', '1d4e')}@x.se>` }))).toEqual([])
	const many = Array.from({ length: 99 }, (_, n) => `<${String(n).padStart(8, '0')}${ID.slice(8)}@x.se>`).join(' ')
	expect(answeredIn(new Headers({ references: many }))).toHaveLength(20)
	expect(reportedIn(utf8(`\r\n--b\r\n\r\nMessage-ID:\r\n <${ID}@x.se>\r\nX-Message-ID: <a@b>`))).toEqual([ID])
	expect(reportedIn(utf8(`Hej, <${ID}@x.se> kom inte fram`))).toEqual([])
})

test('whom a mail says it is from is what stands last in the line, and nothing where there is no address', async () => {
	expect(senderIn('Subject: x\r\nFrom: "Registrator, <a@evil.example>" <R@Example.org>\r\nTo: b')).toBe('r@example.org')
	expect(senderIn('from: r@example.org')).toBe('r@example.org')
	expect(senderIn('From: =?utf-8?B?w6U=?=\r\n <r@example.org>')).toBe('r@example.org')
	expect(senderIn('X-From: r@example.org')).toBe('')
	const tops = [(times: number) => `From: ${'\r\n <'.repeat(times)}`, (times: number) => 'From:\r\n'.repeat(times)]
	for (const make of tops) expect(await growth(make, 30_000, senderIn)).toBeLessThan(LESS_THAN_SQUARE)
	const long = (times: number) => utf8(`message-id:${' '.repeat(times)}`.repeat(4))
	expect(await growth(long, 60_000, reportedIn)).toBeLessThan(LESS_THAN_SQUARE)
})
