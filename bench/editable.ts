import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { dataDirectoryAt } from '#local/data-directory.ts'
import { href, routes } from '#routes'
import { launchChromium } from '#test/support/browser/person.ts'
import { realServer } from '#test/support/real-server.ts'
import { SLUG } from '#test/support/world.ts'
import { bareEditor } from './bare-editor.ts'
import { signedIn } from './place.ts'
import { roomsPlace } from './rooms-place.ts'
import { type Spread, spreadOf } from './speed.ts'

const TIMES = 7

/** How long it takes until a text of sixty pages is there, and can be written in. Milliseconds, from when its page is asked for. */
export type Editable = {
	readonly read: Spread
	readonly written: Spread
	/** The same of a page that has nothing but the library that the editor is built on, and how many times as long this one takes. */
	readonly bare: Spread
	readonly ratio: Spread
	/** As they come. Bytes. */
	readonly page: number
	readonly script: number
}

/** Opens the text in a browser that has nothing of it, again and again, in turns with the bare page. */
export async function editable(): Promise<Editable> {
	const folder = await mkdtemp(join(tmpdir(), 'samsvar-bench-editable-'))
	const directory = join(folder, 'data')
	await mkdir(directory)
	const chromium = await launchChromium()
	try {
		await using place = await roomsPlace(1, 0)
		const [writer] = place.world.members
		if (!writer) throw new Error('nobody to write')
		const cookie = await signedIn(place.world, writer.delegate, Date.now())
		await place.world.server.client.execute({
			sql: 'VACUUM INTO ?',
			args: [dataDirectoryAt(directory).databaseFile],
		})
		await using server = await realServer(directory)
		await server.start()
		await using beside = await bareEditor()
		const url = server.origin + href(routes.editor, { coalition: SLUG, statement: place.statementId })
		const [own, bare]: [Opened[], Opened[]] = [[], []]
		// The first time warms up what runs on the servers.
		for (let time = 0; time <= TIMES; time += 1) {
			own.push(await opened(chromium, url, cookie))
			bare.push(await opened(chromium, beside.url, null))
		}
		const [measured, against] = [own.slice(1), bare.slice(1)]
		return {
			read: spreadOf(measured.map(({ read }) => read)),
			written: spreadOf(measured.map(({ written }) => written)),
			bare: spreadOf(against.map(({ written }) => written)),
			ratio: spreadOf(measured.map(({ written }, round) => written / (against[round]?.written ?? written))),
			page: measured.at(-1)?.page ?? 0,
			script: measured.at(-1)?.script ?? 0,
		}
	} finally {
		await chromium.close()
		await rm(folder, { recursive: true, force: true })
	}
}

type Opened = { readonly read: number; readonly written: number; readonly page: number; readonly script: number }

async function opened(chromium: Browser, url: string, cookie: string | null): Promise<Opened> {
	const context = await chromium.newContext()
	const [name = '', value = ''] = cookie?.split('=') ?? []
	if (cookie !== null) {
		const safe = { secure: true, httpOnly: true, sameSite: 'Lax' } as const
		await context.addCookies([{ name, value, domain: 'localhost', path: '/', ...safe }])
	}
	const tab = await context.newPage()
	const arrived = new Map<string, number>()
	tab.on('requestfinished', async (request) => {
		const { responseBodySize } = await request.sizes()
		arrived.set(request.resourceType(), responseBodySize)
	})
	const started = performance.now()
	await tab.goto(url, { waitUntil: 'domcontentloaded' })
	const read = performance.now() - started
	await tab.locator('#editor-text[contenteditable=true]').waitFor()
	const written = performance.now() - started
	await tab.waitForLoadState()
	await context.close()
	return { read, written, page: arrived.get('document') ?? 0, script: arrived.get('script') ?? 0 }
}

export function editableTable({ read, written, bare, ratio, page, script }: Editable): string {
	const of = ({ median, least, most }: Spread, digits = 0) =>
		`${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`
	return [
		'| sixty pages | |',
		'| --- | ---: |',
		`| until the page is there | ${of(read)} ms |`,
		`| until it can be written in | ${of(written)} ms |`,
		`| the same of a page with ProseMirror and nothing else | ${of(bare)} ms |`,
		`| ratio to that | ${of(ratio, 2)} |`,
		`| page, and script, as \`npm start\` sends them | ${(page / 1000).toFixed(1)} kB, ${(script / 1000).toFixed(1)} kB |`,
	].join('\n')
}
