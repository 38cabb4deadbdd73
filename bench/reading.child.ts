import process from 'node:process'
import * as z from 'zod'
import { HEAVY_LETTERS, type HeavyLetter } from './heavy-letters.ts'

// Run in a process of its own, as whoever sends a letter is: in one with whoever measures what readers wait, they wait for it too. Asked for
// one of the heavy letters, or for a light one, makes it, says so, and when told again sends it and looks at what was read in it, as the chair does.

/** How long the two took, milliseconds, and how they were answered. */
export type Taken = { readonly took: number; readonly shown: number; readonly status: string }

/** Where a letter is pasted, and where files are sent; and whose letters they are. */
const place = z.object({ paste: z.url(), upload: z.url(), cookie: z.string() })
export type Place = z.output<typeof place>

const { paste, upload, cookie } = place.parse(JSON.parse(process.argv[2] ?? ''))
const { origin } = new URL(paste)

const light = (): HeavyLetter => ({ about: 'light', text: 'Svar senast den 3 mars 2026.' })

type Prepared = { readonly to: string; readonly type: string; readonly body: ArrayBuffer }

/** As it is sent: whoever sends a letter is elsewhere, and what it costs them to make it is none of what readers here wait. */
async function prepared(letter: HeavyLetter): Promise<Prepared> {
	const form = new FormData()
	form.set('key', crypto.randomUUID())
	if ('text' in letter) form.set('text', `${letter.text} ${crypto.randomUUID()}`)
	else for (const { name, bytes } of letter.files) form.append('file', new Blob([bytes]), name)
	const sent = new Response(
		'text' in letter ? new URLSearchParams([...form].map(([name, value]) => [name, String(value)])) : form,
	)
	const type = sent.headers.get('content-type') ?? ''
	return { to: 'text' in letter ? paste : upload, type, body: await sent.arrayBuffer() }
}

async function take({ to, type, body }: Prepared): Promise<Taken> {
	const started = performance.now()
	const headers = { cookie, origin, 'content-type': type }
	const sent = await fetch(to, { method: 'POST', redirect: 'manual', headers, body })
	await sent.arrayBuffer()
	const location = sent.headers.get('location')
	const took = performance.now() - started
	if (location === null) return { took, shown: 0, status: String(sent.status) }
	const page = await fetch(new URL(location, origin), { headers: { cookie } })
	await page.arrayBuffer()
	return { took, shown: performance.now() - started - took, status: `${sent.status} ${page.status}` }
}

let letter = light()
let next = prepared(letter)
process.on('message', async (asked: number | 'take') => {
	if (asked === 'take') {
		process.send?.(await take(await next))
		// While all others rest.
		next = prepared(letter)
		return
	}
	letter = HEAVY_LETTERS[asked]?.() ?? light()
	next = prepared(letter)
	await next
	process.send?.(letter.about)
})
