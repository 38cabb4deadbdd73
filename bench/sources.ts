import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

// Lets this process import what the bundler reads for the Worker and the tests: pages in JSX, and texts.

const TEXT = /\.(css|md|txt|svg)$|\/src\/client\/[\w-]+\.js$/

registerHooks({
	load: (url, context, nextLoad) => {
		const asModule = (source: string) => ({ format: 'module' as const, source, shortCircuit: true })
		const read = () => readFileSync(fileURLToPath(url), 'utf8')
		if (!url.startsWith('file:') || url.includes('/node_modules/')) return nextLoad(url, context)
		if (TEXT.test(url)) return asModule(`export default ${JSON.stringify(read())}`)
		if (url.endsWith('.json')) return asModule(`export default ${read()}`)
		if (!url.endsWith('.tsx')) return nextLoad(url, context)
		const jsx = { jsx: 'automatic', jsxImportSource: 'hono/jsx' } as const
		return asModule(
			transformSync(read(), { loader: 'tsx', sourcemap: 'inline', sourcefile: fileURLToPath(url), ...jsx }).code,
		)
	},
})
