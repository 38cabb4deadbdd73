import type { Block } from '#domain/statement/block.ts'
import { typedText } from '#export/typed-text.ts'
import type { Bundle } from '#local/build.ts'
import { href, routes } from '#routes'
import { golden } from '#test/support/golden.ts'
import { granted, SLUG } from '#test/support/world.ts'
import { writtenIn } from '#test/support/written.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { form, startGenerator } from './load.ts'
import { LONG } from './long-text.ts'
import { createPlace, ORIGIN, settingsOn, signedIn } from './place.ts'
import { baseline, startRuntime, workerOf } from './runtime.ts'
import { compare, type Measured } from './speed.ts'

/**
 * What it costs to write in a whole text: to be shown what changes, and to save, where nobody else wrote and where nothing changed.
 */
export async function writingSpeeds(bundle: Bundle): Promise<Measured[]> {
	const { world } = await createPlace(0)
	try {
		const { deps, order, chair } = world
		const cookie = await signedIn(world, chair)
		const draft = async (blocks: readonly Block[]) => {
			const start = { kind: 'letter', language: 'sv', title: 'Ett brev', track: 'full', inquiryId: null } as const
			const { statementId } = granted(await startStatement(deps, order(chair, start))).value
			granted(await editDocument(deps, order(chair, { statementId, edit: { do: 'write', blocks } })))
			const seen = (await writtenIn(world, statementId)).map(({ version }) => version).join(' ')
			const path = href(routes.writing, { coalition: SLUG, statement: statementId })
			const text = typedText(blocks)
			const send = (fields: Record<string, string>) =>
				form(path, { cookie, origin: ORIGIN }, { key: 'k', seen, ...fields })
			return {
				preview: send({ show: '1', text: text.replaceAll('ska', 'bör').replaceAll('vården', 'omsorgen') }),
				save: send({ text }),
			}
		}
		const [short, long] = [await draft(golden.blocks), await draft(LONG)]
		const samsvar = workerOf(bundle, settingsOn(world, world.server.url))
		await using runtime = await startRuntime({ samsvar, hello: await baseline('hello') }, bundle)
		using generator = startGenerator()
		const port = (worker: string) => runtime.ports[worker] ?? 0
		const one = (name: string, request: string, status: string, worker = 'samsvar') => ({
			...{ name, port: port(worker), requests: [request], repeat: true, status },
		})
		return await compare(
			runtime,
			generator,
			[
				one('hello', short.save, '200', 'hello'),
				one('what changes in the golden example', short.preview, '200'),
				one('the golden example saved as it is', short.save, '303'),
				one('what changes in sixty pages', long.preview, '200'),
				one('sixty pages saved as they are', long.save, '303'),
			],
			{ rounds: 3, seconds: 3, connections: 1 },
		)
	} finally {
		await world[Symbol.asyncDispose]()
	}
}
