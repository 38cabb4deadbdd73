import { routes } from '#routes'
import { scriptNamed } from '#ui/scripts.ts'
import { sha256 } from '#usecases/hashing.ts'
import { type Route, route } from './route.ts'

/** Scripts that are evaluated when somebody asks for them, by the name in their URL. */
const BESIDE: Readonly<Record<string, () => Promise<string>>> = {
	'editor.js': async () => (await import('#ui/editor-script.ts')).editorScript,
	'follow.js': async () => (await import('#ui/follow-script.ts')).followScript,
	'unsaved.js': async () => (await import('#ui/unsaved-script.ts')).unsavedScript,
}

/** The browser asks each time: such a script reads what its page was drawn with, or another kept, and an earlier one may not know that. */
async function answer(request: Request, script: string): Promise<Response> {
	const etag = `"${await sha256(script)}"`
	const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache', etag }
	if (request.headers.get('if-none-match')?.replace(/^W\//, '') === etag)
		return new Response(null, { status: 304, headers })
	return new Response(script, { headers })
}

/** The scripts of pages for members. Those that are always loaded are kept by the browser for five minutes. */
export const scriptRoute: Route = route('GET', routes.script, 'public', async ({ params, request }) => {
	const beside = Object.hasOwn(BESIDE, params.file) ? BESIDE[params.file] : undefined
	if (beside) return answer(request, await beside())
	const script = scriptNamed(params.file)
	if (script === undefined) return new Response(null, { status: 404 })
	return new Response(script, {
		headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=300' },
	})
})
