import { parentPort, workerData } from 'node:worker_threads'
import * as z from 'zod'
import { HEAVY_LETTERS, type HeavyLetter } from './heavy-letters.ts'

// Run in a thread of its own, so that whoever measures what readers wait does not stand still while a form of 10 MB is made. Asked for
// one of the heavy letters, or for a light one, makes it, says so, and when told again sends it and looks at what was read in it, as the chair does.

/** How long the two took, milliseconds, and how they were answered. */
export type Taken = { readonly took: number; readonly shown: number; readonly status: string }

/** Where a letter is pasted, and where files are sent; and whose letters they are. */
const place = z.object({ paste: z.url(), upload: z.url(), cookie: z.string() })
export type Place = z.output<typeof place>

const { paste, upload, cookie } = place.parse(workerData)
const { origin } = new URL(paste)

const light = (): HeavyLetter => ({ about: 'light', text: 'Svar senast den 3 mars 2026.' })

async function take(letter: HeavyLetter): Promise<Taken> {
	const started = performance.now()
	const form = new FormData()
	form.set('key', crypto.randomUUID())
	if ('text' in letter) form.set('text', `${letter.text} ${crypto.randomUUID()}`)
	else for (const { name, bytes } of letter.files) form.append('file', new Blob([bytes]), name)
	const to = 'text' in letter ? paste : upload
	const body = 'text' in letter ? new URLSearchParams([...form].map(([name, value]) => [name, String(value)])) : form
	const sent = await fetch(to, { method: 'POST', redirect: 'manual', headers: { cookie, origin }, body })
	await sent.arrayBuffer()
	const location = sent.headers.get('location')
	const took = performance.now() - started
	if (location === null) return { took, shown: 0, status: String(sent.status) }
	const page = await fetch(new URL(location, origin), { headers: { cookie } })
	await page.arrayBuffer()
	return { took, shown: performance.now() - started - took, status: `${sent.status} ${page.status}` }
}

let letter = light()
parentPort?.on('message', async (asked: number | 'take') => {
	if (asked === 'take') return parentPort?.postMessage(await take(letter))
	letter = HEAVY_LETTERS[asked]?.() ?? light()
	parentPort?.postMessage(letter.about)
})
