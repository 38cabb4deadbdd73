import { wantedFrom } from '#domain/amendment/want.ts'
import type { AmendmentId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { allRows } from '#test/support/all-rows.ts'
import { signedIn, testApp } from '#test/support/app.ts'
import { createGoldenWorld } from '#test/support/published.ts'
import { granted, SLUG } from '#test/support/world.ts'
import { proposeAmendment } from '#usecases/amendment/amendment.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { AMENDMENTS, amended, ROUNDS, spread } from './amendments.ts'
import { LONG } from './long-text.ts'
import { type Spread, spreadOf } from './speed.ts'

/** Processor time of Node, the database's with it, for one page, and how long it is. Milliseconds, bytes. */
export type AmendmentPage = { readonly name: string; readonly cpuMs: Spread; readonly bytes: number }

/** What it costs to read a text of sixty pages that has five hundred amendments. */
export async function amendmentPages(): Promise<AmendmentPage[]> {
	const world = await createGoldenWorld()
	try {
		const { base, last } = await amendedText(world)
		const chair = await signedIn(testApp(world), world.chair)
		const found: AmendmentPage[] = []
		const pages = {
			'the list of 500 amendments with what collides, its first part': `${base}/amendments`,
			'a part in the middle of it': `${base}/amendments?part=9`,
			'one of them': `${base}/amendments/${last}`,
			'the page that merges them': `${base}/amendments/merging`,
			'the text, with how many there are on each part': base,
		}
		for (const [name, path] of Object.entries(pages)) {
			const cpuMs: number[] = []
			let bytes = 0
			for (let round = 0; round <= ROUNDS; round += 1) {
				const before = process.cpuUsage()
				const response = await chair.get(path)
				bytes = (await response.arrayBuffer()).byteLength
				const { user, system } = process.cpuUsage(before)
				if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
				if (round > 0) cpuMs.push((user + system) / 1000)
			}
			found.push({ name, cpuMs: spreadOf(cpuMs), bytes })
		}
		return found
	} finally {
		await world[Symbol.asyncDispose]()
	}
}

async function amendedText(world: Awaited<ReturnType<typeof createGoldenWorld>>) {
	const start = { kind: 'response', language: 'sv', title: 'Ett svar', track: 'full', inquiryId: null } as const
	const { statementId } = granted(await startStatement(world.deps, world.order(world.chair, start))).value
	const edit = { do: 'write', blocks: LONG } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit })))
	const found = await allRows(
		world.server.client,
		`SELECT block.id AS block_id, version_id, content FROM statement, json_each(block_order) AS place
			JOIN block ON block.id = place.value JOIN block_version ON block_version.id = version_id
			WHERE statement.id = ? ORDER BY place.key`,
		[statementId],
	)
	const blocks = found.map(
		(row) =>
			({
				id: row.version_id,
				blockId: row.block_id,
				content: JSON.parse(String(row.content)),
			}) as unknown as BlockVersion,
	)
	const text = blocks.map(({ blockId, content }) => ({ blockId, content }))
	let last: AmendmentId | null = null
	for (let index = 0; index < AMENDMENTS; index += 1) {
		const wanted = amended(text, index)
		const at = wanted.findIndex((block, place) => block !== text[place])
		const [seen, want] = [blocks[at], wanted[at]]
		const member = world.members[index % world.members.length]
		if (!seen || !want || !member) continue
		const command = {
			statementId,
			associationId: member.associationId,
			seen: [seen.id],
			want: { put: 'named', wanted: wantedFrom([seen], { put: 'named', wanted: [want] }) },
			reason: 'Det blir klarare så.',
		} as const
		last = granted(await proposeAmendment(world.deps, world.order(member.delegate, command))).value.amendmentId
	}
	return { base: `/${SLUG}/statements/${statementId}`, last }
}

export const amendmentPagesTable = (pages: readonly AmendmentPage[]): string =>
	[
		'| page | CPU ms | bytes |',
		'| --- | ---: | ---: |',
		...pages.map(({ name, cpuMs, bytes }) => `| ${name} | ${spread(cpuMs, 1)} | ${bytes} |`),
	].join('\n')
