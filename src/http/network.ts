/** Cloudflare sets it to the address it is asked from, whatever was sent in it; the local runner does the same. No other header is asked. */
const HEADER = 'cf-connecting-ip'

/** Under which all requests are counted together of which it is not known where they come from. */
const UNKNOWN = 'unknown'

/**
 * The network that a request comes from: an IPv4 address, or the first half of an IPv6 one, which is what one subscriber has.
 * For counting only; it is never kept or written down as it is.
 */
export function networkOf({ headers }: Pick<Request, 'headers'>): string {
	const address = (headers.get(HEADER) ?? '').trim().toLowerCase()
	const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/.exec(address)?.[1]
	if (v4 !== undefined) return v4
	if (!/^[0-9a-f:]*:[0-9a-f:.]*$/.test(address)) return UNKNOWN
	const [before = '', after] = address.split('::')
	const groups = (text: string | undefined) => (text ? text.split(':') : [])
	const [first, last] = [groups(before), groups(after)]
	// What `::` stands for is as many empty groups as eight lack.
	const filled = after === undefined ? first : [...first, ...zeros(8 - first.length - last.length), ...last]
	return `${[...filled, ...zeros(4)].slice(0, 4).map(plain).join(':')}::/64`
}

const zeros = (count: number) => Array.from({ length: Math.max(0, count) }, () => '0')

const plain = (group: string) => group.replace(/^0+(?=.)/, '')
