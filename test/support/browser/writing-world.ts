import type { Browser, BrowserContextOptions } from 'playwright-core'
import type { InquiryId, PersonId } from '#domain/kernel/id.ts'
import { DRAFTING } from '#local/demo/texts.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { granted } from '#test/support/result.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { theChromium } from './person.ts'
import { type Samsvar, startDemonstration } from './samsvar.ts'
import { type Writer, writerAt } from './writer.ts'

/** A draft that several write in, each in a browser of their own. */
export type WritingWorld = {
	readonly samsvar: Samsvar
	readonly params: { readonly coalition: string; readonly statement: string }
	/** Where the text is written. */
	readonly path: string
	readonly seated: (role: string) => Promise<{ readonly person: PersonId; readonly seat: string }>
	/** Somebody with that role opens the page. `alone`: where no WebSocket comes through. */
	readonly open: (role: string, options?: BrowserContextOptions & { readonly alone?: boolean }) => Promise<Writer>
	/** The text as the record has it, each block as `kind: text`. */
	readonly recorded: () => Promise<string[]>
}

/** The demonstration, where each who asks gets a draft of their own with the same text: they mostly wait, and do so at the same time. */
export type WritingWorlds = AsyncDisposable & { readonly another: () => Promise<WritingWorld> }

export async function writingWorlds(): Promise<WritingWorlds> {
	const [chromium, samsvar] = await Promise.all([theChromium(), startDemonstration()])
	return {
		another: () => draftIn(chromium, samsvar),
		[Symbol.asyncDispose]: async () => {
			await samsvar[Symbol.asyncDispose]()
		},
	}
}

async function draftIn(chromium: Browser, samsvar: Samsvar): Promise<WritingWorld> {
	const { database, deps } = samsvar
	const coalition = 'nsph-stockholm'
	const seated = async (role: string) => {
		const [seat] = await allRows(
			database,
			'SELECT id, person_id FROM seat WHERE role = ? AND ended_at IS NULL ORDER BY id LIMIT 1',
			[role],
		)
		return { person: String(seat?.person_id) as PersonId, seat: String(seat?.id) }
	}
	const [drafting] = await allRows(database, "SELECT inquiry_id AS id FROM statement WHERE stage = 'drafting'")
	const { person: chair } = await seated('chair')
	const { statementId } = granted(
		await startStatement(deps, {
			actor: { by: 'person', id: chair },
			coalition,
			key: { value: deps.newId('random'), kind: 'strict' },
			command: {
				kind: 'response',
				language: 'sv',
				title: DRAFTING.title,
				track: 'full',
				inquiryId: String(drafting?.id) as InquiryId,
				template: { name: 'the draft', fill: () => DRAFTING.blocks },
			},
		}),
	).value
	const params = { coalition, statement: String(statementId) }
	const path = href(routes.editor, params)
	return {
		samsvar,
		params,
		path,
		seated,
		open: async (role, { alone = false, ...options } = {}) =>
			writerAt(chromium, samsvar, { who: (await seated(role)).person, path, alone }, options),
		recorded: async () => {
			const rows = await allRows(
				database,
				`SELECT content FROM statement JOIN json_each(block_order) AS placed JOIN block ON block.id = placed.value
					JOIN block_version ON block_version.id = block.version_id WHERE statement.id = ? ORDER BY placed.key`,
				[params.statement],
			)
			return rows.map(({ content }) => {
				const { kind, ...texts } = JSON.parse(String(content))
				return `${kind}: ${Object.values(texts).flat().join(' | ')}`
			})
		},
	}
}
