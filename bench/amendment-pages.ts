import { wantedFrom } from '#domain/amendment/want.ts'
import type { AmendmentId, AmendmentVersionId, StatementId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { allRows } from '#test/support/all-rows.ts'
import { signedIn, testApp } from '#test/support/app.ts'
import { createGoldenWorld } from '#test/support/published.ts'
import { granted, SLUG } from '#test/support/world.ts'
import { decideAmendment, proposeAmendment } from '#usecases/amendment/amendment.ts'
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
		const { base, last, statementId } = await amendedText(world)
		const chair = await signedIn(testApp(world), world.chair)
		const found: AmendmentPage[] = []
		const measure = async (pages: Readonly<Record<string, string>>) => {
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
		}
		await measure({
			'the list of 500 amendments with what collides, its first part': `${base}/amendments`,
			'a part in the middle of it': `${base}/amendments?part=9`,
			'one of them': `${base}/amendments/${last}`,
			'the page that merges them': `${base}/amendments/merging`,
			'the text, with how many there are on each part': base,
		})
		await adopt(world, statementId)
		await measure({ 'the page that merges them, a hundred adopted': `${base}/amendments/merging` })
		return found
	} finally {
		await world[Symbol.asyncDispose]()
	}
}

type World = Awaited<ReturnType<typeof createGoldenWorld>>

async function amendedText(world: World) {
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
	return { base: `/${SLUG}/statements/${statementId}`, last, statementId }
}

/** The chair adopts as many as are merged at once, one in five. */
async function adopt({ deps, order, chair, server }: World, statementId: StatementId): Promise<void> {
	const found = await allRows(
		server.client,
		'SELECT id, version_id FROM amendment WHERE statement_id = ? AND number % 5 = 0',
		[statementId],
	)
	for (const row of found) {
		const named = { amendmentId: row.id as AmendmentId, versionId: row.version_id as AmendmentVersionId }
		const decision = { statementId, ...named, outcome: 'adopted', note: '' } as const
		granted(await decideAmendment(deps, order(chair, decision)))
	}
}

export const amendmentPagesTable = (pages: readonly AmendmentPage[]): string =>
	[
		'| page | CPU ms | bytes |',
		'| --- | ---: | ---: |',
		...pages.map(({ name, cpuMs, bytes }) => `| ${name} | ${spread(cpuMs, 1)} | ${bytes} |`),
	].join('\n')
