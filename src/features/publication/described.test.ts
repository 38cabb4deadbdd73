import { expect, test } from 'vitest'
import { decode, ORIGIN, testApp } from '#test/support/app.ts'
import { createGoldenWorld, INQUIRY, publish } from '#test/support/published.ts'
import { withholdBlocks } from '#test/support/withheld.ts'

const PAGE = '/nsph-stockholm/2022/1'
const HOSTILE = '</script><script>alert("1")</script> & <!-- '

/** What the head of a page says of it, by name. */
function saidIn(page: string) {
	const head = page.slice(0, page.indexOf('</head>'))
	const named = [...head.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)]
	const [block = '', ...others] = [...head.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(
		([, inner = '']) => inner,
	)
	return {
		meta: Object.fromEntries(
			named.map(([, name = '', content = '']) => [name, decode(content).replaceAll('&gt;', '>')]),
		),
		linked: block === '' ? null : JSON.parse(block),
		others: [...others, ...[...page.matchAll(/<script(?! type="application\/ld\+json">)/g)]],
	}
}

test('a statement says what it is to previews, catalogues and search engines, each in their own words', async () => {
	await using world = await createGoldenWorld()
	await publish(world, { inquiry: INQUIRY })
	const { get } = testApp(world).browser()
	const response = await get(PAGE)
	// A block of data is run by no browser, so what may be run is no more than before.
	expect(response.headers.get('content-security-policy')).toContain("script-src 'self';")
	const { meta, linked, others } = saidIn(await response.text())
	expect(others).toEqual([])
	expect(meta).toMatchObject({
		'og:type': 'article',
		'og:title': expect.stringContaining('Brukarrörelsen'),
		'og:url': ORIGIN + PAGE,
		'og:site_name': 'NSPH Stockholms län',
		'og:locale': 'sv_SE',
		'og:description': meta.description,
		'article:published_time': '2022-10-14T08:00:00Z',
		'dcterms.title': meta['og:title'],
		'dcterms.creator': 'NSPH Stockholms län',
		'dcterms.issued': '2022-10-14',
		'dcterms.language': 'sv',
		'dcterms.identifier': 'NSPH-SL 2022:1',
		'dcterms.type': 'Text',
	})
	expect(meta).toMatchObject({
		'og:image': `${ORIGIN}${PAGE}.png`,
		'og:image:width': '1200',
		'og:image:height': '630',
		'og:image:alt': meta['og:title'],
		'twitter:card': 'summary_large_image',
	})
	expect(linked).toEqual({
		'@context': 'https://schema.org',
		'@type': 'Report',
		'@id': ORIGIN + PAGE,
		url: ORIGIN + PAGE,
		name: meta['og:title'],
		reportNumber: 'NSPH-SL 2022:1',
		inLanguage: 'sv',
		datePublished: '2022-10-14',
		author: { '@type': 'Organization', name: 'NSPH Stockholms län', url: `${ORIGIN}/nsph-stockholm` },
		about: {
			'@type': 'CreativeWork',
			name: INQUIRY.title,
			identifier: INQUIRY.references,
			publisher: { '@type': 'Organization', name: INQUIRY.sender },
		},
		encoding: [
			['application/pdf', 'pdf'],
			['text/markdown', 'md'],
			['application/json', 'json'],
		].map(([encodingFormat, extension]) => {
			return { '@type': 'MediaObject', encodingFormat, contentUrl: `${ORIGIN}${PAGE}.${extension}` }
		}),
	})
	for (const { contentUrl } of linked.encoding) expect((await get(contentUrl.slice(ORIGIN.length))).status).toBe(200)
	const english = saidIn(await (await get(`/en${PAGE}`)).text())
	expect(english.meta).toMatchObject({ 'og:url': `${ORIGIN}/en${PAGE}`, 'og:locale': 'en_GB' })
	// It is one text, whatever the language of the page round it.
	expect(english.linked).toEqual(linked)
})

test('nothing that was written ends what is said of it, and what is withheld is not said', async () => {
	await using world = await createGoldenWorld({ name: HOSTILE })
	const blocks = [{ kind: 'paragraph', text: 'En hemlighet.' }] as const
	const statementId = await publish(world, { title: HOSTILE, blocks, inquiry: { ...INQUIRY, title: HOSTILE } })
	await withholdBlocks(world, statementId, 'hemlighet')
	const page = await (await testApp(world).browser().get(PAGE)).text()
	const { meta, linked, others } = saidIn(page)
	expect(others).toEqual([])
	expect([linked.name, linked.about.name, linked.author.name, meta['og:title']]).toEqual(Array(4).fill(HOSTILE.trim()))
	expect(page).not.toContain('hemlighet')
})
