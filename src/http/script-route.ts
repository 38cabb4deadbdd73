import { routes } from '#routes'
import { scriptNamed } from '#ui/scripts.ts'
import { type Route, route } from './route.ts'

/** The scripts of pages for members. Kept by the browser for five minutes. */
export const scriptRoute: Route = route('GET', routes.script, 'public', async ({ params }) => {
	const script =
		params.file === 'editor.js' ? (await import('#ui/editor-script.ts')).editorScript : scriptNamed(params.file)
	if (script === undefined) return new Response(null, { status: 404 })
	return new Response(script, {
		headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=300' },
	})
})
