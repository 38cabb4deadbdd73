import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BlockId } from '#domain/kernel/id.ts'
import { BETWEEN_LETTERS_MS } from '#domain/kernel/telling.ts'
import type { Mail } from '#mail/port.ts'
import { allRows } from '#test/support/all-rows.ts'
import { publishedStatement } from '#test/support/followed.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { type CoalitionWorld, createCoalitionWorld, granted } from '#test/support/world.ts'
import { redactBlock } from '#usecases/publication/erase-person.ts'

let world: CoalitionWorld
beforeEach(async () => {
	world = await createCoalitionWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

async function told(): Promise<Mail[]> {
	const mails: Mail[] = []
	await jobsOn(world).deliver(async (mail) => {
		mails.push(mail)
	})
	const own = mails.filter(({ subject }) => /^(Dolt i svaret|Withheld in)/.test(subject))
	return own.sort((one, other) => one.to.localeCompare(other.to))
}

async function published() {
	const statementId = await publishedStatement(world)
	const blocks = await allRows(
		world.server.client,
		'SELECT block_id, content FROM block_version WHERE statement_id = ?',
		[statementId],
	)
	const withhold = async (index: number, ground: string) => {
		const blockId = String(blocks[index]?.block_id) as BlockId
		granted(await redactBlock(world.deps, world.order(world.chair, { statementId, blockId, ground })))
		return String(JSON.parse(String(blocks[index]?.content)).text)
	}
	return { statementId, withhold }
}

test('every association that had a vote is told what kind of part was withheld, by whom and why, and not what it said', async () => {
	const { withhold } = await published()
	const words = await withhold(0, 'Samtycket togs tillbaka.')
	const mails = await told()
	expect(mails.map(({ to }) => to.split('@')[0])).toEqual(['anbo', 'attention', 'shedo'])
	const [mail] = mails
	expect(mail?.text).toMatch(/^Ordföranden har dolt en del av ”.+” \(.+ 2022:1\), .+\nhttps:.*\/2022\/1\n/)
	expect(mail?.text).toMatch(/\n- (Ståndpunkt|Stycke|Rubrik)\. Skäl: Samtycket togs tillbaka\.\n/)
	expect(words.length).toBeGreaterThan(10)
	expect(mail?.text).not.toContain(words)
	expect(mail?.text).not.toContain('/sign-in/link/')
	expect(mail?.text).toMatch(/Håller ni inte med om att det är dolt\?.+\nhttps:.*\/statements\/[0-9a-f-]+\/withheld\n/)
	expect(await told()).toEqual([])
})

test('what is withheld at a time is told in one letter, each part once, in the reader’s language', async () => {
	const { withhold } = await published()
	await world.db.write([{ sql: "UPDATE person SET language = 'en'", args: [] }])
	await withhold(0, 'Consent was withdrawn.')
	await withhold(1, 'Also named there.')
	await withhold(1, 'Again.')
	const [mail, ...others] = await told()
	expect(others).toHaveLength(2)
	expect(mail?.text).toContain('has withheld 2 parts of')
	expect(mail?.text.match(/^- .+ Reason: /gm)).toHaveLength(2)
	expect(mail?.text).not.toContain('Again.')
	await withhold(2, 'And there.')
	expect(await told()).toEqual([])
	world.clock.now += BETWEEN_LETTERS_MS + 1
	expect(await told()).toHaveLength(3)
})
