import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { href, routes } from '#routes'
import { launchChromium } from '#test/support/browser/person.ts'
import { realServer } from '#test/support/real-server.ts'
import { SLUG } from '#test/support/world.ts'
import { roomsPlace } from './rooms-place.ts'
import { type Spread, spreadOf } from './speed.ts'

const TIMES = 7

/** How long it takes until a text of sixty pages can be written in. Milliseconds, from when its page is asked for; bytes as they come. */
export type Editable = {
	/** Its words can be read. */
	readonly read: Spread
	/** It can be written in. */
	readonly written: Spread
	readonly page: number
	readonly script: number
}

/** Opens the text in a browser that has nothing of it, again and again. */
export async function editable(): Promise<Editable> {
	const folder = await mkdtemp(join(tmpdir(), 'samsvar-bench-editable-'))
	const chromium = await launchChromium()
	try {
		const { directory, statementId, writers } = await roomsPlace(folder, 1, 0)
		await using server = await realServer(directory)
		await server.start()
		const [read, written]: [number[], number[]] = [[], []]
		let [page, script] = [0, 0]
		// The first time warms up what runs on the server.
		for (let time = 0; time <= TIMES; time += 1) {
			const context = await chromium.newContext()
			const cookie = { name: '__Host-session', value: writers[0] ?? '', domain: 'localhost', path: '/' }
			await context.addCookies([{ ...cookie, secure: true, httpOnly: true, sameSite: 'Lax' }])
			const tab = await context.newPage()
			const arrived = new Map<string, number>()
			tab.on('requestfinished', async (request) => {
				const sizes = await request.sizes()
				arrived.set(request.resourceType(), sizes.responseBodySize)
			})
			const started = performance.now()
			await tab.goto(server.origin + href(routes.editor, { coalition: SLUG, statement: statementId }), {
				waitUntil: 'domcontentloaded',
			})
			if (time > 0) read.push(performance.now() - started)
			await tab.locator('#editor-text[contenteditable=true]').waitFor()
			if (time > 0) written.push(performance.now() - started)
			await tab.waitForLoadState()
			page = arrived.get('document') ?? page
			script = arrived.get('script') ?? script
			await context.close()
		}
		return { read: spreadOf(read), written: spreadOf(written), page, script }
	} finally {
		await chromium.close()
		await rm(folder, { recursive: true, force: true })
	}
}

export function editableTable({ read, written, page, script }: Editable): string {
	const ms = ({ median, least, most }: Spread) => `${median.toFixed(0)} (${least.toFixed(0)}–${most.toFixed(0)})`
	return [
		'| sixty pages | |',
		'| --- | ---: |',
		`| until the page is there | ${ms(read)} ms |`,
		`| until it can be written in | ${ms(written)} ms |`,
		`| page, and script, as \`npm start\` sends them | ${(page / 1000).toFixed(1)} kB, ${(script / 1000).toFixed(1)} kB |`,
	].join('\n')
}
