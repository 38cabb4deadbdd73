import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import { allRows } from '#test/support/all-rows.ts'
import { hiddenFields, signedIn, testApp } from '#test/support/app.ts'
import { checkRecord, sha256 } from '#test/support/check-record.ts'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import { elementOf, shownLines } from '#test/support/shown-text.ts'
import { GROUND, withholdBlocks } from '#test/support/withheld.ts'
import { HOUR } from '#test/support/world.ts'

const PAGE = '/nsph-stockholm/2022/1'
const TEXT: readonly Block[] = [
	{ kind: 'paragraph', text: 'Siv Signatär, som förlorade sin son, skriver: vården brister.' },
	{ kind: 'position', text: 'Den första ståndpunkten.' },
	{ kind: 'position', text: 'Fråga Siv Signatär.' },
	{ kind: 'quote', text: '”Så sade Siv Signatär.”', source: 'Siv Signatär, brev' },
	{ kind: 'memberList', heading: 'Medlemmar', members: [{ name: 'Siv Signatär', area: 'Enskild' }] },
	{ kind: 'position', text: 'Den tredje ståndpunkten.' },
	{ kind: 'signature', text: 'För NSPH; Siv Signatär, Ordförande' },
]
const NOTICE = `[Uppgift borttagen: ${GROUND}]`

test('what is withheld is gone from every page, file, feed and search; the rest stands, and the record can be checked', async () => {
	await using world = await createGoldenWorld()
	const { get } = testApp(world).browser()
	const textAt = async (path: string) => (await get(path)).text()
	const paths = [PAGE, `/en${PAGE}`, `${PAGE}.md`, `${PAGE}.json`, '/nsph-stockholm', '/nsph-stockholm/feed.atom']
	const statementId = await publish(world, { blocks: TEXT })
	const before = new Map(await Promise.all(paths.map(async (path) => [path, await textAt(path)] as const)))
	expect(before.get(PAGE)).toContain('Siv Signatär')

	world.clock.now += HOUR
	await withholdBlocks(world, statementId, 'Siv Signatär')
	world.clock.now += 59_000
	for (const path of paths) expect(await textAt(path), path).not.toContain('Signatär')
	for (const word of ['Signatär', 'förlorade', 'brev']) {
		const found = await textAt(`/nsph-stockholm/archive?search=${encodeURIComponent(word)}`)
		expect(found).toContain(`Inget svar innehåller ”${word}”`)
	}
	expect(await textAt('/nsph-stockholm/archive?search=tredje')).toContain('1 träff på ”tredje”')

	const page = await textAt(PAGE)
	expect(shownLines(elementOf(page, /<article/)).slice(1)).toEqual([
		...[NOTICE, 'Den första ståndpunkten.', NOTICE, NOTICE, NOTICE, 'Den tredje ståndpunkten.', NOTICE],
	])
	// Numbers stand though a position is withheld.
	expect(page).toContain('<li id="p3" value="3"><p>Den tredje ståndpunkten.</p></li>')
	expect(page).toContain('Det borttagna går inte att gissa fram ur summan.')

	const file = await textAt(`${PAGE}.json`)
	const { text, record } = checkRecord(file)
	expect(text.blocks.map((block) => block === null)).toEqual([true, false, true, true, true, false, true])
	expect(JSON.parse(file).redacted).toEqual([0, 2, 3, 4, 6].map((block) => ({ block, ground: GROUND })))
	expect(record).toEqual(checkRecord(before.get(`${PAGE}.json`) ?? '').record)

	const feed = await textAt('/nsph-stockholm/feed.atom')
	expect(feed).not.toBe(before.get('/nsph-stockholm/feed.atom'))
	expect(feed).toContain('<published>2022-10-14T08:00:00.000Z</published>')
	expect(feed).not.toContain('<updated>2022-10-14T08:00:00.000Z</updated>')
})

test('one withheld position leaves the other blocks and the lede alone', async () => {
	await using world = await createGoldenWorld()
	const statementId = await publish(world, { blocks: TEXT })
	await withholdBlocks(world, statementId, 'Fråga Siv')
	const { get } = testApp(world).browser()
	expect(shownLines(elementOf(await (await get(PAGE)).text(), /<article/))[3]).toBe(NOTICE)
	expect(await (await get('/nsph-stockholm/feed.atom')).text()).toContain('vården brister')
	expect(await (await get(`${PAGE}.md`)).text()).toContain(`\n2. ${NOTICE}\n`)
})

test('a text that was hashed as it reads is withheld whole from its file, and its record can be checked', async () => {
	await using world = await createGoldenWorld()
	const statementId = await publish(world, { blocks: TEXT, fixedBefore: true })
	const { get } = testApp(world).browser()
	const file = async () => (await get(`${PAGE}.json`)).text()
	const recordOf = (served: string) => /"record":(.*?),"text":(?:null|\{"blocks")/.exec(served)?.[1] ?? ''
	const before = await file()
	await withholdBlocks(world, statementId, 'Siv Signatär')
	world.clock.now += 61_000
	const after = await file()
	const redacted = JSON.stringify([0, 2, 3, 4, 6].map((block) => ({ block, ground: GROUND })))
	expect(after.endsWith(`,"text":null,"redacted":${redacted}}`)).toBe(true)
	expect(recordOf(after)).toBe(recordOf(before))
	const { record, recordHash } = JSON.parse(after)
	expect(record.format).toBe('samsvar-record/2')
	expect(sha256(recordOf(after))).toBe(recordHash)
	const page = await (await get(PAGE)).text()
	expect(page).not.toContain('jq -cSj .text')
	expect(page).not.toContain('.revealed')
	expect(page).toContain('textens summa kan inte räknas ut här')
})

test('what is withheld already is not withheld once more: nobody is told again, and the ground that is shown stands', async () => {
	await using world = await createGoldenWorld()
	const statementId = await publish(world, { blocks: TEXT })
	const chair = await signedIn(testApp(world), world.chair)
	const path = `/nsph-stockholm/statements/${statementId}/redactions`
	const { client } = world.server
	const [block] = await allRows(client, "SELECT block_id FROM block_version WHERE content LIKE '%Fråga Siv%'")
	const withhold = async (ground: string) => {
		const fields = hiddenFields(await (await chair.get(path)).text(), path)
		return (await chair.post(path, { ...fields, blockId: String(block?.block_id), ground })).status
	}
	const told = async () => [
		await allRows(client, "SELECT payload FROM event WHERE type = 'redacted'"),
		await allRows(client, "SELECT id FROM outbox WHERE kind = 'withheld'"),
		await allRows(client, 'SELECT ground FROM redaction'),
	]
	expect(await withhold('Första skälet.')).toBe(303)
	const once = await told()
	expect(once.map(({ length }) => length > 0)).toEqual([true, true, true])
	world.clock.now += 4 * HOUR
	expect(await withhold('Ett annat skäl.')).toBe(303)
	expect(await told()).toEqual(once)
})
