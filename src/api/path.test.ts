import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import { type Block, numberBlocks } from '#domain/statement/block.ts'
import { answerTo, programOf, tokenFor } from '#test/support/api.ts'
import { ORIGIN, type TestApp, testApp } from '#test/support/app.ts'
import { checkRecord } from '#test/support/check-record.ts'
import { type Command, commandsIn, filtered, requestOf, usedIn } from '#test/support/curl.ts'
import { golden, goldenLines, goldenPaste } from '#test/support/golden.ts'
import { stripMarkdown } from '#test/support/strip-markdown.ts'
import { createCoalitionWorld, SLUG } from '#test/support/world.ts'
import { block } from './schemas.ts'

const documentation = await readFile(new URL('../../docs/API.md', import.meta.url), 'utf8')
const files = { 'yttrande.txt': goldenPaste }

const members = golden.blocks.flatMap((each) => (each.kind === 'memberList' ? each.members : []))

/** Runs one command and sets the variable it is for. Public files are read as they are. */
async function run(app: TestApp, { curl, into }: Command, variables: Record<string, string>): Promise<void> {
	const request = requestOf(curl, variables, files)
	const { pathname } = new URL(request.url)
	if (!pathname.startsWith('/api/')) {
		const response = await app.fetch(request)
		expect([pathname, response.status]).toEqual([pathname, 200])
		return
	}
	const { status, body } = await answerTo(app, request)
	expect([pathname, status, body]).toEqual([pathname, request.method === 'POST' ? 201 : 200, body])
	if (into) variables[into.name] = filtered(body, into.filter)
}

/** The associations of the example and a delegate for each, entered through the API; their tokens. */
async function nineDelegates(app: TestApp, chair: PersonId): Promise<Record<string, string>[]> {
	const program = await programOf(app, chair)
	const delegates: Record<string, string>[] = []
	for (const member of members) {
		const added = await program.post('associations', member)
		const associationId = filtered(added.body, '.associationId')
		const seated = await program.post('seats', {
			who: { name: `Delegat ${delegates.length}` },
			role: 'delegate',
			associationId,
		})
		const person = filtered(seated.body, '.personId') as PersonId
		delegates.push({ DELEGATE: await tokenFor(app, person, ['read', 'write', 'vote']) })
	}
	return delegates
}

function linesOf(title: string, blocks: readonly Block[]): string[] {
	const lines = numberBlocks(blocks).flatMap(({ block: each, number, letter }) => {
		switch (each.kind) {
			case 'memberList':
				return [each.heading, ...each.members.map(({ name, area }) => `${name} (${area})`)]
			case 'position':
				return [`${number}. ${each.text}`]
			case 'subPoint':
				return [`${letter}. ${each.text}`]
			case 'list':
				return each.items
			case 'table':
				return [each.header, ...each.rows].flat()
			default:
				return [each.text]
		}
	})
	return [title, ...lines]
}

const recordFile = z.object({
	record: z.object({
		label: z.string(),
		publishedOn: z.string(),
		associations: z.array(z.object({ name: z.string(), vote: z.string(), signoff: z.string() })),
	}),
	text: z.object({ title: z.string(), blocks: z.array(block) }),
})

test('the same path through the API alone', async () => {
	await using world = await createCoalitionWorld([])
	world.clock.now = swedishInstant('2022-10-14', '10:00')
	const app = testApp(world)
	const delegates = await nineDelegates(app, world.chair)
	const { exported, commands } = commandsIn(documentation)
	const given = { ...exported, SAMSVAR: ORIGIN, API: `${ORIGIN}/api/v1/coalitions/${SLUG}` }
	const chair: Record<string, string> = {
		...given,
		CHAIR: await tokenFor(app, world.chair, ['read', 'write', 'publish']),
	}
	expect(exported.API?.replace(exported.SAMSVAR ?? '', ORIGIN)).toBe(given.API)
	expect(delegates).toHaveLength(9)
	// None is passed over.
	expect(commands).toHaveLength(documentation.match(/\bcurl -s/g)?.length ?? 0)

	for (const command of commands) {
		// What a delegate does, each delegate does.
		const own = usedIn(command.curl).some((name) => name in (delegates[0] ?? {}))
		if (!own) await run(app, command, chair)
		for (const delegate of own ? delegates : []) {
			const variables = { ...chair, ...delegate }
			await run(app, command, variables)
			const name = command.into?.name
			if (name !== undefined) delegate[name] = variables[name] ?? ''
		}
	}

	const found = await app.fetch(new Request(`${ORIGIN}/${SLUG}/2022/1.json`))
	const { record, text } = recordFile.parse(checkRecord(await found.text()))
	expect([record.label, record.publishedOn]).toEqual(['NSPH-SL 2022:1', '2022-10-14'])
	expect(record.associations).toEqual(
		members.map(({ name }) => expect.objectContaining({ name, vote: 'yes', signoff: 'signed' })),
	)
	expect(linesOf(text.title, text.blocks)).toEqual(goldenLines)
	const markdown = await (await app.fetch(new Request(`${ORIGIN}/${SLUG}/2022/1.md`))).text()
	expect(stripMarkdown(markdown)).toEqual(goldenLines)
})
