import { routes } from '#routes'
import { scriptNamed } from '#ui/scripts.ts'
import { sha256 } from '#usecases/hashing.ts'
import { type Route, route } from './route.ts'

/** The browser asks each time: the script of the editor reads what its page was drawn with, and an earlier one may not know that. */
async function editorAnswer(request: Request): Promise<Response> {
	const { editorScript } = await import('#ui/editor-script.ts')
	const etag = `"${await sha256(editorScript)}"`
	const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache', etag }
	if (request.headers.get('if-none-match')?.replace(/^W\//, '') === etag)
		return new Response(null, { status: 304, headers })
	return new Response(editorScript, { headers })
}

/** The scripts of pages for members. All but one are kept by the browser for five minutes. */
export const scriptRoute: Route = route('GET', routes.script, 'public', async ({ params, request }) => {
	if (params.file === 'editor.js') return editorAnswer(request)
	const script = scriptNamed(params.file)
	if (script === undefined) return new Response(null, { status: 404 })
	return new Response(script, {
		headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=300' },
	})
})
