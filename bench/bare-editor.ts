import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { ROOT } from '#local/build.ts'
import { documentOf } from '#writing/blocks.ts'
import { LONG } from './long-text.ts'

const ENDS_SCRIPT = /</g

/** A page with nothing but the library that the editor is built on, and the text of sixty pages, on the loopback address. */
export async function bareEditor(): Promise<AsyncDisposable & { readonly url: string }> {
	const { outputFiles } = await build({
		absWorkingDir: ROOT,
		entryPoints: ['bench/pages/bare-editor.ts'],
		...{ write: false, bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'silent' },
	})
	const script = outputFiles[0]?.text ?? ''
	const text = JSON.stringify(documentOf(LONG.map((content, index) => ({ id: `b${index}`, content }))).toJSON())
	const page = `<!doctype html><meta charset="utf-8"><title>text</title>
<script type="application/json" id="text">${text.replace(ENDS_SCRIPT, '\\u003c')}</script><script type="module" src="/script"></script>`
	const server = createServer(({ url }, response) => {
		const isScript = url === '/script'
		response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
		response.end(isScript ? script : page)
	})
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	const { port } = server.address() as AddressInfo
	return {
		url: `http://127.0.0.1:${port}/`,
		[Symbol.asyncDispose]: async () => {
			server.closeAllConnections()
			server.close()
			await once(server, 'close')
		},
	}
}
