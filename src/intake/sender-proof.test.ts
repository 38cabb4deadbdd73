import { expect, test } from 'vitest'
import { growth, LESS_THAN_SQUARE } from '#test/support/growth.ts'
import { senderChecks, senderProof, topOf } from './sender-proof.ts'

const SENDER = 'ove@example.org'
const proofOf = (top: string, sender = SENDER) => senderProof(top, { authserv: 'mx.cloudflare.net', sender })
const said = (results: string) => proofOf(`Authentication-Results: mx.cloudflare.net; ${results}\r\nFrom: ${SENDER}`)

test('what Email Routing writes is read', () => {
	const top = `Received: from mail.example.org (192.0.2.1)
        by cloudflare-email.net (cloudflare) id abc for <nsph@remiss.example>; Sun, 14 Jun 2026 21:02:55 +0000
ARC-Authentication-Results: i=2; mx.cloudflare.net;
	dmarc=fail header.from=example.org
Authentication-Results: mx.cloudflare.net;
	dkim=pass header.d=example.org header.s=20251104 header.b=L6CZ3OJ0;
	dmarc=pass header.from=example.org policy.dmarc=none;
	spf=none (mx.cloudflare.net: no SPF records found for postmaster@mail.example.org) smtp.helo=mail.example.org;
	spf=pass (mx.cloudflare.net: domain of ove@example.org designates 192.0.2.1 as permitted sender) smtp.mailfrom=ove@example.org;
	arc=pass smtp.remote-ip="192.0.2.1"
From: Ove <ove@example.org>`
	expect(proofOf(top)).toBe('proven')
	expect(proofOf(top.replaceAll('\n', '\r\n'))).toBe('proven')
})

test.each([
	['spf=pass smtp.mailfrom=ove@example.org', 'proven'],
	['SPF=Pass smtp.mailfrom=Example.ORG', 'proven'],
	['dkim=pass header.d=example.org', 'proven'],
	['dmarc=pass header.from=example.org', 'proven'],
	// Sent on by another server: its own envelope is not allowed, and the signature holds.
	['spf=fail smtp.mailfrom=ove@example.org; dkim=pass header.d=example.org', 'proven'],
	['spf=fail smtp.mailfrom=ove@example.org', 'forged'],
	['spf=pass smtp.mailfrom=ove@example.org; dmarc=fail header.from=elsewhere.example', 'forged'],
	['spf=softfail smtp.mailfrom=ove@example.org', 'unproven'],
	['spf=none smtp.mailfrom=ove@example.org; dkim=none; dmarc=none header.from=example.org', 'unproven'],
	['spf=temperror smtp.mailfrom=ove@example.org; dkim=fail header.d=example.org', 'unproven'],
	// Somebody else's domain vouches for them, and not for the chair.
	['spf=pass smtp.mailfrom=eve@evil.example', 'unproven'],
	['dkim=pass header.d=evil.example; dmarc=pass header.from=evil.example', 'unproven'],
	['dkim=pass header.d=example.org.evil.example', 'unproven'],
	['spf=pass smtp.helo=example.org', 'unproven'],
])('%s: %s', (results, expected) => {
	expect(said(results)).toBe(expected)
})

test('what stands in an address or a comment is no result', () => {
	for (const results of [
		'spf=pass smtp.mailfrom=dmarc=pass@evil.example',
		'spf=pass smtp.mailfrom="x; dmarc=pass header.from=example.org y"@evil.example',
		'spf=pass smtp.mailfrom="x\\"; dmarc=pass header.from=example.org y"@evil.example',
		'spf=pass (domain of a; dmarc=pass header.from=example.org (or not) designates) smtp.mailfrom=a@evil.example',
		'spf=none (\\); dmarc=pass header.from=example.org)',
	]) {
		expect(said(results), results).toBe('unproven')
	}
	// Nor does a second one help where the first says no.
	expect(said('dmarc=fail header.from=example.org; spf=pass smtp.mailfrom=; dmarc=pass header.from=example.org')).toBe(
		'forged',
	)
	expect(said('spf=none smtp.mailfrom=ove@example.org; spf=pass smtp.mailfrom=ove@example.org')).toBe('unproven')
})

