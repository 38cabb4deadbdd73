import { expect, test } from 'vitest'
import { networkOf } from './network.ts'

const networkAt = (address: string) =>
	networkOf(new Request('https://samsvar.test', { headers: { 'cf-connecting-ip': address } }))

test.each([
	['192.0.2.7', '192.0.2.7'],
	['::ffff:192.0.2.7', '192.0.2.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:0DB8:0001:0002::5', '2001:db8:1:2::/64'],
	['2001:db8::5', '2001:db8:0:0::/64'],
	['2001:db8:0:0:1::', '2001:db8:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['', 'unknown'],
	['somewhere', 'unknown'],
])('%j is counted as %s', (address, network) => {
	expect(networkAt(address)).toBe(network)
})

test('no other header says where somebody asks from', () => {
	const headers = {
		'x-forwarded-for': '192.0.2.1',
		'x-real-ip': '192.0.2.2',
		'true-client-ip': '192.0.2.3',
		forwarded: 'for=192.0.2.4',
	}
	expect(networkOf(new Request('https://samsvar.test', { headers }))).toBe('unknown')
})
