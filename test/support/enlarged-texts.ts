import type { InStatement } from '@libsql/client/web'
import { RECORD_FORMATS } from '#domain/publication/record.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import type { StatementText } from '#domain/statement/statement.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import { overviewBytes } from '#schema/overview.ts'
import { readRecord } from '#schema/record.ts'
import { canonical, draftHashOf, sha256 } from '#usecases/hashing.ts'
import { allRows } from './all-rows.ts'
import type { World } from './world.ts'

/** Of ordinary length, so that a page weighs what it would. */
export const NAME = 'Riksförbundet för delaktighet, avdelning '
export const AREA = 'Psykisk hälsa'

/** The text of each statement that was put to a ballot, fixed anew with the blocks that were added, under its hash, without salts. */
export async function fixTexts({ server: { client } }: World): Promise<void> {
	const fixed = await allRows(
		client,
		`SELECT statement.id, revision.id AS revision, revision.title, revision.language, revision.blocks, block_order
			FROM statement JOIN revision ON revision.statement_id = statement.id WHERE statement.text_hash IS NOT NULL`,
	)
	const statements: InStatement[] = []
	for (const { id, revision, title, language, blocks, block_order } of fixed) {
		const before: BlockVersion[] = JSON.parse(String(blocks))
		const known = new Set<string>(before.map(({ blockId }) => blockId))
		const more = await versionsOf(client, String(id))
		const order: string[] = JSON.parse(String(block_order))
		const whole = [...before, ...order.flatMap((blockId) => (known.has(blockId) ? [] : (more.get(blockId) ?? [])))]
		const text = { title: String(title), language: String(language) as StatementText['language'] }
		const hash = await draftHashOf({ ...text, blocks: whole.map(({ content }) => content) })
		const set = (sql: string, ...args: string[]) => statements.push({ sql, args })
		set(
			'UPDATE revision SET blocks = ?, text_hash = ?, salts = NULL WHERE id = ?',
			JSON.stringify(whole),
			hash,
			String(revision),
		)
		for (const table of ['ballot', 'signoff'])
			set(`UPDATE ${table} SET text_hash = ? WHERE statement_id = ?`, hash, String(id))
		set('UPDATE statement SET text_hash = ? WHERE id = ?', hash, String(id))
	}
	await client.batch(statements, 'write')
}

async function versionsOf(client: World['server']['client'], statementId: string): Promise<Map<string, BlockVersion>> {
	const rows = await allRows(
		client,
		'SELECT block_version.id, block_id, content FROM block JOIN block_version ON block_version.id = version_id WHERE block.statement_id = ?',
		[statementId],
	)
	return new Map(
		rows.map(({ id, block_id, content }) => [
			String(block_id),
			{ id: String(id), blockId: String(block_id), content: JSON.parse(String(content)) } as BlockVersion,
		]),
	)
}

/** The statement at the first number of 2022, published anew with all that its text and its associations have become. */
export async function publishAnew({ server: { client } }: World, associations: number): Promise<void> {
	const [row] = await allRows(
		client,
		`SELECT publication.statement_id, record_bytes, revealed, revision.title, revision.language, revision.blocks
			FROM publication JOIN revision ON revision.id = (SELECT id FROM revision AS latest
				WHERE latest.statement_id = publication.statement_id ORDER BY at DESC LIMIT 1)
			WHERE year = 2022 AND number = 1
				AND publication.coalition_id = (SELECT coalition_id FROM slug WHERE slug = ?)`,
		[DEMO_SLUG],
	)
	const blocks: readonly BlockVersion[] = JSON.parse(String(row?.blocks))
	const contents: readonly Block[] = blocks.map(({ content }) => content)
	const positions = contents.filter(({ kind }) => kind === 'position').length
	const text = canonical({ title: row?.title, language: row?.language, blocks: contents })
	const sealed = row?.revealed === null ? null : JSON.parse(String(row?.revealed))
	const format = RECORD_FORMATS.plain
	const record = { ...readRecord(String(row?.record_bytes), sealed), format, textHash: await sha256(text) }
	const stances = Array.from({ length: positions }, (_, index) => ({
		position: index + 1,
		stance: index % 3 === 0 ? 'partial' : 'support',
		reason: index % 10 === 1 ? 'Det är viktigt för våra medlemmar.' : '',
		stale: false,
	}))
	const added = Array.from({ length: associations }, (_, index) => ({
		name: `${NAME}${index + 1}`,
		area: AREA,
		vote: 'yes',
		dissent: null,
		signoff: 'signed',
		signoffMethod: 'vote',
		reason: '',
		stances,
	}))
	const bytes = canonical({ ...record, associations: [...record.associations, ...added] })
	await client.batch(
		[
			{
				sql: 'UPDATE publication SET text_bytes = ?, record_bytes = ?, overview = ?, text_hash = ?, record_hash = ?, sealed_text = NULL, revealed = NULL WHERE statement_id = ?',
				args: [
					text,
					bytes,
					overviewBytes(bytes, undefined),
					record.textHash,
					await sha256(bytes),
					String(row?.statement_id),
				],
			},
		],
		'write',
	)
}
