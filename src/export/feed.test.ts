import { expect, test } from 'vitest'
import { atomFeed } from './feed.ts'
import type { FollowedEntry } from './followed.ts'

const AT = Date.parse('2022-10-14T08:00:00Z')
const entry: FollowedEntry = {
	label: 'NSPH-SL 2022:1',
	title: 'Ett svar',
	language: 'sv',
	address: 'https://samsvar.test/nsph-stockholm/2022/1',
	recordHash: 'ff'.repeat(32),
	publishedAt: AT,
	changedAt: AT,
	lede: 'Vi är positiva.',
	topics: [],
}
const feedOf = (entries: readonly FollowedEntry[], title = 'Uttalanden') =>
	atomFeed({
		title,
		author: 'NSPH & vänner',
		language: 'sv',
		page: 'https://samsvar.test/nsph-stockholm',
		self: 'https://samsvar.test/nsph-stockholm/feed.atom',
		since: AT - 1000,
		entries,
	})

test('a feed has what Atom asks for: names, a date, an author, and of each entry name, title, date and link', () => {
	const feed = feedOf([entry])
	expect(feed).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom">/)
	expect(feed).toContain('<link rel="self" href="https://samsvar.test/nsph-stockholm/feed.atom"/>')
	expect(feed).toContain('<name>NSPH &amp; vänner</name>')
	expect(feed).toContain('<title type="html"><![CDATA[NSPH-SL 2022:1: Ett svar]]></title>')
	expect(feed).toContain(`<id>ni:///sha-256;${'_'.repeat(42)}8</id>`)
	expect(feed).toContain('<link href="https://samsvar.test/nsph-stockholm/2022/1"/>')
	expect(feed).toContain('<summary type="html"><![CDATA[Vi är positiva.]]></summary>')
	expect(feed.match(/<updated>2022-10-14T08:00:00.000Z<\/updated>/g)).toHaveLength(2)
})

test('a feed is the same bytes until something changes, and dated by its last change', () => {
	expect(feedOf([entry])).toBe(feedOf([entry]))
	expect(feedOf([])).toContain('<updated>2022-10-14T07:59:59.000Z</updated>')
	const changed = feedOf([{ ...entry, changedAt: AT + 5000 }])
	expect(changed.match(/<updated>2022-10-14T08:00:05.000Z<\/updated>/g)).toHaveLength(2)
	expect(changed).toContain('<published>2022-10-14T08:00:00.000Z</published>')
})

test('nothing in a text can end its place in the feed or make the feed unreadable', () => {
	const hostile = 'a ]]> b ]]> <script>alert(1)</script> &amp; \u0000\u000b\ud800\uffff c'
	const feed = feedOf([{ ...entry, title: hostile, lede: hostile }], hostile)
	const shown = 'a ]]&gt; b ]]&gt; &lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; \ufffd c'
	expect(feed).toContain(`<![CDATA[NSPH-SL 2022:1: ${shown}]]>`)
	expect(feed).toContain(`<summary type="html"><![CDATA[${shown}]]></summary>`)
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
	expect(feed).not.toMatch(/<script|[\u0000\u000b\uffff]/)
	expect(feed.match(/\]\]>/g)).toHaveLength(2)
})

test('what a statement is sorted under is a category of its entry, whatever it is called', () => {
	const feed = feedOf([{ ...entry, topics: ['Tvångsvård', 'A & "B" <i>'] }])
	expect(feed).toContain('<category term="Tvångsvård"/>')
	expect(feed).toContain('<category term="A &amp; &quot;B&quot; &lt;i>"/>')
	expect(feedOf([entry])).not.toContain('<category')
})
