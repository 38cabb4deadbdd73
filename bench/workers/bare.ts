import { Hono } from 'hono'

/** The page as it was answered once: its text, and its headers as JSON. */
type Settings = { readonly PAGE: string; readonly HEADERS: string }

let kept: { readonly bytes: Uint8Array<ArrayBuffer>; readonly headers: Record<string, string> } | undefined

const app = new Hono<{ Bindings: Settings }>()
app.get('/:coalition/:year/:number', ({ env }) => {
	kept ??= { bytes: new TextEncoder().encode(env.PAGE), headers: JSON.parse(env.HEADERS) }
	return new Response(kept.bytes, { headers: kept.headers })
})

export default app
