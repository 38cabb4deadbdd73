import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'

/** Scripts that pages load: what stands in `src/client` itself, and not in its folders. */
export const CLIENT_SCRIPT = /[/\\]src[/\\]client[/\\][\w-]+\.js$/

/** Each is made once in a process. */
const made = new Map<string, Promise<string>>()

/**
 * A script as a page loads it. One that is made of other modules is put together with them and minified; any other is sent as it
 * stands.
 */
export function clientScript(path: string): Promise<string> {
	const script = made.get(path) ?? scriptAt(path)
	made.set(path, script)
	return script
}

async function scriptAt(path: string): Promise<string> {
	const text = await readFile(path, 'utf8')
	if (!/^import '\.\//m.test(text)) return text
	const { outputFiles } = await build({
		entryPoints: [path],
		write: false,
		bundle: true,
		minify: true,
		format: 'esm',
		platform: 'browser',
		target: 'es2022',
		charset: 'utf8',
		legalComments: 'none',
		loader: { '.css': 'text' },
		logLevel: 'silent',
	})
	return outputFiles.map((file) => file.text).join('')
}
