import { beforeAll, expect, test } from 'vitest'
import { routes } from '#routes'
import { type SizedWorld, type SizedWorlds, sizedWorlds } from '#test/support/sized-worlds.ts'

/** The most that a page of a large coalition weighs, the style sheet in it. Bytes. */
const MOST = 200_000
/** Pages that are a text are read, searched and printed whole: beside the rest they weigh what the text does, so many times. */
const TIMES_THE_TEXT = 4

let worlds: SizedWorlds
beforeAll(async () => {
	worlds = await sizedWorlds({ only: (path) => !FILES.includes(path) && path !== WHOLE })
	return () => worlds[Symbol.asyncDispose]()
})

/** The form in which the minutes of a meeting are entered asks for each association's vote, and is sent in one piece. */
const WHOLE: string = routes.meetingDecision
/** What programs read, in one piece; and the texts themselves. */
const FILES: readonly string[] = [
	routes.publishedRecord,
	routes.publishedMarkdown,
	routes.unnumberedMarkdown,
	routes.olderFile,
	routes.publishedPdf,
	routes.publishedDocx,
	routes.publishedAddendumFile,
	routes.draftPdf,
	routes.draftDocx,
	routes.coalitionSitemap,
	routes.openData,
	routes.publishedAkn,
	routes.publishedPicture,
	routes.publishedPositionPicture,
	routes.sendingPack,
]

async function tooHeavy(sized: SizedWorld, most: number): Promise<string[]> {
	const heavy: string[] = []
	let asked = 0
	for (const { name, route, ask } of sized.asked) {
		if (route.method !== 'GET') continue
		const response = await ask()
		const bytes = (await response.arrayBuffer()).byteLength
		if (response.status === 200) asked += 1
		if (bytes > most) heavy.push(`${name}: ${bytes}`)
	}
	expect(asked).toBeGreaterThan(70)
	return heavy
}

test('no page weighs more than 200 kB, though 1,000 associations have answered about 20 positions, with 2,000 comments', async () => {
	await using sized = await worlds.of({ associations: 1_000, positions: 20, blocks: 0, comments: 1_000, statements: 0 })
	expect(await tooHeavy(sized, MOST)).toEqual([])
}, 120_000)

test('nor does one more for 1,000 statements, inquiries and letters', async () => {
	await using sized = await worlds.of({ associations: 0, positions: 0, blocks: 0, comments: 0, statements: 1_000 })
	expect(await tooHeavy(sized, MOST)).toEqual([])
}, 120_000)

test('nor for 600 blocks, but for the text itself', async () => {
	await using sized = await worlds.of({ associations: 0, positions: 0, blocks: 600, comments: 0, statements: 0 })
	const { rows } = await sized.world.server.client.execute(
		`SELECT max(bytes) AS bytes FROM (SELECT sum(length(CAST(content AS BLOB))) AS bytes FROM block
			JOIN block_version ON block_version.id = version_id GROUP BY block.statement_id)`,
	)
	expect(await tooHeavy(sized, MOST + TIMES_THE_TEXT * Number(rows[0]?.bytes))).toEqual([])
}, 120_000)