test('only the topmost results of the server that received the mail count', () => {
	const own = (result: string) => `Authentication-Results: mx.cloudflare.net 1; ${result} smtp.mailfrom=${SENDER}`
	const other = `Authentication-Results: mx.evil.example; spf=pass smtp.mailfrom=${SENDER}`
	const called = `Authentication-Results: mx.cloudflare.net.evil.example; spf=pass smtp.mailfrom=${SENDER}`
	expect(proofOf([own('spf=none'), own('spf=pass')].join('\r\n'))).toBe('unproven')
	expect(proofOf([own('spf=fail'), own('spf=pass')].join('\r\n'))).toBe('forged')
	expect(proofOf([other, called].join('\r\n'))).toBe('unproven')
	expect(proofOf([own('spf=fail'), other].join('\r\n'))).toBe('forged')
	expect(proofOf(`Subject: x\r\n ${own('spf=pass')}`)).toBe('unproven')
	expect(proofOf('')).toBe('unproven')
	expect(proofOf(own('spf=pass'), '')).toBe('unproven')
})

test('the top ends at the first empty line, and where there is none within bounds there is none', () => {
	const bytes = (text: string) => new TextEncoder().encode(text)
	expect(topOf(bytes('From: a\r\nTo: b\r\n\r\nAuthentication-Results: x'))).toBe('From: a\r\nTo: b')
	expect(topOf(bytes('From: a\nTo: b\n\nText'))).toBe('From: a\nTo: b')
	expect(topOf(bytes('From: a'))).toBe('From: a')
	expect(topOf(bytes(`${'X: y\r\n'.repeat(50_000)}\r\nText`))).toBeNull()
})

test.each<[string, (times: number) => string]>([
	['lines', (times) => 'X: y\r\n'.repeat(times / 6)],
	['results', (times) => 'Authentication-Results: a; b=c\r\n'.repeat(times / 32)],
	['statements', (times) => `Authentication-Results: mx.cloudflare.net${'; a=b c.d=e'.repeat(times / 12)}`],
	['comments within comments', (times) => `Authentication-Results: mx.cloudflare.net; ${'('.repeat(times)}`],
	['folds', (times) => `Authentication-Results: mx.cloudflare.net;${'\r\n '.repeat(times / 3)}`],
	['line breaks that end nothing', (times) => `X: ${'\r\r\n\r'.repeat(times / 4)}`],
])('a top of many %s is read in proportion to its length', async (_what, make) => {
	const times = await growth(make, 250_000, (top) => proofOf(topOf(new TextEncoder().encode(top)) ?? ''))
	expect(times).toBeLessThan(LESS_THAN_SQUARE)
})

test('what is said of each check is told as it is said: of the envelope, of a signature that holds, and of a no', () => {
	const checks = (results: string, by = 'mx.cloudflare.net') =>
		senderChecks(`Authentication-Results: ${by}; ${results}\r\nFrom: ${SENDER}`, 'mx.cloudflare.net')
	expect(
		checks('spf=none smtp.helo=m.example.org; spf=pass smtp.mailfrom=a@example.org; dkim=fail; dkim=pass'),
	).toEqual({
		...{ spf: 'pass', dkim: 'pass', dmarc: null },
	})
	expect(checks('spf=pass smtp.helo=m.example.org; spf=fail smtp.mailfrom=a@b.se; dmarc=pass; dmarc=fail')).toEqual({
		...{ spf: 'fail', dkim: null, dmarc: 'fail' },
	})
	expect(checks('spf=perhaps smtp.mailfrom=a@b.se')).toEqual({ spf: null, dkim: null, dmarc: null })
	expect(checks('spf=pass', 'mx.example.net')).toEqual({ spf: null, dkim: null, dmarc: null })
})
